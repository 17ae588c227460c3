import { sql } from "kysely";
import { policy } from "~/kernel/policy";
import { conflict } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import type { Reader, Trx } from "~/platform/database/handle";
import type { MarkingCaseTable, ReportMarkingTable, ThirdMarkingTable } from "~/platform/schema/evaluation-tables";
import type { Share } from "./report-rubric";

type MarkingCase = MarkingCaseTable;

/** Handed in and not graded, as the index of the few has it. */
const resultWaits = sql`attempt.finished_at is not null and attempt.graded_at is null`;

export async function insertMarkingCase(trx: Trx, opened: MarkingCase): Promise<void> {
  const { ordinals, ...row } = opened;
  await trx
    .insertInto("markingCase")
    .values({ ...row, ordinals: sql`${[...ordinals]}::integer[]` })
    .execute();
}

/** Undefined for an attempt whose result never waited. */
export async function selectOptionalMarkingCase(db: Reader, attemptId: string): Promise<MarkingCase | undefined> {
  return db
    .selectFrom("markingCase")
    .select(["attemptId", "openedAt", "dueAt", "ordinals", "scorePercent", "standardError"])
    .where("attemptId", "=", attemptId)
    .executeTakeFirst();
}

/** Beside a report (`marking_case`, `place`): who has marked it, and whether that was not enough. */
const givenMarkings = sql`cross join lateral (
      select coalesce(array_agg(marker_id), '{}') as marker_ids from report_marking
      where report_marking.attempt_id = marking_case.attempt_id and report_marking.ordinal = place.ordinal
    ) as given
    left join third_marking as third on third.attempt_id = marking_case.attempt_id and third.ordinal = place.ordinal`;
const lacksMarking = sql`cardinality(given.marker_ids) < ${sql.lit(policy.markersPerReport)} + (third.attempt_id is not null)::integer`;
const dueAt = sql`coalesce(third.due_at, marking_case.due_at)`;

/** A report that waits for somebody to mark it. */
interface QueuedReport {
  readonly attemptId: string;
  readonly ordinal: number;
  readonly code: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  /** How many have marked it, and whether the reader is one of them. */
  readonly markings: number;
  readonly markedByReader: boolean;
  /** The first two do not settle it. */
  readonly third: boolean;
  /** Whether anybody is left who may mark it. */
  readonly markersLeft: boolean;
}

/** Every report of a result that waits, due first; names nobody. */
export async function selectQueue(db: Reader, readerId: string): Promise<QueuedReport[]> {
  const { rows } = await sql<QueuedReport>`
    select marking_case.attempt_id, place.ordinal, code, opened_at, ${dueAt} as due_at, cardinality(given.marker_ids) as markings,
      ${readerId}::uuid = any (given.marker_ids) as marked_by_reader, third.attempt_id is not null as third,
      exists (
        select from role_assignment join person on person.id = role_assignment.person_id and deactivated_at is null
        where role = 'exam_manager' and superseded_at is null
          and role_assignment.person_id <> attempt.person_id and role_assignment.person_id <> all (given.marker_ids)
      ) as markers_left
    from marking_case
    join attempt on attempt.id = marking_case.attempt_id and ${resultWaits}
    cross join lateral unnest(ordinals) as place (ordinal)
    join attempt_item on attempt_item.attempt_id = marking_case.attempt_id and attempt_item.ordinal = place.ordinal
    join item_version on item_version.id = item_version_id
    join item on item.id = item_id
    ${givenMarkings}
    order by due_at, marking_case.attempt_id, place.ordinal
  `.execute(db);
  return rows;
}

/** A report that should have been marked by now. */
export interface OverdueReport {
  readonly attemptId: string;
  readonly ordinal: number;
  readonly dueAt: Date;
  /** Of the organisation; the day by which is said in it. */
  readonly timeZone: string;
  readonly candidateId: string;
  readonly markerIds: readonly string[];
  /** The third marking is what is missing. */
  readonly third: boolean;
}

/** Every report that waits although it was due, and lacks a marking. */
export async function selectOverdueReports(db: Reader, now: Date): Promise<OverdueReport[]> {
  const { rows } = await sql<OverdueReport>`
    select marking_case.attempt_id, place.ordinal, ${dueAt} as due_at, time_zone, attempt.person_id as candidate_id, given.marker_ids,
      third.attempt_id is not null as third
    from marking_case
    join attempt on attempt.id = marking_case.attempt_id and ${resultWaits}
    join organisation on organisation.id = attempt.organisation_id
    cross join lateral unnest(ordinals) as place (ordinal)
    ${givenMarkings}
    where ${dueAt} <= ${now} and ${lacksMarking}
    order by due_at, marking_case.attempt_id, place.ordinal
  `.execute(db);
  return rows;
}

/** Of these attempts, every report that lacks a marking while its result waits, with those who have marked it. */
export async function selectReportsToMark(
  db: Reader,
  attemptIds: readonly string[],
): Promise<Pick<OverdueReport, "attemptId" | "ordinal" | "markerIds">[]> {
  if (attemptIds.length === 0) return [];
  const { rows } = await sql<Pick<OverdueReport, "attemptId" | "ordinal" | "markerIds">>`
    select marking_case.attempt_id, place.ordinal, given.marker_ids
    from marking_case
    join attempt on attempt.id = marking_case.attempt_id and ${resultWaits}
    cross join lateral unnest(ordinals) as place (ordinal)
    ${givenMarkings}
    where marking_case.attempt_id = any (${[...attemptIds]}::uuid[]) and ${lacksMarking}
  `.execute(db);
  return rows;
}

/** Results that waited and stand by now, the newest first: with them, whose they are may be seen. */
export async function selectSettledCases(db: Reader, limit: number) {
  return db
    .selectFrom("markingCase")
    .innerJoin("attempt", "attempt.id", "markingCase.attemptId")
    .innerJoin("person", "person.id", "attempt.personId")
    .select(["attempt.id as attemptId", "fullName as personName", "markingCase.scorePercent as counted", "ordinals"])
    .select(["attempt.scorePercent as marked", "passed", "gradedAt"])
    .select((eb) =>
      eb
        .exists(eb.selectFrom("thirdMarking").select("ordinal").whereRef("thirdMarking.attemptId", "=", "attempt.id"))
        .as("third"),
    )
    .where("gradedAt", "is not", null)
    .orderBy("gradedAt", "desc")
    .limit(limit)
    .execute();
}

/** The reports of an attempt that their first two markings have not settled. */
export async function selectThirdMarkings(
  db: Reader,
  attemptId: string,
): Promise<Pick<ThirdMarkingTable, "ordinal" | "because" | "dueAt">[]> {
  return db
    .selectFrom("thirdMarking")
    .select(["ordinal", "because", "dueAt"])
    .where("attemptId", "=", attemptId)
    .orderBy("ordinal")
    .execute();
}

export async function insertThirdMarkings(trx: Trx, asked: readonly ThirdMarkingTable[]): Promise<void> {
  await trx
    .insertInto("thirdMarking")
    .values([...asked])
    .execute();
}

export interface GivenMark {
  readonly criterion: string;
  readonly share: Share;
  readonly remark: string | null;
}

export interface Marking extends Omit<ReportMarkingTable, "id" | "attemptId"> {
  readonly markerName: string;
  readonly marks: readonly GivenMark[];
}

/** What people gave the reports of an attempt, by report and in the order given. */
export async function selectMarkings(db: Reader, attemptId: string): Promise<Marking[]> {
  const rows = await db
    .selectFrom("reportMarking")
    .innerJoin("person", "person.id", "markerId")
    .select(["ordinal", "place", "markerId", "fullName as markerName", "points", "remark", "recordedAt"])
    .select(
      sql<GivenMark[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('criterion', criterion, 'share', share, 'remark', report_mark.remark) order by criterion), '[]')
        from report_mark where report_marking_id = report_marking.id
      )`.as("marks"),
    )
    .where("attemptId", "=", attemptId)
    .orderBy("ordinal")
    .orderBy("place")
    .execute();
  return rows;
}

/** Keeps what one person gave. Throws `report_marked_by_you` where that person has marked it, `report_marked_meanwhile` where others have and no more is needed. */
export async function insertMarking(
  trx: Trx,
  { marks, ...marking }: Omit<ReportMarkingTable, "id"> & { readonly marks: readonly GivenMark[] },
): Promise<void> {
  const row = await trx
    .insertInto("reportMarking")
    .values(marking)
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      if (violates(error, "report_marked_once_each")) throw conflict("report_marked_by_you");
      if (violates(error, "report_marked_by_two")) throw conflict("report_marked_meanwhile");
      throw error;
    });
  await trx
    .insertInto("reportMark")
    .values(marks.map((mark) => ({ ...mark, reportMarkingId: row.id })))
    .execute();
}
