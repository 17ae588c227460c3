import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { AttemptTable } from "~/platform/schema/examination-tables";
import type { FinishedAttempt, OpenException } from "./attempt-policy";
import type { AttemptResult } from "./grade-attempt";

export interface Attempt
  extends Omit<
    AttemptTable,
    "id" | "extraMinutes" | "turn" | "result" | "pointsSum" | "maxPointsSum" | "finishedMonth"
  > {
  readonly id: string;
  readonly extraMinutes: number;
  readonly turn: number;
  readonly result: AttemptResult | null;
}

/** Every column of an attempt that is read. */
const attemptColumns = [
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
  "turn",
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
  const row = await db.selectFrom("attempt").select(attemptColumns).where("id", "=", attemptId).executeTakeFirst();
  if (!row) throw notFound();
  return asAttempt(row);
}

const startedOutsideWindow = sql<boolean>`exists (
  select from attempt_exception where used_by_attempt_id = attempt.id and kind = 'outside_window')`;

/** One namespace for the locks on how an item version is graded. */
export const gradingLocks = 10;

/**
 * Nobody saves an answer, hands in or changes the deadline until the transaction ends, and no regrade of any of its item versions is applied or undone: an attempt
 * graded in it is either graded by the regrade, or seen by it. For an attempt that is graded already the versions are not held: a regrade, which locks the version first
 * and then its graded attempts, would wait for this one in a circle. With whether staff had let it begin before the renewal window.
 */
export async function lockAttemptToFinish(
  trx: Trx,
  attemptId: string,
): Promise<{ attempt: Attempt; exceptionUsed: boolean }> {
  const [row] = await lockedToFinish(trx, { attemptId });
  if (!row) throw notFound();
  const { exceptionUsed, held: _, ...attempt } = row;
  return { attempt: asAttempt(attempt), exceptionUsed };
}

const lockedToFinish = keptQuery((db, { attemptId }: { attemptId: string }) =>
  db
    .selectFrom((query) =>
      query
        .selectFrom("attempt")
        .select(attemptColumns)
        .select(startedOutsideWindow.as("exceptionUsed"))
        .where("id", "=", attemptId)
        .forUpdate()
        .as("locked"),
    )
    .selectAll()
    // In the order of their names, so that two who hold several cannot wait for each other.
    .select(
      sql<number>`(
        select count(pg_advisory_xact_lock_shared(hashtextextended(version.id, ${sql.lit(gradingLocks)})))
        from (select distinct item_version_id::text as id from attempt_item where attempt_id = locked.id order by id) as version
        where num_nulls(locked.graded_at) = 1
      )`.as("held"),
    ),
);

/**
 * Whether the attempt that is named by its key is under way. Not as `finished_at is null`: to that the indexes of the attempts under way answer, of which
 * the planner knows none when it has counted at night, and takes reading all of them for cheaper than the key.
 */
export const stillUnderWay = sql<boolean>`num_nulls(attempt.finished_at) = 1`;

/** Locks the person's attempt that is under way, if there is one. */
export async function lockOptionalActiveAttempt(trx: Trx, personId: string): Promise<Attempt | undefined> {
  const row = await trx
    .selectFrom("attempt")
    .select(attemptColumns)
    .where("personId", "=", personId)
    .where("finishedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row && asAttempt(row);
}

/** The person's attempt that is under way, if there is one. */
export async function selectOptionalActiveAttempt(
  db: Reader,
  personId: string,
): Promise<{ attemptId: string; deadlineAt: Date } | undefined> {
  return db
    .selectFrom("attempt")
    .select(["id as attemptId", "deadlineAt"])
    .where("personId", "=", personId)
    .where("finishedAt", "is", null)
    .executeTakeFirst();
}

/** Every attempt of the person, newest first. */
export async function selectAttemptsOf(db: Reader, personId: string): Promise<Attempt[]> {
  return (await attemptsOf(db, { personId })).map(asAttempt);
}

const attemptsOf = keptQuery((db, { personId }: { personId: string }) =>
  db.selectFrom("attempt").select(attemptColumns).where("personId", "=", personId).orderBy("ordinal", "desc"),
);

/** Who sits the exam and for whom, with the zone of the organisation. */
export async function selectNamesOf(db: Reader, attempt: { personId: string; organisationId: string }) {
  const [row] = await namesOf(db, attempt);
  if (!row) throw notFound();
  return row;
}

const namesOf = keptQuery((db, { personId, organisationId }: { personId: string; organisationId: string }) =>
  db
    .selectFrom("person")
    .innerJoin("organisation", (join) => join.on("organisation.id", "=", organisationId))
    .select(["fullName as personName", "organisation.name as organisationName", "timeZone"])
    .where("person.id", "=", personId),
);

export const isFinished = (attempt: Attempt): attempt is Attempt & FinishedAttempt => attempt.finishedAt !== null;

/** Locks the person, so that two attempts of one person are started one after the other. */
export async function lockCandidate(trx: Trx, personId: string): Promise<void> {
  const [row] = await lockedCandidates(trx, { personId });
  if (!row) throw notFound();
}

const lockedCandidates = keptQuery((db, { personId }: { personId: string }) =>
  db.selectFrom("person").select("id").where("id", "=", personId).forNoKeyUpdate(),
);

/** Staff decisions about the person that stand and that no attempt has used, oldest first. */
export const selectOpenExceptions = (db: Reader, personId: string): Promise<OpenException[]> =>
  openExceptions(db, { personId });

const openExceptions = keptQuery((db, { personId }: { personId: string }) =>
  db
    .selectFrom("attemptException")
    .select(["id", "kind", "extraMinutes"])
    .where("personId", "=", personId)
    .where("usedByAttemptId", "is", null)
    .where("withdrawnAt", "is", null)
    .orderBy("recordedAt")
    .orderBy("id"),
);

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
