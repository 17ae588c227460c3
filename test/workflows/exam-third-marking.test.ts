import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { selectOptionalByAttempt } from "~/certification/certificate-queries.server";
import { stillDueTogether } from "~/eligibility/still-due.server";
import { selectForm } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { gradeAnswers, readToGrade } from "~/examination/finish-attempt.server";
import { selectMarkings, selectQueue, selectThirdMarkings } from "~/examination/marking/marking-queries.server";
import { readReport } from "~/examination/marking/read-report.server";
import { readRubric } from "~/examination/marking/record-marking.server";
import { remindOfMarking } from "~/examination/marking/remind-of-marking.server";
import { selectProgrammeVersion } from "~/examination/programme-queries.server";
import { planResults } from "~/examination/regrade/plan-results.server";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { examMorning, trainedPartner } from "../factories/examination";
import { aWaitingAttempt, mark, type WaitingAttempt } from "../factories/marking";
import { aStaffMember } from "../factories/organisations";
import { testDatabase, testServerDatabase } from "../set-up/database";

const minutes = (count: number) => new Date(examMorning.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 24 * 60);

describe.each([
  ["embedded", testDatabase],
  ["server", testServerDatabase],
])("two markings that do not settle a ticket: %s", (_, open) => {
  let database: Database;
  let markers: [string, string, string, string];
  let waiting: WaitingAttempt;
  let adminId: string;

  beforeEach(async () => {
    database = await open();
    const { db } = database;
    markers = [
      await aStaffMember(db, "Emma", "exam_manager"),
      await aStaffMember(db, "Nuri", "exam_manager"),
      await aStaffMember(db, "Tess", "exam_manager"),
      await aStaffMember(db, "Ulla", "exam_manager"),
    ];
    const partner = await trainedPartner(db, { engineers: 8 });
    adminId = partner.adminId;
    waiting = await aWaitingAttempt(db, partner.engineerIds);
  });
  afterEach(() => database.close());

  /** Nothing by the first, everything by the second. */
  async function farApart(at = minutes(60)): Promise<void> {
    await mark(database.db, { ...waiting, actorId: markers[0], share: 0 }, at);
    expect(await mark(database.db, { ...waiting, actorId: markers[1] }, at)).toEqual({
      settled: false,
      thirdAsked: true,
    });
  }

  const told = async (kind: "report_to_mark" | "exam_waits_for_marking" | "exam_passed", stage: string) =>
    (
      await database.db
        .selectFrom("notice")
        .select("recipientId")
        .where("subjectId", "=", waiting.attemptId)
        .where("kind", "=", kind)
        .where("stage", "=", stage)
        .execute()
    )
      .map(({ recipientId }) => recipientId)
      .sort();

  const pointsGiven = async () =>
    (await selectMarkings(database.db, waiting.attemptId)).map(({ place, points }) => [place, points]);

  it("let the result wait for a third person, who is asked, and whose marking counts alone", async () => {
    const { db } = database;
    await farApart();
    expect(await selectAttempt(db, waiting.attemptId)).toMatchObject({ gradedAt: null, passed: null });
    expect(await selectOptionalByAttempt(db, waiting.attemptId)).toBeUndefined();
    expect(await told("report_to_mark", `report-${waiting.ordinal}-third`)).toEqual([markers[2], markers[3]].sort());
    expect(await selectQueue(db, markers[2])).toMatchObject([
      { markings: 2, third: true, markersLeft: true, markedByReader: false },
    ]);
    const seen = await readReport(db, waiting, markers[2], "en");
    expect(seen).toMatchObject({ third: true, complete: false, own: null, settled: null });
    expect(seen.criteria.map(({ byList }) => byList)).toEqual(seen.criteria.map(() => null));
    expect(await mark(db, { ...waiting, actorId: markers[2] }, minutes(90))).toMatchObject({ settled: true });
    const [, second, third] = await pointsGiven();
    expect(third?.[1]).toBe(second?.[1]);
    const { points } = await db
      .selectFrom("attemptItem")
      .select("points")
      .where("attemptId", "=", waiting.attemptId)
      .where("ordinal", "=", waiting.ordinal)
      .executeTakeFirstOrThrow();
    expect(points).toBe(third?.[1]);
    expect(await selectAttempt(db, waiting.attemptId)).toMatchObject({ passed: true, finishedAt: examMorning });
    expect(await selectOptionalByAttempt(db, waiting.attemptId)).toBeDefined();
    expect(await told("exam_passed", "result")).toEqual([waiting.personId, adminId].sort());
    const events = await db
      .selectFrom("auditEvent")
      .select(["action", "after"])
      .where("subjectId", "=", waiting.attemptId)
      .orderBy("sequence")
      .execute();
    expect(events.map(({ action }) => action).slice(2)).toEqual([
      "report.marked",
      "report.marked",
      "report.third_marking_asked",
      "report.marked",
      "attempt.marked",
    ]);
    // What was given is on record with the result, and not before it.
    expect(JSON.stringify(events.filter(({ action }) => action === "report.marked"))).not.toContain("points");
    expect(events.at(-1)?.after).toMatchObject({ passed: true, markings: [{ points: 0 }, {}, {}] });
    expect(await verifyChain(db)).toMatchObject({ whole: true });
  });

  it("fail where the third gives nothing", async () => {
    const { db } = database;
    await farApart();
    await mark(db, { ...waiting, actorId: markers[2], share: 0 }, minutes(90));
    expect(await selectAttempt(db, waiting.attemptId)).toMatchObject({ passed: false, gradedAt: minutes(90) });
    expect(await selectOptionalByAttempt(db, waiting.attemptId)).toBeUndefined();
  });

  it("are settled by nobody who has marked, and by nobody twice: what was given cannot be corrected", async () => {
    const { db } = database;
    await mark(db, { ...waiting, actorId: markers[0], share: 0 }, minutes(60));
    const byFirst = await pointsGiven();
    await expect(mark(db, { ...waiting, actorId: markers[0] }, minutes(61))).rejects.toMatchObject({
      code: "report_marked_by_you",
    });
    expect(await pointsGiven()).toEqual(byFirst);
    await mark(db, { ...waiting, actorId: markers[1] }, minutes(62));
    const byBoth = await pointsGiven();
    for (const actorId of [markers[0], markers[1]])
      await expect(mark(db, { ...waiting, actorId }, minutes(63))).rejects.toMatchObject({
        code: "report_marked_by_you",
      });
    await expect(mark(db, { ...waiting, actorId: waiting.personId }, minutes(63))).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await pointsGiven()).toEqual(byBoth);
    expect((await selectAttempt(db, waiting.attemptId)).gradedAt).toBeNull();
    await mark(db, { ...waiting, actorId: markers[2] }, minutes(64));
    await expect(mark(db, { ...waiting, actorId: markers[3] }, minutes(65))).rejects.toMatchObject({
      code: "report_marked_meanwhile",
    });
  });

  it("are settled by one of two who mark at the same moment", async () => {
    const { db } = database;
    await farApart();
    const both = await Promise.allSettled([
      mark(db, { ...waiting, actorId: markers[2] }, minutes(90)),
      mark(db, { ...waiting, actorId: markers[3], share: 0 }, minutes(90)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "report_marked_meanwhile" },
    });
    const given = await selectMarkings(db, waiting.attemptId);
    expect(given.map(({ place }) => place)).toEqual([1, 2, 3]);
    const kept = both.findIndex(({ status }) => status === "fulfilled");
    expect(given[2]?.markerId).toBe(markers[2 + kept]);
    expect((await selectAttempt(db, waiting.attemptId)).passed).toBe(kept === 0);
  });

  it("are asked about once where two give the second at the same moment: the later one of them is the third", async () => {
    const { db } = database;
    await mark(db, { ...waiting, actorId: markers[0], share: 0 }, minutes(60));
    const both = await Promise.allSettled(
      [markers[1], markers[2]].map((actorId) => mark(db, { ...waiting, actorId }, minutes(61))),
    );
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await selectThirdMarkings(db, waiting.attemptId)).toHaveLength(1);
    expect(await selectAttempt(db, waiting.attemptId)).toMatchObject({ passed: true, gradedAt: minutes(61) });
  });

  it("are no reason to wait within the tolerance, unless the outcome is another", async () => {
    const { db } = database;
    const { rubric, place } = await readRubric(db, waiting.attemptId, waiting.ordinal);
    const most = 2 * rubric.filter(({ kind }) => kind === "line").length;
    const attempt = await selectAttempt(db, waiting.attemptId);
    const programme = await selectProgrammeVersion(db, attempt.programmeVersionId);
    const toGrade = await db.transaction().execute((trx) => readToGrade(trx, waiting.attemptId));
    const passesWith = (halves: number) =>
      gradeAnswers(attempt, programme, toGrade, new Map([[waiting.ordinal, (halves / most) * place.points]])).result
        .passed;
    const enough = Array.from({ length: most + 1 }, (_, halves) => halves).findIndex(passesWith);
    expect(enough).toBeGreaterThan(0);
    const within = 100 / most <= policy.markingTolerancePercent;
    await mark(db, { ...waiting, actorId: markers[0], halves: enough }, minutes(60));
    await mark(db, { ...waiting, actorId: markers[1], halves: enough - 1 }, minutes(61));
    expect(await selectThirdMarkings(db, waiting.attemptId)).toMatchObject([
      { ordinal: waiting.ordinal, because: within ? "outcome" : "apart" },
    ]);
  });

  it("move the day that was promised, and it is said; reminders of the third run from the new one", async () => {
    const { db } = database;
    const portalAdmin = await aStaffMember(db, "Pia", "portal_admin");
    const lastDay = days(policy.markingDays - 1);
    await farApart(lastDay);
    const due = days(policy.markingDays - 1 + policy.thirdMarkingDays);
    expect(await selectThirdMarkings(db, waiting.attemptId)).toMatchObject([{ dueAt: due }]);
    const moved = await db
      .selectFrom("notice")
      .select(["recipientId", "stage"])
      .where("kind", "=", "exam_waits_for_marking")
      .where("stage", "like", "third-%")
      .execute();
    expect(moved.map(({ recipientId }) => recipientId).sort()).toEqual([waiting.personId, adminId].sort());
    expect(await remindOfMarking(db, new Date(due.getTime() - 1))).toBe(0);
    expect(await remindOfMarking(db, due)).toBe(2);
    expect(await remindOfMarking(db, new Date(due.getTime() + 3_600_000))).toBe(0);
    const stage = `report-${waiting.ordinal}-third`;
    expect(await told("report_to_mark", `${stage}-reminded`)).toEqual([markers[2], markers[3]].sort());
    const escalated = new Date(due.getTime() + policy.markingEscalationDays * 86_400_000);
    expect(await remindOfMarking(db, escalated)).toBe(3);
    expect(await told("report_to_mark", `${stage}-escalated`)).toEqual([markers[2], markers[3], portalAdmin].sort());
    const notices = await db
      .selectFrom("notice")
      .select(["kind", "subjectId", "cycle", "stage", "recipientId", "organisationId", "facts"])
      .where("kind", "=", "report_to_mark")
      .where("stage", "like", `${stage}%`)
      .execute();
    const ask = stillDueTogether(db, () => escalated);
    expect(await Promise.all(notices.map(ask))).toEqual(notices.map(() => true));
    await mark(db, { ...waiting, actorId: markers[2] }, escalated);
    expect(await Promise.all(notices.map(ask))).toEqual(notices.map(() => false));
    expect(await remindOfMarking(db, days(60))).toBe(0);
  });

  it("before that day move nothing, and tell the candidate nothing new", async () => {
    const { db } = database;
    await farApart();
    expect(await selectThirdMarkings(db, waiting.attemptId)).toMatchObject([{ dueAt: days(policy.markingDays) }]);
    const candidates = await db
      .selectFrom("notice")
      .select("stage")
      .distinct()
      .where("kind", "=", "exam_waits_for_marking")
      .execute();
    expect(candidates).toEqual([{ stage: "handed_in" }]);
  });

  it("are told to portal admins where nobody is left who may mark", async () => {
    const { db } = database;
    const portalAdmin = await aStaffMember(db, "Pia", "portal_admin");
    await db
      .updateTable("roleAssignment")
      .set({ supersededAt: minutes(30) })
      .where("personId", "in", [markers[2], markers[3]])
      .execute();
    await farApart();
    expect(await told("report_to_mark", `report-${waiting.ordinal}-third`)).toEqual([portalAdmin]);
    expect(await selectQueue(db, markers[0])).toMatchObject([{ third: true, markersLeft: false }]);
  });

  it("play no part any more in a regrade that is undone: the third alone does", async () => {
    const { db } = database;
    await farApart();
    await mark(db, { ...waiting, actorId: markers[2] }, minutes(90));
    const itemVersionId = (await selectForm(db, waiting.attemptId))[waiting.ordinal - 1]?.itemVersionId ?? "";
    const undone = { itemVersionId, treatment: { kind: "full_marks" as const }, appliedAt: minutes(80) };
    expect(await planResults(db, undone, { undo: true, keepPasses: false })).toEqual({ attempts: 1, changes: [] });
  });

  it("are guarded by the database as well", async () => {
    const { db } = database;
    await mark(db, { ...waiting, actorId: markers[0] }, minutes(60));
    await mark(db, { ...waiting, actorId: markers[1], share: 0 }, minutes(61));
    const row = { ...waiting, points: 1, remark: null, recordedAt: minutes(62) };
    const write = ({ personId: _, ...values }: typeof row & { markerId: string; place: number }) =>
      db.insertInto("reportMarking").values(values).execute();
    await expect(write({ ...row, markerId: markers[0], place: 3 })).rejects.toThrow();
    await expect(write({ ...row, markerId: markers[2], place: 4 })).rejects.toThrow();
    await expect(db.deleteFrom("thirdMarking").execute()).rejects.toThrow();
  });
});

it("is refused by the database where nobody has asked for it", async () => {
  const { db, close } = await testServerDatabase();
  const { engineerIds } = await trainedPartner(db, { engineers: 8 });
  const { personId: _, ...waiting } = await aWaitingAttempt(db, engineerIds);
  const markerId = await aStaffMember(db, "Emma", "exam_manager");
  const third = { ...waiting, place: 3, markerId, points: 1, remark: null, recordedAt: minutes(60) };
  await expect(db.insertInto("reportMarking").values(third).execute()).rejects.toThrow("a third time");
  await close();
});
