import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerPractice, nextPracticeItem } from "~/examination/answer-practice.server";
import { finishPractice } from "~/examination/finish-practice.server";
import {
  type PracticeItem,
  selectOptionalRound,
  selectProgress,
  selectRoundsOf,
} from "~/examination/practice-queries.server";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { examMorning } from "../factories/examination";
import { later, type Practice, practiceOf } from "../factories/practice";
import { testDatabase } from "../set-up/database";

let database: Database;
let practice: Practice;
beforeAll(async () => {
  database = await testDatabase();
  practice = await practiceOf(database.db, { engineers: 10 });
});
afterAll(() => database.close());

/** Answers the latest question, rightly or with nothing at all. */
async function answerLatest(key: { roundId: string; personId: string }, rightly: boolean, now = examMorning) {
  const item = (await practice.itemsOf(key.roundId)).at(-1);
  if (!item) throw new Error("no question");
  const given = rightly ? await practice.rightAnswer(item) : {};
  const outcome = await answerPractice(database.db, { ...key, ordinal: item.ordinal, given, language: "en" }, now);
  return { outcome, item };
}

describe("practice by section", () => {
  it("goes on as long as one likes, with questions of the practice pool and of that section only, figures new every time", async () => {
    const personId = practice.nextPerson();
    const key = { ...(await practice.start(personId, "storage")), personId };
    const seen: PracticeItem[] = [];
    for (let turn = 1; turn <= policy.practiceQuestionsKept + 10; turn++) {
      const { outcome, item } = await answerLatest(key, turn % 2 === 0);
      expect(outcome).toEqual({ outcome: "saved" });
      expect(item.ordinal).toBe(turn);
      seen.push(item);
      await nextPracticeItem(database.db, key);
    }
    expect(new Set(seen.map(({ seed }) => seed)).size).toBe(seen.length);
    expect(new Set(seen.map(({ section }) => section))).toEqual(new Set(["storage"]));
    const pools = await database.db
      .selectFrom("item")
      .innerJoin("itemVersion", "itemVersion.itemId", "item.id")
      .select("pool")
      .distinct()
      .where(
        "itemVersion.id",
        "in",
        seen.map(({ itemVersionId }) => itemVersionId),
      )
      .execute();
    expect(pools).toEqual([{ pool: "practice" }]);
    expect(await practice.itemsOf(key.roundId)).toHaveLength(policy.practiceQuestionsKept);
    const [day] = await selectProgress(database.db, personId);
    const rightly = seen.filter(({ ordinal }) => ordinal % 2 === 0).reduce((sum, { points }) => sum + points, 0);
    const most = seen.reduce((sum, { points }) => sum + points, 0);
    const answered = policy.practiceQuestionsKept + 10;
    expect(day).toEqual({ section: "storage", practisedOn: "2027-03-15", answered, points: rightly, maxPoints: most });
  });

  it("takes an answer once: after the key was shown nothing changes", async () => {
    const personId = practice.nextPerson();
    const key = { ...(await practice.start(personId, "compute")), personId };
    await answerLatest(key, false);
    const { outcome } = await answerLatest(key, true);
    expect(outcome).toEqual({ outcome: "closed" });
    expect((await practice.itemsOf(key.roundId)).map(({ earned }) => earned)).toEqual([0]);
    expect(await selectProgress(database.db, personId)).toMatchObject([{ answered: 1, points: 0 }]);
  });

  it("offers no new question before the open one is answered, and says what it cannot read", async () => {
    const personId = practice.nextPerson();
    const key = { ...(await practice.start(personId, "compute")), personId };
    await nextPracticeItem(database.db, key);
    expect(await practice.itemsOf(key.roundId)).toHaveLength(1);
    const given = { kind: "ordering", nonsense: true };
    const outcome = await answerPractice(database.db, { ...key, ordinal: 1, given, language: "en" }, examMorning);
    expect(outcome).toMatchObject({ outcome: "unusable" });
    expect((await practice.itemsOf(key.roundId))[0]?.answeredAt).toBeNull();
  });

  it("gives back a number that lacks only its unit", async () => {
    const personId = practice.nextPerson();
    const key = { ...(await practice.start(personId, "storage", examMorning, "unit")), personId };
    for (let turn = 1; (await practice.itemsOf(key.roundId)).at(-1)?.kind !== "numeric"; turn++) {
      expect(turn).toBeLessThan(20);
      await answerLatest(key, true);
      await nextPracticeItem(database.db, key);
    }
    const ordinal = (await practice.itemsOf(key.roundId)).at(-1)?.ordinal ?? 0;
    const given = { kind: "numeric", value: "12.5", unit: null };
    const outcome = await answerPractice(database.db, { ...key, ordinal, given, language: "en" }, examMorning);
    expect(outcome).toEqual({ outcome: "unusable", fault: "unknown_unit" });
    expect((await practice.itemsOf(key.roundId)).at(-1)?.answeredAt).toBeNull();
  });

  it("is gone on with where it was left, one round a section, and forgotten once it is over", async () => {
    const personId = practice.nextPerson();
    const { roundId } = await practice.start(personId, "network");
    expect(await practice.start(personId, "network", later(600), "other")).toEqual({ roundId });
    await answerLatest({ roundId, personId }, true);
    await finishPractice(database.db, { roundId, personId }, later(700));
    expect((await selectOptionalRound(database.db, { roundId, personId }))?.result).toEqual({
      answered: 1,
      percent: 100,
    });
    const again = await practice.start(personId, "network", later(800), "again");
    expect(again.roundId).not.toBe(roundId);
    expect((await selectRoundsOf(database.db, personId)).map(({ id }) => id)).toEqual([again.roundId]);
    expect(await selectProgress(database.db, personId)).toMatchObject([{ section: "network", answered: 1 }]);
  });

  it("is nobody else's", async () => {
    const personId = practice.nextPerson();
    const { roundId } = await practice.start(personId, "reporting");
    const foreign = { roundId, personId: practice.nextPerson() };
    const refused = { code: "not_found" };
    const answer = { ...foreign, ordinal: 1, given: {}, language: "en" } as const;
    await expect(answerPractice(database.db, answer, examMorning)).rejects.toMatchObject(refused);
    await expect(nextPracticeItem(database.db, foreign)).rejects.toMatchObject(refused);
    await expect(finishPractice(database.db, foreign, examMorning)).rejects.toMatchObject(refused);
    expect(await selectOptionalRound(database.db, foreign)).toBeUndefined();
  });
});
