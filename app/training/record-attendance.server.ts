import { type AuditEntry, recordEvents } from "~/audit/record-events.server";
import { conflict, notFound } from "~/kernel/rejection";
import { type PlannedNotice, planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { AttendanceMark } from "~/platform/schema/training-tables";
import { type AttendanceRow, selectAttendance, upsertMarks } from "./attendance-queries.server";
import { attendanceOf, attendanceOpen } from "./completion";
import { type OpenedExam, selectOptionalOpenedExam } from "./completion-queries.server";
import { lockTrainingSession, type TrainingSession } from "./session-queries.server";

export interface RecordAttendance {
  readonly actorId: string | null;
  readonly trainingSessionId: string;
  readonly partId: string;
  /** For one part; who is left out keeps the mark that is there. */
  readonly marks: readonly { readonly enrolmentId: string; readonly mark: AttendanceMark }[];
}

/**
 * Records who was there in one part, from the moment it begins (`attendance_too_early` before). A corrected mark leaves what it was in the
 * audit trail. Whoever was now present in all parts of a second-level training is told, once, that the exam is open.
 */
export async function recordAttendance(
  db: Db,
  command: RecordAttendance,
  now: Date,
): Promise<{ recorded: number; completed: number }> {
  const { actorId, trainingSessionId, partId } = command;
  return inTransaction(db, async (trx) => {
    const session = await lockTrainingSession(trx, trainingSessionId);
    if (session.state === "cancelled") throw conflict("training_session_cancelled");
    const part = session.parts.find(({ id }) => id === partId);
    if (!part) throw notFound();
    if (!attendanceOpen(part.start, now)) {
      throw conflict("attendance_too_early", { startsAt: part.start.toISOString(), timeZone: session.timeZone });
    }
    const rows = new Map((await selectAttendance(trx, trainingSessionId)).map((row) => [row.enrolmentId, row]));
    const given = new Map(command.marks.map(({ enrolmentId, mark }) => [enrolmentId, mark]));
    const changes = [...given].flatMap(([enrolmentId, mark]) => {
      const row = rows.get(enrolmentId);
      if (!row) throw notFound();
      const before = row.marks.get(partId)?.mark ?? null;
      return before === mark ? [] : [{ row, mark, before }];
    });
    await upsertMarks(
      trx,
      changes.map(({ row, mark }) => ({
        enrolmentId: row.enrolmentId,
        trainingPartId: partId,
        mark,
        recordedAt: now,
        recordedBy: actorId,
      })),
    );
    const completed = changes.filter(({ row, mark }) => completes(session, row, partId, mark)).map(({ row }) => row);
    const exam = session.courseKind === "second_level" ? await selectOptionalOpenedExam(trx, now) : undefined;
    if (exam)
      await planNotices(
        trx,
        completed.map((row) => examAvailable(row, exam)),
        now,
      );
    const events = changes.map(
      ({ row, mark, before }): AuditEntry => ({
        actorId,
        action: before === null ? "attendance.recorded" : "attendance.corrected",
        subjectType: "enrolment",
        subjectId: row.enrolmentId,
        organisationId: row.organisationId,
        before: before === null ? null : { mark: before },
        after: { mark, part: part.ordinal, personId: row.personId, trainingSessionId },
      }),
    );
    await recordEvents(trx, events, now);
    return { recorded: changes.length, completed: completed.length };
  });
}

/** Whether the person's training is complete with this mark. */
function completes(session: TrainingSession, row: AttendanceRow, partId: string, mark: AttendanceMark): boolean {
  const marks = session.parts.map(({ id }) => (id === partId ? mark : (row.marks.get(id)?.mark ?? null)));
  return attendanceOf(marks).kind === "completed";
}

const examAvailable = (row: AttendanceRow, exam: OpenedExam): PlannedNotice => ({
  kind: "exam_available",
  subjectId: row.enrolmentId,
  cycle: row.enrolmentId,
  stage: "completed",
  recipientId: row.personId,
  organisationId: row.organisationId,
  facts: {
    audience: "holder",
    personId: row.personId,
    personName: row.personName,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    ...exam,
  },
});
