import { sql } from "kysely";
import { conflict } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import type { Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
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

/** The new attempt's id. Throws `attempt_active` when one of the person is under way already. One statement for all of it, the same text however long the form. */
export async function insertAttempt(trx: Trx, attempt: NewAttempt): Promise<string> {
  const { items, declaration, ...begun } = attempt;
  const [row] = await begunAttempts(trx, {
    ...begun,
    versions: items.map(({ itemVersionId }) => itemVersionId),
    seeds: items.map((item) => item.seed),
    declaredVersion: declaration.version,
    language: declaration.language,
    durationMinutes: declaration.durationMinutes,
  }).catch((error: unknown) => {
    throw violates(error, "one_active_attempt") ? conflict("attempt_active") : error;
  });
  if (!row) throw new Error("an attempt that was begun has no id");
  return row.attemptId;
}

interface Begun extends Omit<NewAttempt, "items" | "declaration"> {
  readonly versions: readonly string[];
  readonly seeds: readonly string[];
  readonly declaredVersion: number;
  readonly language: Declared["language"];
  readonly durationMinutes: number;
}

const begunAttempts = keptQuery(
  (_db, attempt: Begun) => sql<{ attemptId: string }>`
    with begun as (
      insert into attempt (person_id, organisation_id, programme_version_id, ordinal, seed, started_at, deadline_at, extra_minutes, active_client)
      values (${attempt.personId}::uuid, ${attempt.organisationId}::uuid, ${attempt.programmeVersionId}::uuid, ${attempt.ordinal}, ${attempt.seed},
        ${attempt.startedAt}, ${attempt.deadlineAt}, ${attempt.extraMinutes}, ${attempt.activeClient})
      returning id
    ), form as (
      insert into attempt_item (attempt_id, ordinal, item_version_id, seed)
      select begun.id, place.ordinal, place.version, place.seed
      from begun cross join unnest(${attempt.versions}::uuid[], ${attempt.seeds}::text[]) with ordinality as place (version, seed, ordinal)
    ), declared as (
      insert into attempt_declaration (attempt_id, version, language, duration_minutes, deadline_at, accepted_at)
      select id, ${attempt.declaredVersion}::integer, ${attempt.language}::text, ${attempt.durationMinutes}::integer,
        ${attempt.deadlineAt}::timestamptz, ${attempt.startedAt}::timestamptz
      from begun
    )
    select id as attempt_id from begun
  `,
);

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
  const { scorePercent, passed } = result;
  await finishedAttempts(trx, {
    ...finish,
    attemptId,
    scorePercent,
    passed,
    result: JSON.stringify(result),
    points: [...points],
    spentSeconds: [...spentSeconds],
  });
}

interface Finished
  extends Pick<Finish, "finishedAt" | "finishedBy" | "gradedAt" | "points" | "spentSeconds">,
    Pick<AttemptResult, "scorePercent" | "passed"> {
  readonly attemptId: string;
  readonly result: string;
}

const finishedAttempts = keptQuery(
  (_db, finished: Finished) => sql<object>`
    with graded as (
      update attempt_item set points = graded.points, spent_seconds = graded.seconds
      from unnest(${finished.points}::numeric[], ${finished.spentSeconds}::integer[]) with ordinality as graded (points, seconds, ordinal)
      where attempt_item.attempt_id = ${finished.attemptId}::uuid and attempt_item.ordinal = graded.ordinal
    )
    update attempt set finished_at = ${finished.finishedAt}::timestamptz, finished_by = ${finished.finishedBy},
      graded_at = ${finished.gradedAt}::timestamptz, score_percent = ${finished.scorePercent}::numeric, passed = ${finished.passed}::boolean,
      result = ${finished.result}::jsonb
    where id = ${finished.attemptId}::uuid
  `,
);

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
