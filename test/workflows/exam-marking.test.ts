import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { readExamAvailability } from "~/certification/begin-attempt.server";
import { selectOptionalByAttempt } from "~/certification/certificate-queries.server";
import { foreseeNotices } from "~/eligibility/foresee-notices.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { stillDueTogether } from "~/eligibility/still-due.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { selectOverdueAttempts } from "~/examination/finish-attempt.server";
import { selectQueue } from "~/examination/marking/marking-queries.server";
import { readReport } from "~/examination/marking/read-report.server";
import { remindOfMarking } from "~/examination/marking/remind-of-marking.server";
import { addDays, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { examMorning, trainedPartner } from "../factories/examination";
import { anAttemptThatTheReportDecides, aWaitingAttempt, mark, type WaitingAttempt } from "../factories/marking";
import { aStaffMember } from "../factories/organisations";
import { testDatabase, testServerDatabase } from "../set-up/database";

const random = seededRandom("waiting");
const later = (minutes: number) => new Date(examMorning.getTime() + minutes * 60_000);

describe.each([
  ["embedded", testDatabase],
  ["server", testServerDatabase],
])("a result that the ticket decides: %s", (_, open) => {
  let database: Database;
  let markers: [string, string, string];
  let waiting: WaitingAttempt;
  let adminId: string;

  beforeEach(async () => {
    database = await open();
    const { db } = database;
    markers = [
      await aStaffMember(db, "Emma", "exam_manager"),
      await aStaffMember(db, "Nuri", "exam_manager"),
      await aStaffMember(db, "Tess", "exam_manager"),
    ];
    const partner = await trainedPartner(db, { engineers: 8 });
    adminId = partner.adminId;
    waiting = await aWaitingAttempt(db, partner.engineerIds);
  });
  afterEach(() => database.close());

  const told = async (kind: string) =>
    (
      await database.db
        .selectFrom("notice")
        .select("recipientId")
        .where("subjectId", "=", waiting.attemptId)
        .where("kind", "=", kind as "exam_passed")
        .execute()
    ).map(({ recipientId }) => recipientId);

  it("waits: no result, no certificate, no new attempt, and everybody is told what happens next", async () => {
    const { db } = database;
    const attempt = await selectAttempt(db, waiting.attemptId);
    expect(attempt).toMatchObject({ finishedAt: examMorning, gradedAt: null, result: null, passed: null });
    expect(await selectOptionalByAttempt(db, waiting.attemptId)).toBeUndefined();
    const { verdict } = await readExamAvailability(db, waiting.personId, later(10));
    expect(verdict).toEqual({ verdict: "result_pending" });
    expect((await told("exam_waits_for_marking")).sort()).toEqual([waiting.personId, adminId].sort());
    expect((await told("report_to_mark")).sort()).toEqual([...markers].sort());
    expect(await told("exam_passed")).toEqual([]);
    const again = { attemptId: waiting.attemptId, by: "candidate", personId: waiting.personId } as const;
    expect(await handInExam(db, again, later(5), random)).toMatchObject({ outcome: "already_finished", passed: false });
    expect(await selectOverdueAttempts(db, later(600))).not.toContainEqual({ attemptId: waiting.attemptId });
  });

  it("after the second marking stands, certified from the day of the exam, in one go", async () => {
    const { db } = database;
    expect(await mark(db, { ...waiting, actorId: markers[0] }, later(60))).toEqual({
      settled: false,
      thirdAsked: false,
    });
    expect((await selectAttempt(db, waiting.attemptId)).gradedAt).toBeNull();
    const nextWeek = later(60 * 24 * 4);
    expect(await mark(db, { ...waiting, actorId: markers[1] }, nextWeek)).toEqual({ settled: true, thirdAsked: false });
    const attempt = await selectAttempt(db, waiting.attemptId);
    expect(attempt).toMatchObject({ passed: true, finishedAt: examMorning, gradedAt: nextWeek });
    expect(await selectOptionalByAttempt(db, waiting.attemptId)).toMatchObject({
      validity: { start: "2027-03-15", end: "2028-03-15" },
      issuedOn: "2027-03-19",
    });
    expect((await told("exam_passed")).sort()).toEqual([waiting.personId, adminId].sort());
    const events = await db
      .selectFrom("auditEvent")
      .select("action")
      .where("subjectId", "=", waiting.attemptId)
      .execute();
    expect(events.map(({ action }) => action)).toEqual([
      "attempt.started",
      "attempt.finished",
      "report.marked",
      "report.marked",
      "attempt.marked",
    ]);
    expect(await verifyChain(db)).toMatchObject({ whole: true });
  });

  it("when it is overdue, reminds those who have not marked, later with the portal admins, each once", async () => {
    const { db } = database;
    const portalAdmin = await aStaffMember(db, "Pia", "portal_admin");
    await mark(db, { ...waiting, actorId: markers[0] }, later(60));
    const due = later(policy.markingDays * 24 * 60);
    const days = (count: number) => new Date(due.getTime() + count * 86_400_000);
    const remindedAt = async (stage: string) => {
      const rows = await db
        .selectFrom("notice")
        .select("recipientId")
        .where("stage", "=", `report-${waiting.ordinal}-${stage}`)
        .execute();
      return rows.map(({ recipientId }) => recipientId).sort();
    };
    const foreseen = async (day: Day) => {
      const notices = await foreseeNotices(database, day, later(90));
      return notices.filter(({ kind }) => kind === "report_to_mark").length;
    };
    const dueOn = dayIn("Europe/Berlin", due);
    const ahead = [-1, 0, 1, policy.markingEscalationDays].map((count) => foreseen(addDays(dueOn, count)));
    expect(await Promise.all(ahead)).toEqual([0, 2, 0, 3]);
    expect(await remindOfMarking(db, new Date(due.getTime() - 1))).toBe(0);
    expect(await remindOfMarking(db, due)).toBe(2);
    expect(await remindOfMarking(db, days(1))).toBe(0);
    expect(await remindedAt("reminded")).toEqual([markers[1], markers[2]].sort());
    expect(await remindOfMarking(db, days(policy.markingEscalationDays))).toBe(3);
    expect(await remindOfMarking(db, days(policy.markingEscalationDays + 1))).toBe(0);
    expect(await remindedAt("escalated")).toEqual([markers[1], markers[2], portalAdmin].sort());
    await mark(db, { ...waiting, actorId: markers[1] }, days(4));
    expect(await remindOfMarking(db, days(30))).toBe(0);
  });

  it("takes back what has not left yet once the ticket is marked: of the marker first, of all once the result stands", async () => {
    const { db } = database;
    const due = later(policy.markingDays * 24 * 60);
    await remindOfMarking(db, due);
    const dueFor = async () => {
      const notices = await db
        .selectFrom("notice")
        .select(["kind", "subjectId", "cycle", "stage", "recipientId", "organisationId", "facts"])
        .where("kind", "in", ["report_to_mark", "exam_waits_for_marking"])
        .execute();
      const ask = stillDueTogether(db, () => due);
      const answers = await Promise.all(notices.map(ask));
      const held = notices.filter((_, index) => answers[index]);
      return {
        markers: [
          ...new Set(held.filter(({ kind }) => kind === "report_to_mark").map((one) => one.recipientId)),
        ].sort(),
        toMark: held.filter(({ kind }) => kind === "report_to_mark").length,
        waiting: held.filter(({ kind }) => kind === "exam_waits_for_marking").length,
      };
    };
    expect(await dueFor()).toEqual({ markers: [...markers].sort(), toMark: 6, waiting: 2 });
    await mark(db, { ...waiting, actorId: markers[0] }, due);
    expect(await dueFor()).toEqual({ markers: [markers[1], markers[2]].sort(), toMark: 4, waiting: 2 });
    await mark(db, { ...waiting, actorId: markers[1] }, due);
    expect(await dueFor()).toEqual({ markers: [], toMark: 0, waiting: 0 });
  });

  it("takes the mean of both: one who gives nothing takes the pass away, and the wait runs from the exam", async () => {
    const { db } = database;
    await mark(db, { ...waiting, actorId: markers[0], share: 0 }, later(60));
    await mark(db, { ...waiting, actorId: markers[1], share: 0 }, later(90));
    expect(await selectAttempt(db, waiting.attemptId)).toMatchObject({ passed: false });
    expect(await selectOptionalByAttempt(db, waiting.attemptId)).toBeUndefined();
    const { verdict } = await readExamAvailability(db, waiting.personId, later(100));
    expect(verdict).toMatchObject({ verdict: "cool_down", mayStartAt: later(60 * 24) });
  });

  it("is marked by different people, twice and no more, and not by the candidate", async () => {
    const { db } = database;
    await mark(db, { ...waiting, actorId: markers[0] }, later(60));
    await expect(mark(db, { ...waiting, actorId: markers[0] }, later(61))).rejects.toMatchObject({
      code: "report_marked_by_you",
    });
    await expect(mark(db, { ...waiting, actorId: waiting.personId }, later(61))).rejects.toMatchObject({
      kind: "forbidden",
    });
    const both = await Promise.allSettled(
      [markers[1], markers[2]].map((actorId) => mark(db, { ...waiting, actorId }, later(62))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "report_marked_meanwhile" },
    });
    const row = {
      attemptId: waiting.attemptId,
      ordinal: waiting.ordinal,
      points: 1,
      remark: null,
      recordedAt: later(63),
    };
    const write = (marking: { markerId: string; place: number }) =>
      db
        .insertInto("reportMarking")
        .values({ ...row, ...marking })
        .execute();
    await expect(write({ markerId: markers[0], place: 2 })).rejects.toThrow();
    await expect(write({ markerId: waiting.personId, place: 1 })).rejects.toThrow("marked by others");
  });

  it("shows whose it is and what others gave only once it stands", async () => {
    const { db } = database;
    await mark(db, { ...waiting, actorId: markers[0] }, later(60));
    const before = await readReport(db, waiting, markers[1], "en");
    expect(before).toMatchObject({ given: 1, own: null, settled: null });
    expect(JSON.stringify(before)).not.toContain("Emma");
    expect(await selectQueue(db, markers[0])).toMatchObject([
      { ordinal: waiting.ordinal, markings: 1, markedByReader: true },
    ]);
    await mark(db, { ...waiting, actorId: markers[1] }, later(70));
    expect((await readReport(db, waiting, markers[2], "de")).settled).toMatchObject({
      passed: true,
      markings: [{ place: 1 }, { place: 2 }],
    });
    expect(await selectQueue(db, markers[0])).toEqual([]);
  });
});

it("handed in by the deadline, it waits as well", async () => {
  const database = await testServerDatabase();
  const { engineerIds } = await trainedPartner(database.db, { engineers: 8 });
  const { attemptId } = await anAttemptThatTheReportDecides(database.db, engineerIds);
  const due = later(60);
  expect(await selectOverdueAttempts(database.db, due)).toContainEqual({ attemptId });
  await handInExam(database.db, { attemptId, by: "deadline" }, due, random);
  expect(await selectAttempt(database.db, attemptId)).toMatchObject({ finishedBy: "deadline", gradedAt: null });
  await database.close();
});
