import { sql } from "kysely";
import { conflict, notFound } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import type { Reader, Trx } from "~/platform/database/handle";
import type { RegradeTable } from "~/platform/schema/evaluation-tables";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { gradingLocks } from "../attempt-queries.server";
import type { AttemptResult } from "../grade-attempt";
import type { ItemResponse } from "../response";
import type { Section } from "../section-names";
import type { Treatment } from "./treatment";

export interface Regrade extends Omit<RegradeTable, "id" | "treatment"> {
  readonly id: string;
  readonly treatment: Treatment;
}

const columns = [
  "id",
  "itemVersionId",
  "treatment",
  "takePassesAway",
  "reason",
  "createdAt",
  "createdBy",
  "appliedAt",
  "appliedBy",
  "undoneAt",
  "undoneBy",
  "undoReason",
  "certificatesAfterUndo",
  "discardedAt",
  "discardedBy",
  "discardReason",
] as const;

/** What stands in `treatment` was checked when it was written. */
const asRegrade = (row: object): Regrade => row as Regrade;

export async function selectRegrade(db: Reader, id: string): Promise<Regrade> {
  const row = await db.selectFrom("regrade").select(columns).where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound();
  return asRegrade(row);
}

/** Nobody applies, undoes or discards it until the transaction ends. */
export async function lockRegrade(trx: Trx, id: string): Promise<Regrade> {
  const row = await trx.selectFrom("regrade").select(columns).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return asRegrade(row);
}

export async function insertRegrade(
  trx: Trx,
  regrade: Pick<Regrade, "itemVersionId" | "treatment" | "takePassesAway" | "reason" | "createdAt" | "createdBy">,
): Promise<string> {
  const row = await trx
    .insertInto("regrade")
    .values({ ...regrade, treatment: JSON.stringify(regrade.treatment) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** From now on the item version is graded by it. Throws `regrade_in_force` while another regrade of the version is. */
export async function updateAsApplied(
  trx: Trx,
  id: string,
  applied: Pick<Regrade, "appliedAt" | "appliedBy">,
): Promise<void> {
  try {
    await trx.updateTable("regrade").set(applied).where("id", "=", id).execute();
  } catch (error) {
    if (violates(error, "one_regrade_in_force")) throw conflict("regrade_in_force");
    throw error;
  }
}

export async function updateAsUndone(
  trx: Trx,
  id: string,
  undone: Pick<Regrade, "undoneAt" | "undoneBy" | "undoReason" | "certificatesAfterUndo">,
): Promise<void> {
  await trx.updateTable("regrade").set(undone).where("id", "=", id).execute();
}

export async function updateAsDiscarded(
  trx: Trx,
  id: string,
  discarded: Pick<Regrade, "discardedAt" | "discardedBy" | "discardReason">,
): Promise<void> {
  await trx.updateTable("regrade").set(discarded).where("id", "=", id).execute();
}

/**
 * Waits for everybody who is grading the item version and keeps others from beginning; then locks the graded attempts that have it, in one
 * order, so that two regrades cannot wait for each other.
 */
export async function lockGradingOf(trx: Trx, itemVersionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${itemVersionId}, ${gradingLocks}))`.execute(trx);
  await sql`
    select id from attempt
    where graded_at is not null and id in (select attempt_id from attempt_item where item_version_id = ${itemVersionId}::uuid)
    order by id for no key update
  `.execute(trx);
}

/** A graded attempt that had the item version. */
export interface GradedAttempt {
  readonly attemptId: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly timeZone: string;
  readonly programmeVersionId: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly result: AttemptResult;
  readonly ordinal: number;
  readonly seed: string;
  readonly response: ItemResponse | null;
  readonly points: number | null;
  /** What people gave it, in the order given; nothing where nobody had to. */
  readonly markings: readonly number[];
  /** What the item had earned before `replacedAt`; undefined when no result was replaced then. */
  readonly pointsThen: number | null | undefined;
  readonly startedOutsideWindow: boolean;
}

/** Every graded attempt that had the item version, in one statement; with `replacedAt` also what the item earned until then. */
export async function selectGradedAttempts(
  db: Reader,
  itemVersionId: string,
  replacedAt: Date | null,
): Promise<GradedAttempt[]> {
  const { rows } = await sql<Omit<GradedAttempt, "pointsThen"> & { pointsThen: number | null; wasReplaced: boolean }>`
    select attempt.id as attempt_id, attempt.person_id, full_name as person_name, attempt.organisation_id, organisation.name as organisation_name,
      time_zone, programme_version_id, started_at, finished_at, attempt.result, attempt_item.ordinal, seat.seed, seat.response, seat.points,
      (select coalesce(jsonb_agg(given.points order by given.place), '[]') from report_marking as given
        where given.attempt_id = attempt.id and given.ordinal = attempt_item.ordinal) as markings,
      earlier.item_points[attempt_item.ordinal] as points_then, earlier.id is not null as was_replaced,
      exists (select from attempt_exception where used_by_attempt_id = attempt.id and kind = 'outside_window') as started_outside_window
    from attempt_item
    cross join lateral (select attempt_item.seed, attempt_item.response, attempt_item.points) as seat
    join attempt on attempt.id = attempt_id
    join person on person.id = attempt.person_id
    join organisation on organisation.id = attempt.organisation_id
    left join attempt_earlier_result as earlier on earlier.attempt_id = attempt.id and earlier.superseded_at = ${replacedAt}::timestamptz
    where item_version_id = ${itemVersionId}::uuid and graded_at is not null
    order by full_name, finished_at, attempt.id
  `.execute(db);
  return rows.map(({ wasReplaced, ...row }) => ({ ...row, pointsThen: wasReplaced ? row.pointsThen : undefined }));
}

export interface NewResult {
  readonly attemptId: string;
  readonly ordinal: number;
  readonly points: number | null;
  readonly result: AttemptResult;
}

/** Puts new results in the place of those of locked attempts; the database keeps what they replace. Two statements, however many. */
export async function updateResults(trx: Trx, results: readonly NewResult[], now: Date): Promise<void> {
  const ids = results.map(({ attemptId }) => attemptId);
  await sql`
    update attempt set graded_at = ${now}::timestamptz, score_percent = (fresh.result ->> 'scorePercent')::numeric,
      passed = (fresh.result ->> 'passed')::boolean, result = fresh.result
    from unnest(${ids}::uuid[], ${results.map(({ result }) => JSON.stringify(result))}::jsonb[]) as fresh (id, result)
    where attempt.id = fresh.id
  `.execute(trx);
  await sql`
    update attempt_item set points = fresh.points
    from unnest(${ids}::uuid[], ${results.map(({ ordinal }) => ordinal)}::integer[], ${results.map(({ points }) => points)}::numeric[])
      as fresh (id, ordinal, points)
    where attempt_item.attempt_id = fresh.id and attempt_item.ordinal = fresh.ordinal
  `.execute(trx);
}

/** The item version that a regrade is about. */
export interface RegradedVersion {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly code: string;
  readonly version: number;
  readonly section: Section;
  readonly kind: ItemKind;
  readonly points: number;
  readonly content: unknown;
}

export async function selectRegradedVersion(db: Reader, itemVersionId: string): Promise<RegradedVersion> {
  const row = await db
    .selectFrom("itemVersion")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .select(["itemVersion.id as itemVersionId", "itemId", "code", "version", "section", "kind", "points", "content"])
    .where("itemVersion.id", "=", itemVersionId)
    .where("pool", "=", "certification")
    .executeTakeFirst();
  if (!row) throw notFound();
  return { ...row, section: row.section as Section };
}

/** A regrade by which an item version is graded now. */
export interface RegradeInForce {
  readonly id: string;
  readonly itemVersionId: string;
  readonly version: number;
  readonly treatment: Treatment["kind"];
  readonly appliedAt: Date;
  /** Whether forms still draw the version. */
  readonly drawn: boolean;
}

/** The regrades in force of an item, at most one a version, the newest version first. */
export async function selectRegradesInForce(db: Reader, itemId: string): Promise<RegradeInForce[]> {
  const rows = await db
    .selectFrom("regrade")
    .innerJoin("itemVersion", "itemVersion.id", "regrade.itemVersionId")
    .select(["regrade.id", "itemVersionId", "version", "treatment", "appliedAt", "status"])
    .where("itemId", "=", itemId)
    .where("appliedAt", "is not", null)
    .where("undoneAt", "is", null)
    .orderBy("version", "desc")
    .execute();
  return rows.flatMap(({ treatment, appliedAt, status, ...row }) => {
    const { kind } = treatment as unknown as Treatment;
    return appliedAt ? [{ ...row, treatment: kind, appliedAt, drawn: status === "active" }] : [];
  });
}

/** Every regrade with what it is about, newest first; `content` is that of the item version. */
export async function selectRegrades(db: Reader) {
  const rows = await db
    .selectFrom("regrade")
    .innerJoin("itemVersion", "itemVersion.id", "regrade.itemVersionId")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .innerJoin("person", "person.id", "regrade.createdBy")
    .select(["regrade.id", "code", "version", "treatment", "reason", "regrade.createdAt", "appliedAt", "undoneAt"])
    .select(["discardedAt", "content", "fullName as createdByName"])
    .orderBy("regrade.createdAt", "desc")
    .execute();
  return rows.map((row) => ({ ...row, treatment: row.treatment as unknown as Treatment }));
}
