import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { AttemptTable } from "~/platform/schema/examination-tables";
import type { StoredAnswer } from "./answer-queries.server";
import type { FinishedAttempt, OpenException } from "./attempt-policy";
import type { AttemptResult } from "./grade-attempt";
import type { StoredNote } from "./note-queries.server";

export interface Attempt extends Omit<AttemptTable, "id" | "extraMinutes" | "result" | "pointsSum" | "maxPointsSum"> {
  readonly id: string;
  readonly extraMinutes: number;
  readonly result: AttemptResult | null;
}

const columns = [
  "id",
  "personId",
  "organisationId",
  "programmeVersionId",
  "ordinal",
  "seed",
  "startedAt",
  "deadlineAt",
  "extraMinutes",
  "activeClient",
  "finishedAt",
  "finishedBy",
  "gradedAt",
  "scorePercent",
  "passed",
  "result",
] as const;

/** What stands in `result` was made by `gradeAttempt` and is written nowhere else. */
const asAttempt = (row: object): Attempt => row as Attempt;

export async function selectAttempt(db: Reader, attemptId: string): Promise<Attempt> {
  const row = await db.selectFrom("attempt").select(columns).where("id", "=", attemptId).executeTakeFirst();
  if (!row) throw notFound();
  return asAttempt(row);
}

/** An attempt with all that its pages show of it. */
export interface Sitting {
  readonly attempt: Attempt;
  /** IANA zone of the attempt's organisation. */
  readonly timeZone: string;
  /** What has been answered so far, by the order of the form. */
  readonly answers: readonly StoredAnswer[];
  /** What the candidate has noted beside the questions, in their order. */
  readonly notes: readonly StoredNote[];
}

/** The attempt as it stands, in one statement. */
export async function selectSitting(db: Reader, attemptId: string): Promise<Sitting> {
  const [row] = await sittings(db, { attemptId });
  if (!row) throw notFound();
  const { timeZone, answers, notes, ...attempt } = row;
  return {
    attempt: asAttempt(attempt),
    timeZone,
    notes,
    answers: answers.map((answer) => ({
      ...answer,
      respondedAt: answer.respondedAt === null ? null : new Date(answer.respondedAt),
    })),
  };
}

type AnswerInJson = Omit<StoredAnswer, "respondedAt"> & { readonly respondedAt: string | null };

const sittings = keptQuery((db, { attemptId }: { attemptId: string }) =>
  db
    .selectFrom("attempt")
    .innerJoin("organisation", "organisation.id", "attempt.organisationId")
    .select(columns.map((column) => `attempt.${column}` as const))
    .select([
      "organisation.timeZone",
      sql<readonly AnswerInJson[]>`(
        select coalesce(json_agg(json_build_object('ordinal', ordinal, 'response', response, 'sequence', response_sequence,
          'flagged', flagged, 'respondedAt', responded_at) order by ordinal), '[]')
        from attempt_item where attempt_item.attempt_id = attempt.id
      )`.as("answers"),
      sql<readonly StoredNote[]>`(
        select coalesce(json_agg(json_build_object('ordinal', ordinal, 'text', text, 'sequence', sequence) order by ordinal), '[]')
        from attempt_note where attempt_note.attempt_id = attempt.id
      )`.as("notes"),
    ])
    .where("attempt.id", "=", attemptId),
);

/** Nobody saves an answer, hands in or changes the deadline until the transaction ends. */
export async function lockAttempt(trx: Trx, attemptId: string): Promise<Attempt> {
  const row = await trx
    .selectFrom("attempt")
    .select(columns)
    .where("id", "=", attemptId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return asAttempt(row);
}

/** Locks the person's attempt that is under way, if there is one. */
export async function lockOptionalActiveAttempt(trx: Trx, personId: string): Promise<Attempt | undefined> {
  const row = await trx
    .selectFrom("attempt")
    .select(columns)
    .where("personId", "=", personId)
    .where("finishedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row && asAttempt(row);
}

/** The person's attempt that is under way, if there is one. */
export async function selectOptionalActiveAttemptId(db: Reader, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("attempt")
    .select("id")
    .where("personId", "=", personId)
    .where("finishedAt", "is", null)
    .executeTakeFirst();
  return row?.id;
}

/** Every attempt of the person, newest first. */
export async function selectAttemptsOf(db: Reader, personId: string): Promise<Attempt[]> {
  const rows = await db
    .selectFrom("attempt")
    .select(columns)
    .where("personId", "=", personId)
    .orderBy("ordinal", "desc")
    .execute();
  return rows.map(asAttempt);
}

export const isFinished = (attempt: Attempt): attempt is Attempt & FinishedAttempt => attempt.finishedAt !== null;

/** Locks the person, so that two attempts of one person are started one after the other. */
export async function lockCandidate(trx: Trx, personId: string): Promise<void> {
  const row = await trx
    .selectFrom("person")
    .select("id")
    .where("id", "=", personId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
}

export interface NewAttempt
  extends Pick<
    AttemptTable,
    | "personId"
    | "organisationId"
    | "programmeVersionId"
    | "ordinal"
    | "seed"
    | "startedAt"
    | "deadlineAt"
    | "activeClient"
  > {
  readonly extraMinutes: number;
  readonly items: readonly { readonly itemVersionId: string; readonly seed: string }[];
}

/** The new attempt's id, or undefined when one is under way already. One statement for attempt and form, the same text however long the form. */
export async function insertAttempt(trx: Trx, attempt: NewAttempt): Promise<string | undefined> {
  const { personId, organisationId, programmeVersionId, ordinal, seed, startedAt, deadlineAt, extraMinutes } = attempt;
  const versions = attempt.items.map(({ itemVersionId }) => itemVersionId);
  const seeds = attempt.items.map((item) => item.seed);
  const { rows } = await sql<{ attemptId: string }>`
    with begun as (
      insert into attempt (person_id, organisation_id, programme_version_id, ordinal, seed, started_at, deadline_at, extra_minutes, active_client)
      values (${personId}::uuid, ${organisationId}::uuid, ${programmeVersionId}::uuid, ${ordinal}, ${seed}, ${startedAt}, ${deadlineAt},
        ${extraMinutes}, ${attempt.activeClient})
      returning id
    ), form as (
      insert into attempt_item (attempt_id, ordinal, item_version_id, seed)
      select begun.id, place.ordinal, place.version, place.seed
      from begun cross join unnest(${versions}::uuid[], ${seeds}::text[]) with ordinality as place (version, seed, ordinal)
    )
    select id as attempt_id from begun
  `
    .execute(trx)
    .catch((error: unknown) => {
      if (violates(error, "one_active_attempt")) return { rows: [] };
      throw error;
    });
  return rows[0]?.attemptId;
}

/** Staff decisions about the person that no attempt has used, oldest first. */
export async function selectOpenExceptions(db: Reader, personId: string): Promise<OpenException[]> {
  return db
    .selectFrom("attemptException")
    .select(["id", "kind", "extraMinutes"])
    .where("personId", "=", personId)
    .where("usedByAttemptId", "is", null)
    .orderBy("recordedAt")
    .orderBy("id")
    .execute();
}

export async function consumeExceptions(trx: Trx, ids: readonly string[], attemptId: string): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("attemptException")
    .set({ usedByAttemptId: attemptId })
    .where("id", "in", [...ids])
    .execute();
}

/** Whether staff had let the attempt begin before the renewal window. */
export async function selectStartedOutsideWindow(db: Reader, attemptId: string): Promise<boolean> {
  const row = await db
    .selectFrom("attemptException")
    .select("id")
    .where("usedByAttemptId", "=", attemptId)
    .where("kind", "=", "outside_window")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertException(
  trx: Trx,
  exception: Omit<OpenException, "id"> & {
    readonly personId: string;
    readonly reason: string;
    readonly recordedAt: Date;
    readonly recordedBy: string;
    readonly usedByAttemptId: string | null;
  },
): Promise<string> {
  return (await trx.insertInto("attemptException").values(exception).returning("id").executeTakeFirstOrThrow()).id;
}

/** The deadline, and the minutes it has been moved by, of an attempt that the caller has locked. */
export async function updateDeadline(
  trx: Trx,
  attemptId: string,
  { deadlineAt, extraMinutes }: Pick<Attempt, "deadlineAt" | "extraMinutes">,
): Promise<void> {
  await trx.updateTable("attempt").set({ deadlineAt, extraMinutes }).where("id", "=", attemptId).execute();
}

/** Attempts under way whose deadline is before `instant`, the longest overdue first. */
export async function selectActiveWithDeadlineBefore(db: Reader, instant: Date): Promise<{ attemptId: string }[]> {
  return db
    .selectFrom("attempt")
    .select("id as attemptId")
    .where("finishedAt", "is", null)
    .where("deadlineAt", "<=", instant)
    .orderBy("deadlineAt")
    .execute();
}

export interface Finish extends Pick<AttemptTable, "finishedAt" | "finishedBy" | "gradedAt"> {
  readonly result: AttemptResult;
  /** By the ordinal of the item, from 1 on; null for an item that is left out of the result. */
  readonly points: readonly (number | null)[];
  /** Likewise; null without an answer. */
  readonly spentSeconds: readonly (number | null)[];
}

/** Closes a locked attempt with its result. */
export async function updateAsFinished(
  trx: Trx,
  attemptId: string,
  { points, spentSeconds, result, ...finish }: Finish,
): Promise<void> {
  await sql`
    update attempt_item set points = graded.points, spent_seconds = graded.seconds
    from unnest(${[...points]}::numeric[], ${[...spentSeconds]}::integer[]) with ordinality as graded (points, seconds, ordinal)
    where attempt_item.attempt_id = ${attemptId}::uuid and attempt_item.ordinal = graded.ordinal
  `.execute(trx);
  const { scorePercent, passed } = result;
  await trx
    .updateTable("attempt")
    .set({ ...finish, scorePercent, passed, result: JSON.stringify(result) })
    .where("id", "=", attemptId)
    .execute();
}

/** Closes a locked attempt whose result waits: everything but points and result. */
export async function updateAsHandedIn(
  trx: Trx,
  attemptId: string,
  { finishedAt, finishedBy, spentSeconds }: Pick<Finish, "finishedAt" | "finishedBy" | "spentSeconds">,
): Promise<void> {
  await sql`
    update attempt_item set spent_seconds = spent.seconds
    from unnest(${[...spentSeconds]}::integer[]) with ordinality as spent (seconds, ordinal)
    where attempt_item.attempt_id = ${attemptId}::uuid and attempt_item.ordinal = spent.ordinal
  `.execute(trx);
  await trx.updateTable("attempt").set({ finishedAt, finishedBy }).where("id", "=", attemptId).execute();
}
