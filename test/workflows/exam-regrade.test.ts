import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { selectOptionalByAttempt } from "~/certification/certificate-queries.server";
import { foreseeRegrade } from "~/eligibility/foresee-regrade.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { readRegrade } from "~/eligibility/read-regrade.server";
import { applyRegrade, undoRegrade } from "~/eligibility/regrade-exams.server";
import { selectForm } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { proposeRegrade } from "~/examination/regrade/propose-regrade.server";
import { selectRegrade } from "~/examination/regrade/regrade-queries.server";
import type { Treatment } from "~/examination/regrade/treatment";
import { Rejection } from "~/kernel/rejection";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { markByList } from "../factories/marking";
import { aStaffMember } from "../factories/organisations";
import { answerNarrowly } from "../factories/regrades";
import { testServerDatabase } from "../set-up/database";
import { noticesThatHold } from "../set-up/notices-that-hold";

const random = seededRandom("regrade");
const later = (minutes: number) => new Date(examMorning.getTime() + minutes * 60_000);
const afternoon = later(300);

interface World {
  readonly examManager: string;
  /** Two attempts that have the item, and one of somebody else who has not handed in. */
  readonly itemVersionId: string;
  readonly failing: Sat;
  readonly passing: Sat;
}
interface Sat {
  readonly attemptId: string;
  readonly personId: string;
}

/** Starts attempts until two of them share an item; both are still open. */
async function twoWithOneItem({ db }: Database): Promise<World> {
  const { engineerIds } = await trainedPartner(db, { engineers: 8 });
  const examManager = await aStaffMember(db, "Emma", "exam_manager");
  await aStaffMember(db, "Nuri", "exam_manager");
  const holders = new Map<string, Sat[]>();
  for (const personId of engineerIds) {
    const { attemptId } = await anAttempt(db, personId);
    for (const { itemVersionId } of await selectForm(db, attemptId)) {
      const sat = [...(holders.get(itemVersionId) ?? []), { attemptId, personId }];
      holders.set(itemVersionId, sat);
      const [failing, passing] = sat;
      if (failing && passing) return { examManager, itemVersionId, failing, passing };
    }
  }
  throw new Error("no item was drawn twice");
}

/** Handed in, and marked as the portal has counted it where the ticket decides: the attempt with its result. */
async function handIn({ db }: Database, { attemptId, personId }: Sat, minutes = 20) {
  await handInExam(db, { attemptId, by: "candidate", personId }, later(minutes), random);
  const markers = (await selectPeopleWithRole(db, ["exam_manager"])).map(({ personId }) => personId);
  await markByList(db, attemptId, markers, later(minutes));
  return selectAttempt(db, attemptId);
}

async function sitBoth(database: Database, world: World): Promise<void> {
  const { itemVersionId, failing, passing } = world;
  await answerNarrowly(database.db, { ...failing, itemVersionId, want: "fails" }, examMorning);
  await answerNarrowly(database.db, { ...passing, itemVersionId, want: "passes" }, examMorning);
  expect((await handIn(database, failing)).passed).toBe(false);
  expect((await handIn(database, passing)).passed).toBe(true);
}

const propose = ({ db }: Database, world: World, treatment: Treatment, takePassesAway = false) => {
  const { itemVersionId, examManager: actorId } = world;
  const command = { actorId, itemVersionId, treatment, takePassesAway, reason: "The exhibit contradicts the key." };
  return proposeRegrade(db, command, afternoon);
};
const apply = ({ db }: Database, world: World, regradeId: string, fingerprint: string | null = null, minutes = 310) =>
  applyRegrade(db, { actorId: world.examManager, regradeId, fingerprint }, later(minutes), random);
const undo = ({ db }: Database, world: World, regradeId: string, certificates: "suspended" | "kept", minutes = 320) => {
  const command = {
    actorId: world.examManager,
    regradeId,
    fingerprint: null,
    reason: "It was right after all.",
    certificates,
  };
  return undoRegrade(db, command, later(minutes), random);
};
const dryRun = async ({ db }: Database, regradeId: string, keepPasses = true) =>
  foreseeRegrade(db, await selectRegrade(db, regradeId), { undo: false, keepPasses }, afternoon);

/** Everything that a regrade might touch, as text. */
async function everything({ db }: Database): Promise<string> {
  const tables = [
    "attempt",
    "attemptItem",
    "attemptEarlierResult",
    "certificate",
    "certificateSuspension",
    "notice",
    "auditEvent",
  ] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows.map((table) => table.map((row) => JSON.stringify(row)).sort()));
}

const suspensionsOf = ({ db }: Database, certificateId: string) =>
  db
    .selectFrom("certificateSuspension")
    .select(["during", "supersededAt"])
    .where("certificateId", "=", certificateId)
    .execute();
const noticesOf = async ({ db }: Database, personId: string) =>
  (await db.selectFrom("notice").select("kind").where("recipientId", "=", personId).orderBy("decidedAt").execute()).map(
    ({ kind }) => kind,
  );

const reported = async ({ db }: Database, regradeId: string) =>
  (await readRegrade(db, regradeId, { offset: 0, limit: 50 }, later(320))).report;

describe("a regrade", () => {
  let database: Database;
  let world: World;
  beforeEach(async () => {
    database = await testServerDatabase();
    world = await twoWithOneItem(database);
  });
  afterEach(() => database.close());

  it("is foreseen without anything being changed, and done as foreseen", async () => {
    await sitBoth(database, world);
    const { regradeId } = await propose(database, world, { kind: "full_marks" });
    const before = await everything(database);
    const foreseen = await dryRun(database, regradeId);
    expect(await everything(database)).toBe(before);
    expect(foreseen.attempts).toBe(2);
    expect(foreseen.changes.map(({ attemptId, consequence }) => [attemptId, consequence.kind])).toEqual([
      [world.failing.attemptId, "issued"],
    ]);
    const [standing] = foreseen.standings;
    expect(standing).toMatchObject({ countBefore: 1, countAfter: 2 });
    const report = () => reported(database, regradeId);
    const announced = await report();
    expect(announced.counts).toEqual({ touched: 1, rescored: 1, newlyPassed: 1, newlyFailed: 0, passesKept: 0 });

    await apply(database, world, regradeId, foreseen.fingerprint);
    const { counts, lines } = await report();
    expect(counts).toEqual(announced.counts);
    expect(lines).toMatchObject(announced.lines);
    const regraded = await selectAttempt(database.db, world.failing.attemptId);
    expect(regraded.passed).toBe(true);
    expect(regraded.scorePercent).toBe(foreseen.changes[0]?.result.scorePercent);
    expect(await selectOptionalByAttempt(database.db, world.failing.attemptId)).toBeDefined();
    const told = await noticesOf(database, world.failing.personId);
    expect(told).toEqual(expect.arrayContaining(["exam_not_passed", "exam_passed", "certificate_issued"]));
    const results = await noticesThatHold(database.db, ["exam_not_passed", "exam_passed"], later(310));
    const ofTheRegraded = results.filter(({ subjectId }) => subjectId === world.failing.attemptId);
    expect(new Set(ofTheRegraded.map(({ kind }) => kind))).toEqual(new Set(["exam_passed"]));
    expect((await verifyChain(database.db)).whole).toBe(true);
  });

  it("keeps what it replaces, and does nothing when it is applied again", async () => {
    await sitBoth(database, world);
    const failed = await selectAttempt(database.db, world.failing.attemptId);
    const { regradeId } = await propose(database, world, { kind: "full_marks" });
    await apply(database, world, regradeId);
    const once = await everything(database);
    await apply(database, world, regradeId);
    expect(await everything(database)).toBe(once);
    const earlier = await database.db.selectFrom("attemptEarlierResult").selectAll().execute();
    expect(earlier).toHaveLength(1);
    expect(earlier[0]).toMatchObject({
      attemptId: failed.id,
      passed: false,
      scorePercent: failed.scorePercent,
      recordedAt: failed.gradedAt,
      supersededAt: later(310),
    });
    expect(earlier[0]?.result).toEqual(failed.result);
  });

  it("takes no pass away unless staff say so", async () => {
    await sitBoth(database, world);
    const { regradeId } = await propose(database, world, { kind: "drop" });
    const foreseen = await dryRun(database, regradeId);
    const kept = foreseen.changes.find(({ attemptId }) => attemptId === world.passing.attemptId);
    expect(kept?.consequence.kind).toBe("pass_kept");
    const { counts } = await reported(database, regradeId);
    expect(counts).toMatchObject({ touched: 2, newlyFailed: 0, passesKept: 1 });
    await apply(database, world, regradeId);
    expect((await reported(database, regradeId)).counts).toEqual(counts);
    const { passed, scorePercent, result } = await selectAttempt(database.db, world.passing.attemptId);
    expect([passed, result?.passKept]).toEqual([true, true]);
    expect(scorePercent).toBeLessThan(70);
  });

  it("suspends the certificate of a pass that staff take away, and undoing gives both back", async () => {
    await sitBoth(database, world);
    const { attemptId, personId } = world.passing;
    const before = await selectAttempt(database.db, attemptId);
    const { regradeId } = await propose(database, world, { kind: "drop" }, true);
    await apply(database, world, regradeId);
    const certificate = await selectOptionalByAttempt(database.db, attemptId);
    expect((await selectAttempt(database.db, attemptId)).passed).toBe(false);
    expect(await suspensionsOf(database, certificate?.id ?? "")).toMatchObject([{ supersededAt: null }]);
    expect(await noticesOf(database, personId)).toEqual(
      expect.arrayContaining(["certificate_suspended", "exam_not_passed"]),
    );

    await undo(database, world, regradeId, "suspended");
    const after = await selectAttempt(database.db, attemptId);
    expect(after).toEqual({ ...before, gradedAt: later(320) });
    // Suspended and given back on one day: no day is left on which it was suspended.
    const open = (await suspensionsOf(database, certificate?.id ?? "")).filter(
      ({ supersededAt }) => supersededAt === null,
    );
    expect(open).toEqual([]);
    expect(await noticesOf(database, personId)).toContain("certificate_reinstated");
  });

  it.each(["suspended", "kept"] as const)(
    "undone, leaves a certificate that it brought about %s",
    async (certificates) => {
      await sitBoth(database, world);
      const { attemptId } = world.failing;
      const before = await selectAttempt(database.db, attemptId);
      const { regradeId } = await propose(database, world, { kind: "full_marks" });
      await apply(database, world, regradeId);
      const certificate = await selectOptionalByAttempt(database.db, attemptId);
      await undo(database, world, regradeId, certificates);
      const after = await selectAttempt(database.db, attemptId);
      expect(after.scorePercent).toBe(before.scorePercent);
      expect(after.passed).toBe(certificates === "kept");
      expect(await suspensionsOf(database, certificate?.id ?? "")).toHaveLength(certificates === "kept" ? 0 : 1);
      expect((await selectRegrade(database.db, regradeId)).certificatesAfterUndo).toBe(certificates);
      const effects = await database.db
        .selectFrom("regradeEffect")
        .select(["step", "consequence"])
        .orderBy("step")
        .execute();
      expect(effects).toEqual([
        { step: "applied", consequence: "issued" },
        { step: "undone", consequence: certificates === "kept" ? "pass_kept" : "suspended" },
      ]);
      const once = await everything(database);
      await undo(database, world, regradeId, certificates);
      expect(await everything(database)).toBe(once);
    },
  );

  it("grades whoever hands in while it is in force, and is undone for them as well", async () => {
    const { itemVersionId, failing } = world;
    const { regradeId } = await propose(database, world, { kind: "full_marks" });
    await apply(database, world, regradeId, null, 1);
    await answerNarrowly(database.db, { ...failing, itemVersionId, want: "fails" }, later(2));
    expect((await handIn(database, failing)).passed).toBe(true);
    await undo(database, world, regradeId, "suspended");
    expect((await selectAttempt(database.db, failing.attemptId)).passed).toBe(false);
  });

  it("is refused when the dry run would say something else by now, or another is in force", async () => {
    const { itemVersionId, failing, passing } = world;
    await answerNarrowly(database.db, { ...failing, itemVersionId, want: "fails" }, examMorning);
    await answerNarrowly(database.db, { ...passing, itemVersionId, want: "fails" }, examMorning);
    await handIn(database, failing);
    const { regradeId } = await propose(database, world, { kind: "full_marks" });
    const { fingerprint } = await dryRun(database, regradeId);
    await handIn(database, passing);
    const before = await everything(database);
    await expect(apply(database, world, regradeId, fingerprint)).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await everything(database)).toBe(before);
    await apply(database, world, regradeId);
    const second = await propose(database, world, { kind: "drop" });
    await expect(apply(database, world, second.regradeId)).rejects.toBeInstanceOf(Rejection);
    await undo(database, world, regradeId, "suspended");
    await apply(database, world, second.regradeId, null, 330);
  });
});

describe("on a server, at the same moment", () => {
  it("a hand-in is graded by the regrade or seen by it", async () => {
    const database = await testServerDatabase();
    try {
      const world = await twoWithOneItem(database);
      const { itemVersionId, failing, passing } = world;
      await answerNarrowly(database.db, { ...failing, itemVersionId, want: "fails" }, examMorning);
      await answerNarrowly(database.db, { ...passing, itemVersionId, want: "fails" }, examMorning);
      const { regradeId } = await propose(database, world, { kind: "full_marks" });
      await Promise.all([
        handIn(database, failing),
        apply(database, world, regradeId, null, 21),
        apply(database, world, regradeId, null, 21),
        handIn(database, passing),
      ]);
      for (const { attemptId } of [failing, passing]) {
        expect((await selectAttempt(database.db, attemptId)).passed).toBe(true);
        expect(await selectOptionalByAttempt(database.db, attemptId)).toBeDefined();
      }
      expect((await verifyChain(database.db)).whole).toBe(true);
    } finally {
      await database.close();
    }
  });
});
