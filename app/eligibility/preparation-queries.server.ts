import { sql } from "kysely";
import type { FinishedAttempt, OpenException } from "~/examination/attempt-policy";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { ExamWindow } from "~/examination/exam-window";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { TrainingSeat } from "./next-step";

interface People {
  readonly personIds: readonly string[];
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

type Of<T> = T & { readonly personId: string };

/** The people's enrolments in second-level trainings that were not cancelled, wherever they were made. */
export const selectTrainingSeats = async (db: Reader, personIds: readonly string[]) =>
  (await trainingSeats(db, { personIds: [...personIds] })) as Of<TrainingSeat>[];

const trainingSeats = keptQuery((db, { personIds }: People) =>
  db
    .selectFrom("enrolment")
    .innerJoin("trainingSession", "trainingSession.id", "enrolment.trainingSessionId")
    .innerJoin("course", "course.code", "trainingSession.courseCode")
    .innerJoin("trainingPart", "trainingPart.trainingSessionId", "trainingSession.id")
    .leftJoin("attendance", (join) =>
      join
        .onRef("attendance.enrolmentId", "=", "enrolment.id")
        .onRef("attendance.trainingPartId", "=", "trainingPart.id"),
    )
    .select([
      "enrolment.personId",
      "enrolment.trainingSessionId",
      "enrolment.state",
      "enrolment.offerExpiresAt",
      "trainingSession.timeZone",
      sql<Date>`min(lower(during))`.as("startsAt"),
      sql<Date>`max(upper(during))`.as("endsAt"),
      sql<TrainingSeat["marks"]>`array_agg(mark order by ordinal)`.as("marks"),
    ])
    .where("enrolment.personId", "=", anyOf(personIds))
    .where("enrolment.state", "in", ["enrolled", "waiting", "offered"])
    .where("trainingSession.state", "=", "scheduled")
    .where("course.kind", "=", "second_level")
    .groupBy(["enrolment.id", "trainingSession.id"]),
);

/** An examination of the person; `finishedAt` null while it is under way, `passed` until it is graded. */
export interface AttemptFact extends Of<Pick<FinishedAttempt, "deadlineAt" | "passed">> {
  readonly id: string;
  readonly finishedAt: Date | null;
}

/** What decides beside the trainings whether the people may start an exam. */
export interface ExamRecord {
  /** Whether the version of the programme that applies at `at` asks for the training. */
  readonly requiresTraining: boolean;
  /** What staff allowed the people and no attempt has used. */
  readonly exceptions: readonly Of<OpenException>[];
  readonly attempts: readonly AttemptFact[];
  /** Those of the programme that stand. */
  readonly windows: readonly ExamWindow[];
}

/** One statement. */
export async function selectExamRecord(db: Reader, personIds: readonly string[], at: Date): Promise<ExamRecord> {
  const [row] = await examRecord(db, { personIds: [...personIds], at });
  if (!row) throw new Error("a statement without a table answered without a row");
  const attempts = row.attempts.map(([id, personId, deadlineMs, finishedMs, passed]) => {
    const finishedAt = finishedMs === null ? null : new Date(finishedMs);
    return { id, personId, deadlineAt: new Date(deadlineMs), finishedAt, passed };
  });
  const windows = row.windows.map(([opensMs, closesMs]) => ({
    opensAt: new Date(opensMs),
    closesAt: new Date(closesMs),
  }));
  return { requiresTraining: row.requiresTraining ?? true, exceptions: row.exceptions, attempts, windows };
}

/** Milliseconds since 1970, as `Date` counts them. */
const inMs = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

const examRecord = keptQuery(
  (_db, { personIds, at }: People & { at: Date }) => sql<{
    requiresTraining: boolean | null;
    exceptions: Of<OpenException>[];
    attempts: [id: string, personId: string, deadlineMs: number, finishedMs: number | null, passed: boolean | null][];
    windows: [opensMs: number, closesMs: number][];
  }>`
    select
      (
        select requires_training from programme_version
        where programme_code = ${secondLevelAdministrator.code} and active_from <= ${at}
        order by version desc limit 1
      ) as requires_training,
      (
        select coalesce(json_agg(json_build_object('id', id, 'personId', person_id, 'kind', kind, 'extraMinutes', extra_minutes)
          order by recorded_at, id), '[]')
        from attempt_exception
        where person_id = ${anyOf(personIds)} and used_by_attempt_id is null and withdrawn_at is null
      ) as exceptions,
      (
        select coalesce(json_agg(json_build_array(id, person_id, ${inMs("deadline_at")}, ${inMs("finished_at")}, passed)), '[]')
        from attempt
        where person_id = ${anyOf(personIds)}
      ) as attempts,
      (
        select coalesce(json_agg(json_build_array(${inMs("opens_at")}, ${inMs("closes_at")})), '[]')
        from exam_window
        where programme_code = ${secondLevelAdministrator.code} and withdrawn_at is null
      ) as windows
  `,
);
