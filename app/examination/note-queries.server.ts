import { sql } from "kysely";
import type { Db, Reader } from "~/platform/database/handle";
import { stillUnderWay } from "./attempt-queries.server";

export interface StoredNote {
  readonly ordinal: number;
  readonly text: string;
  readonly sequence: number;
}

/** What the candidate has noted beside the questions, in their order. */
export async function selectNotes(db: Reader, attemptId: string): Promise<StoredNote[]> {
  return db
    .selectFrom("attemptNote")
    .select(["ordinal", "text", "sequence"])
    .where("attemptId", "=", attemptId)
    .orderBy("ordinal")
    .execute();
}

export interface NoteToStore {
  readonly attemptId: string;
  readonly personId: string;
  readonly clientId: string;
  readonly ordinal: number;
  /** Null: one more than is stored. */
  readonly sequence: number | null;
  readonly text: string;
  readonly writtenAt: Date;
  /** Nothing is stored for an attempt whose deadline is before this. */
  readonly earliestDeadline: Date;
}

/** Stores the note under the same conditions as an answer, in one statement; undefined when one of them does not hold. */
export async function upsertNote(db: Db, note: NoteToStore): Promise<{ sequence: number } | undefined> {
  const { attemptId, personId, clientId, ordinal, sequence, text, writtenAt, earliestDeadline } = note;
  const { rows } = await sql<{ sequence: number }>`
    with seat as materialized (
      select id from attempt
      where id = ${attemptId}::uuid and person_id = ${personId}::uuid and ${stillUnderWay}
        and (active_client is null or active_client = ${clientId}) and deadline_at > ${earliestDeadline}::timestamptz
      for key share
    )
    insert into attempt_note as stored (attempt_id, ordinal, text, sequence, written_at)
    select seat.id, place.ordinal, ${text}, coalesce(${sequence}::bigint, before.sequence + 1, 1), ${writtenAt}::timestamptz
    from seat
    join attempt_item as place on place.attempt_id = seat.id and place.ordinal = ${ordinal}
    left join attempt_note as before on before.attempt_id = seat.id and before.ordinal = place.ordinal
    on conflict (attempt_id, ordinal) do update
      set text = excluded.text, sequence = excluded.sequence, written_at = excluded.written_at
      where stored.sequence < excluded.sequence
    returning sequence
  `.execute(db);
  return rows[0];
}

/** Notes are the candidate's, and of use during the exam only; how many were deleted. */
export async function deleteNotesOfFinished(db: Db): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("attemptNote")
    .where("attemptId", "in", (eb) => eb.selectFrom("attempt").select("id").where("finishedAt", "is not", null))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
