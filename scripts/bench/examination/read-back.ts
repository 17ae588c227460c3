import { isDeepStrictEqual } from "node:util";
import { readContents, readForm } from "~/examination/form-queries.server";
import { modelAnswer } from "~/examination/model-answer";
import { keyOf } from "~/examination/present-item";
import type { Portal } from "~/platform/portal";
import type { Acknowledged } from "./answering";
import type { Sitter } from "./shots";
import type { Seat } from "./world";

/** Who has begun, with the right answers, which no page tells: read from the database while no server runs on it. */
export async function readSitters({ db, database }: Portal, seats: readonly Seat[]): Promise<Sitter[]> {
  const { rows } = await database.pool.query<{ id: string; personId: string }>(
    `select id, person_id as "personId" from attempt where finished_at is null`,
  );
  const attempts = new Map(rows.map(({ id, personId }) => [personId, id]));
  const sitters: Sitter[] = [];
  for (const seat of seats) {
    const attemptId = attempts.get(seat.personId);
    if (!attemptId) continue;
    const form = await readForm(db, attemptId);
    const contents = await readContents(db, form);
    const answers = contents.map((content, index) => modelAnswer(keyOf(content, form[index]?.seed ?? "")));
    sitters.push({ ...seat, attemptId, answers });
  }
  return sitters;
}

export interface ReadBack {
  /** Acknowledged answers that are not stored as they were given. */
  readonly lost: number;
  readonly finished: number;
  readonly passed: number;
  readonly certificates: number;
}

/** Holds what is stored against every answer that was acknowledged. */
export async function readBack(
  { database: { pool } }: Portal,
  sitters: readonly Sitter[],
  acknowledged: Acknowledged,
): Promise<ReadBack> {
  const ids = sitters.map(({ attemptId }) => attemptId);
  const { rows: stored } = await pool.query<{ place: string; sequence: number; flagged: boolean; response: unknown }>(
    `select attempt_id || ' ' || ordinal as place, response_sequence::int as sequence, flagged, response from attempt_item where attempt_id = any ($1::uuid[])`,
    [ids],
  );
  const byPlace = new Map(stored.map((row) => [row.place, row]));
  const lost = [...acknowledged].filter(([place, { sequence, flagged, given }]) => {
    const row = byPlace.get(place);
    return !row || row.sequence !== sequence || row.flagged !== flagged || !isDeepStrictEqual(row.response, given);
  });
  const { rows } = await pool.query<Omit<ReadBack, "lost">>(
    `select count(finished_at)::int as finished, count(*) filter (where passed)::int as passed,
      (select count(*)::int from certificate where attempt_id = any ($1::uuid[])) as certificates
      from attempt where id = any ($1::uuid[])`,
    [ids],
  );
  return { lost: lost.length, finished: 0, passed: 0, certificates: 0, ...rows[0] };
}
