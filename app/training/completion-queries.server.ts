import { sql } from "kysely";
import { type Day, dayIn } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { CourseTable } from "~/platform/schema/training-tables";

/** The enrolments whose person was present in every part (clause 2.7; `completion.ts` states the same rule for one person). */
const presentInAllParts = sql<boolean>`not exists (
  select 1 from training_part part where part.training_session_id = enrolment.training_session_id and not exists (
    select 1 from attendance where attendance.enrolment_id = enrolment.id
      and attendance.training_part_id = part.id and attendance.mark = 'present'))`;

export interface TrainingCompletion {
  readonly trainingSessionId: string;
  /** The end of the last part. */
  readonly completedAt: Date;
  /** The same as a day in the zone of the session. */
  readonly completedOn: Day;
}

/** The person's latest completed training of the kind, wherever it was taken; null when there is none. The exam's prerequisite. */
export async function selectTrainingCompletion(
  db: Reader,
  personId: string,
  courseKind: CourseTable["kind"],
): Promise<TrainingCompletion | null> {
  const [row] = await completions(db, { personId, courseKind });
  if (!row) return null;
  const { trainingSessionId, completedAt, timeZone } = row;
  return { trainingSessionId, completedAt, completedOn: dayIn(timeZone, completedAt) };
}

const completions = keptQuery((db, { personId, courseKind }: { personId: string; courseKind: CourseTable["kind"] }) =>
  db
    .selectFrom("enrolment")
    .innerJoin("trainingSession", "trainingSession.id", "enrolment.trainingSessionId")
    .innerJoin("course", "course.code", "trainingSession.courseCode")
    .innerJoin("trainingPart", "trainingPart.trainingSessionId", "trainingSession.id")
    .select(["enrolment.trainingSessionId", "timeZone", sql<Date>`max(upper(during))`.as("completedAt")])
    .where("enrolment.personId", "=", personId)
    .where("enrolment.state", "=", "enrolled")
    .where("trainingSession.state", "=", "scheduled")
    .where("course.kind", "=", courseKind)
    .where(presentInAllParts)
    .groupBy(["enrolment.id", "enrolment.trainingSessionId", "timeZone"])
    .orderBy("completedAt", "desc")
    .limit(1),
);

export interface OpenedExam {
  readonly programmeTitleEn: string;
  readonly programmeTitleDe: string;
}

/**
 * The programme whose exam asks for the second-level training, in the version that applies at `at`; undefined while none is set up. Read
 * here and not by the examination, because the notice that the exam is open is planned with the attendance.
 */
export async function selectOptionalOpenedExam(db: Reader, at: Date): Promise<OpenedExam | undefined> {
  return db
    .selectFrom("programmeVersion")
    .innerJoin("certificationProgramme", "certificationProgramme.code", "programmeVersion.programmeCode")
    .select(["nameEn as programmeTitleEn", "nameDe as programmeTitleDe"])
    .where("requiresTraining", "=", true)
    .where("activeFrom", "<=", at)
    .orderBy("activeFrom", "desc")
    .limit(1)
    .executeTakeFirst();
}
