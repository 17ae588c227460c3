import { sql } from "kysely";
import { violates } from "~/platform/database/errors";
import type { Trx } from "~/platform/database/handle";
import type { AttemptTable } from "~/platform/schema/examination-tables";
import type { OpenException } from "./attempt-policy";
import type { Attempt } from "./attempt-queries.server";
import type { Declared } from "./declaration";
import type { AttemptResult } from "./grade-attempt";

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
  /** What the candidate has accepted, and the minutes that were shown. */
  readonly declaration: Declared & { readonly durationMinutes: number };
}

/** The new attempt's id, or undefined when one is under way already. One statement for all of it, the same text however long the form. */
export async function insertAttempt(trx: Trx, attempt: NewAttempt): Promise<string | undefined> {
  const { declaration } = attempt;
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
    ), declared as (
      insert into attempt_declaration (attempt_id, version, language, duration_minutes, deadline_at, accepted_at)
      select id, ${declaration.version}::integer, ${declaration.language}::text, ${declaration.durationMinutes}::integer,
        ${deadlineAt}::timestamptz, ${startedAt}::timestamptz
      from begun
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

export async function consumeExceptions(trx: Trx, ids: readonly string[], attemptId: string): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("attemptException")
    .set({ usedByAttemptId: attemptId })
    .where("id", "in", [...ids])
    .execute();
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
  const { finishedAt, finishedBy, gradedAt } = finish;
  const { scorePercent, passed } = result;
  await sql`
    with graded as (
      update attempt_item set points = graded.points, spent_seconds = graded.seconds
      from unnest(${[...points]}::numeric[], ${[...spentSeconds]}::integer[]) with ordinality as graded (points, seconds, ordinal)
      where attempt_item.attempt_id = ${attemptId}::uuid and attempt_item.ordinal = graded.ordinal
    )
    update attempt set finished_at = ${finishedAt}::timestamptz, finished_by = ${finishedBy}, graded_at = ${gradedAt}::timestamptz,
      score_percent = ${scorePercent}::numeric, passed = ${passed}::boolean, result = ${JSON.stringify(result)}::jsonb
    where id = ${attemptId}::uuid
  `.execute(trx);
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
