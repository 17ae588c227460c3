import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { selectOptionalByAttempt } from "~/certification/certificate-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { parseItemContent } from "~/examination/item";
import { Rejection } from "~/kernel/rejection";
import type { Database } from "~/platform/database/handle";
import { examMorning } from "../factories/examination";
import {
  apply,
  dryRun,
  everything,
  handIn,
  later,
  noticesOf,
  propose,
  type RegradeWorld,
  reported,
  sitBoth,
  twoWithOneItem,
  undo,
} from "../factories/regrade-worlds";
import { answerNarrowly } from "../factories/regrades";
import { testServerDatabase } from "../set-up/database";
import { noticesThatHold } from "../set-up/notices-that-hold";

describe("a regrade", () => {
  let database: Database;
  let world: RegradeWorld;
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

  it("tells whoever keeps the outcome of another score, once for the regrade and once for its undoing", async () => {
    await sitBoth(database, world);
    const { attemptId, personId } = world.passing;
    const before = await selectAttempt(database.db, attemptId);
    const { regradeId } = await propose(database, world, { kind: "drop" });
    const told = () =>
      database.db
        .selectFrom("notice")
        .innerJoin("outboxMessage", "outboxMessage.noticeId", "notice.id")
        .select(["notice.subjectId", "notice.recipientId", "notice.facts", "outboxMessage.state"])
        .where("kind", "=", "exam_score_changed")
        .where("notice.subjectId", "=", attemptId)
        .orderBy("decidedAt")
        .execute();
    await apply(database, world, regradeId);
    await apply(database, world, regradeId);
    const during = await selectAttempt(database.db, attemptId);
    const [scoreBefore, scorePercent] = [before.scorePercent, during.scorePercent];
    const change = { scoreBefore, scorePercent, passed: true, takenBack: false };
    expect(await told()).toMatchObject([{ recipientId: personId, state: "pending", facts: change }]);
    expect(scorePercent).not.toBe(scoreBefore);
    expect(await noticesThatHold(database.db, ["exam_score_changed"], later(311))).toHaveLength(1);
    await undo(database, world, regradeId, "suspended");
    await undo(database, world, regradeId, "suspended");
    const back = { scoreBefore: scorePercent, scorePercent: scoreBefore, passed: true, takenBack: true };
    expect(await told()).toMatchObject([{ facts: change }, { recipientId: personId, facts: back }]);
    // What has not left by then would tell of a score that is none any more.
    const left = await noticesThatHold(database.db, ["exam_score_changed"], later(321));
    expect(left.map(({ facts }) => facts)).toMatchObject([back]);
    // Whose outcome changed is told that, and not the score beside it; nobody else is.
    const { rows } = await database.pool.query(
      `select distinct passed_before <> passed_after as outcome, score_before <> score_after as score, notice.kind is not null as told
       from regrade_effect left join notice on notice.subject_id = attempt_id and notice.kind = 'exam_score_changed' and cycle = regrade_id || '/' || step`,
    );
    for (const row of rows) expect(row.told).toBe(!row.outcome && row.score);
  });

  it("grades whoever hands in while it is in force, and is undone for them as well", async () => {
    const { itemVersionId, failing } = world;
    const { regradeId } = await propose(database, world, { kind: "full_marks" });
    await apply(database, world, regradeId, null, 1);
    await answerNarrowly(database.db, { ...failing, itemVersionId, want: "fails" }, later(2));
    expect((await handIn(database, world, failing)).passed).toBe(true);
    await undo(database, world, regradeId, "suspended");
    expect((await selectAttempt(database.db, failing.attemptId)).passed).toBe(false);
  });

  it("stands in the trail with the words of the answer that it names, in both languages", async () => {
    const { db } = database;
    const row = await db
      .selectFrom("itemVersion")
      .innerJoin("item", "item.id", "itemVersion.itemId")
      .select(["itemVersion.id", "content"])
      .where("pool", "=", "certification")
      .where("kind", "=", "single_choice")
      .where("generated", "=", false)
      .where("status", "=", "active")
      .orderBy("code")
      .executeTakeFirstOrThrow();
    const content = parseItemContent(row.content);
    if (!("options" in content) || content.kind !== "single_choice") throw new Error("a single choice expected");
    const say = (id: string | undefined, language: "en" | "de") => {
      const text = content.options.find((option) => option.id === id)?.text;
      return typeof text === "string" ? text : text?.[language];
    };
    const [rightId, otherId] = [
      content.key.optionIds[0],
      content.options.find(({ id }) => !content.key.optionIds.includes(id))?.id,
    ];
    const answer = { kind: "single_choice" as const, optionId: otherId ?? "" };
    await propose(database, { ...world, itemVersionId: row.id }, { kind: "new_key", answer });
    const event = db.selectFrom("auditEvent").select("after").where("action", "=", "regrade.proposed");
    const { after } = await event.executeTakeFirstOrThrow();
    expect(after).toMatchObject({
      treatment: "new_key",
      byKey: { en: [say(rightId, "en")], de: [say(rightId, "de")] },
      named: { en: [say(otherId, "en")], de: [say(otherId, "de")] },
    });
    expect(JSON.stringify(after)).not.toContain(`"${otherId}"`);
  });

  it("is refused when the dry run would say something else by now, or another is in force", async () => {
    const { itemVersionId, failing, passing } = world;
    await answerNarrowly(database.db, { ...failing, itemVersionId, want: "fails" }, examMorning);
    await answerNarrowly(database.db, { ...passing, itemVersionId, want: "fails" }, examMorning);
    await handIn(database, world, failing);
    const { regradeId } = await propose(database, world, { kind: "full_marks" });
    const { fingerprint } = await dryRun(database, regradeId);
    await handIn(database, world, passing);
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
        handIn(database, world, failing),
        apply(database, world, regradeId, null, 21),
        apply(database, world, regradeId, null, 21),
        handIn(database, world, passing),
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
