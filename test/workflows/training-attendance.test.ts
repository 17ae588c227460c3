import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Rejection } from "~/kernel/rejection";
import type { Database } from "~/platform/database/handle";
import type { AttendanceMark } from "~/platform/schema/training-tables";
import { selectAttendance } from "~/training/attendance-queries.server";
import { selectTrainingCompletion } from "~/training/completion-queries.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { recordAttendance } from "~/training/record-attendance.server";
import { selectTrainingSession } from "~/training/session-queries.server";
import { aPartner, aTrainer, aTrainingSession } from "../factories/training";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-02-01T08:00:00Z");
const firstMorning = new Date("2027-03-09T08:00:00Z");
const secondMorning = new Date("2027-03-10T08:00:00Z");

let database: Database;
let trainerId: string;
let sessionId: string;
let people: string[];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  // An exam whose start asks for the training.
  await db
    .insertInto("certificationProgramme")
    .values({ code: "training-test", nameEn: "Test programme", nameDe: "Testprogramm" })
    .execute();
  await db
    .insertInto("programmeVersion")
    .values({
      programmeCode: "training-test",
      version: 1,
      blueprint: JSON.stringify([]),
      cutScorePercent: 70,
      durationMinutes: 60,
      requiresTraining: true,
      activeFrom: now,
      recordedBy: null,
    } as never)
    .execute();
});
afterAll(() => database.close());

let round = 0;
beforeEach(async () => {
  round += 1;
  const { db } = database;
  trainerId = await aTrainer(db, now, `Trainer ${round}`);
  const partner = await aPartner(db, now, { name: `Partner ${round}`, engineers: 2 });
  people = partner.engineerIds;
  sessionId = await aTrainingSession(db, now, { trainerId });
  await enrolPeople(
    db,
    {
      actorId: partner.adminId,
      trainingSessionId: sessionId,
      organisationId: partner.organisationId,
      personIds: people,
      purchaseOrder: null,
      oneself: false,
    },
    now,
  );
});

async function mark(part: 1 | 2, marks: AttendanceMark[], at: Date) {
  const session = await selectTrainingSession(database.db, sessionId);
  const rows = await selectAttendance(database.db, sessionId);
  const given = marks.map((value, index) => ({ enrolmentId: rows[index]?.enrolmentId ?? "", mark: value }));
  const partId = session.parts[part - 1]?.id ?? "";
  return recordAttendance(database.db, { actorId: trainerId, trainingSessionId: sessionId, partId, marks: given }, at);
}
const completion = (index: number) => selectTrainingCompletion(database.db, people[index] ?? "", "second_level");
const examNotices = async () =>
  (await database.db.selectFrom("notice").select("recipientId").where("kind", "=", "exam_available").execute()).filter(
    ({ recipientId }) => people.includes(recipientId),
  );

describe("attendance", () => {
  it("is not recorded before the part begins", async () => {
    const early = mark(1, ["present"], new Date(firstMorning.getTime() - 1));
    await expect(early).rejects.toMatchObject({ code: "attendance_too_early" } satisfies Partial<Rejection>);
    await expect(mark(2, ["present"], firstMorning)).rejects.toMatchObject({ code: "attendance_too_early" });
    expect(await mark(1, ["present"], firstMorning)).toEqual({ recorded: 1, completed: 0 });
  });

  it("present in all parts completes the training and opens the exam, told once", async () => {
    await mark(1, ["present", "partial"], firstMorning);
    expect(await completion(0)).toBeNull();
    expect(await mark(2, ["present", "present"], secondMorning)).toEqual({ recorded: 2, completed: 1 });
    expect(await completion(0)).toEqual({
      trainingSessionId: sessionId,
      completedAt: new Date("2027-03-10T11:00:00Z"),
      completedOn: "2027-03-10",
    });
    expect(await completion(1)).toBeNull();
    expect(await selectTrainingCompletion(database.db, people[0] ?? "", "support_24_7")).toBeNull();
    expect(await examNotices()).toEqual([{ recipientId: people[0] }]);
  });

  it("can be corrected: completion goes and comes, the old mark stays in the audit trail, nobody is told twice", async () => {
    await mark(1, ["present"], firstMorning);
    await mark(2, ["present"], secondMorning);
    await mark(2, ["absent"], secondMorning);
    expect(await completion(0)).toBeNull();
    await mark(2, ["present"], secondMorning);
    expect(await completion(0)).not.toBeNull();
    expect(await examNotices()).toHaveLength(1);
    const corrections = await database.db
      .selectFrom("auditEvent")
      .innerJoin("enrolment", "enrolment.id", "auditEvent.subjectId")
      .select(["before", "after"])
      .where("action", "=", "attendance.corrected")
      .where("trainingSessionId", "=", sessionId)
      .orderBy("sequence")
      .execute();
    expect(corrections.map(({ before, after }) => [before?.mark, after?.mark])).toEqual([
      ["present", "absent"],
      ["absent", "present"],
    ]);
  });

  it("recorded again without a change writes nothing", async () => {
    await mark(1, ["present", "absent"], firstMorning);
    expect(await mark(1, ["present", "absent"], firstMorning)).toEqual({ recorded: 0, completed: 0 });
  });

  it("is not recorded for people of another session", async () => {
    const session = await selectTrainingSession(database.db, sessionId);
    const marks = [{ enrolmentId: "00000000-0000-4000-8000-000000000000", mark: "present" as const }];
    const partId = session.parts[0]?.id ?? "";
    const foreign = recordAttendance(
      database.db,
      { actorId: trainerId, trainingSessionId: sessionId, partId, marks },
      firstMorning,
    );
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});
