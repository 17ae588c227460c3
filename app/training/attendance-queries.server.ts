import type { Reader, Trx } from "~/platform/database/handle";
import type { AttendanceMark } from "~/platform/schema/training-tables";

export interface AttendanceRow {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** The marks recorded so far, by the id of the part. */
  readonly marks: ReadonlyMap<string, { readonly mark: AttendanceMark; readonly recordedAt: Date }>;
}

/** Everybody enrolled, by name, with their marks. Two statements, however many. */
export async function selectAttendance(db: Reader, trainingSessionId: string): Promise<AttendanceRow[]> {
  const people = await db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .innerJoin("organisation", "organisation.id", "enrolment.organisationId")
    .select([
      "enrolment.id as enrolmentId",
      "enrolment.personId",
      "person.fullName as personName",
      "enrolment.organisationId",
      "organisation.name as organisationName",
    ])
    .where("trainingSessionId", "=", trainingSessionId)
    .where("state", "=", "enrolled")
    .orderBy("person.fullName")
    .execute();
  const marks = await db
    .selectFrom("attendance")
    .innerJoin("enrolment", "enrolment.id", "attendance.enrolmentId")
    .select(["enrolmentId", "trainingPartId", "mark", "recordedAt"])
    .where("trainingSessionId", "=", trainingSessionId)
    .execute();
  const byEnrolment = new Map(people.map((row) => [row.enrolmentId, new Map<string, (typeof marks)[number]>()]));
  for (const mark of marks) byEnrolment.get(mark.enrolmentId)?.set(mark.trainingPartId, mark);
  return people.map((row) => ({ ...row, marks: byEnrolment.get(row.enrolmentId) ?? new Map() }));
}

export interface NewMark {
  readonly enrolmentId: string;
  readonly trainingPartId: string;
  readonly mark: AttendanceMark;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** Writes marks, over those that were there; what they were before stands in the audit trail. */
export async function upsertMarks(trx: Trx, marks: readonly NewMark[]): Promise<void> {
  if (marks.length === 0) return;
  await trx
    .insertInto("attendance")
    .values([...marks])
    .onConflict((conflict) =>
      conflict.columns(["enrolmentId", "trainingPartId"]).doUpdateSet((eb) => ({
        mark: eb.ref("excluded.mark"),
        recordedAt: eb.ref("excluded.recordedAt"),
        recordedBy: eb.ref("excluded.recordedBy"),
      })),
    )
    .execute();
}
