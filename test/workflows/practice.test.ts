import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerPractice, nextPracticeItem } from "~/examination/answer-practice.server";
import { finishPractice } from "~/examination/finish-practice.server";
import { readContents } from "~/examination/form-queries.server";
import { modelAnswer } from "~/examination/model-answer";
import {
  type PracticeItem,
  selectOptionalRound,
  selectPracticeItems,
  selectProgress,
  selectRoundsOf,
} from "~/examination/practice-queries.server";
import { keyOf } from "~/examination/present-item";
import type { Section } from "~/examination/section-names";
import { startPractice } from "~/examination/start-practice.server";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { examMorning, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";

let database: Database;
let people: string[];
beforeAll(async () => {
  database = await testDatabase();
  people = (await trainedPartner(database.db, { engineers: 10 })).engineerIds.slice();
});
afterAll(() => database.close());

const later = (minutes: number) => new Date(examMorning.getTime() + minutes * 60_000);
const nextPerson = (): string => {
  const personId = people.pop();
  if (!personId) throw new Error("more engineers are needed");
  return personId;
};
const start = (personId: string, section: Section | null, now = examMorning, seed = personId) =>
  startPractice(database.db, { personId, section }, now, seededRandom(seed));
const itemsOf = (roundId: string) => selectPracticeItems(database.db, roundId);

async function rightAnswer(item: PracticeItem) {
  const [content] = await readContents(database.db, [item]);
  if (!content) throw new Error("an item without content");
  return JSON.parse(JSON.stringify(modelAnswer(keyOf(content, item.seed))));
}

/** Answers the latest question, rightly or with nothing at all. */
async function answerLatest(key: { roundId: string; personId: string }, rightly: boolean, now = examMorning) {
  const item = (await itemsOf(key.roundId)).at(-1);
  if (!item) throw new Error("no question");
  const given = rightly ? await rightAnswer(item) : {};
  const outcome = await answerPractice(database.db, { ...key, ordinal: item.ordinal, given, language: "en" }, now);
  return { outcome, item };
}

describe("practice by section", () => {
  it("goes on as long as one likes, with questions of the practice pool and of that section only, figures new every time", async () => {
    const personId = nextPerson();
    const key = { ...(await start(personId, "storage")), personId };
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
    expect(await itemsOf(key.roundId)).toHaveLength(policy.practiceQuestionsKept);
    const [day] = await selectProgress(database.db, personId);
    const rightly = seen.filter(({ ordinal }) => ordinal % 2 === 0).reduce((sum, { points }) => sum + points, 0);
    const most = seen.reduce((sum, { points }) => sum + points, 0);
    const answered = policy.practiceQuestionsKept + 10;
    expect(day).toEqual({ section: "storage", practisedOn: "2027-03-15", answered, points: rightly, maxPoints: most });
  });

  it("takes an answer once: after the key was shown nothing changes", async () => {
    const personId = nextPerson();
    const key = { ...(await start(personId, "compute")), personId };
    await answerLatest(key, false);
    const { outcome } = await answerLatest(key, true);
    expect(outcome).toEqual({ outcome: "closed" });
    expect((await itemsOf(key.roundId)).map(({ earned }) => earned)).toEqual([0]);
    expect(await selectProgress(database.db, personId)).toMatchObject([{ answered: 1, points: 0 }]);
  });

  it("offers no new question before the open one is answered, and says what it cannot read", async () => {
    const personId = nextPerson();
    const key = { ...(await start(personId, "compute")), personId };
    await nextPracticeItem(database.db, key);
    expect(await itemsOf(key.roundId)).toHaveLength(1);
    const given = { kind: "ordering", nonsense: true };
    const outcome = await answerPractice(database.db, { ...key, ordinal: 1, given, language: "en" }, examMorning);
    expect(outcome).toMatchObject({ outcome: "unusable" });
    expect((await itemsOf(key.roundId))[0]?.answeredAt).toBeNull();
  });

  it("gives back a number that lacks only its unit", async () => {
    const personId = nextPerson();
    const key = { ...(await start(personId, "storage", examMorning, "unit")), personId };
    for (let turn = 1; (await itemsOf(key.roundId)).at(-1)?.kind !== "numeric"; turn++) {
      expect(turn).toBeLessThan(20);
      await answerLatest(key, true);
      await nextPracticeItem(database.db, key);
    }
    const ordinal = (await itemsOf(key.roundId)).at(-1)?.ordinal ?? 0;
    const given = { kind: "numeric", value: "12.5", unit: null };
    const outcome = await answerPractice(database.db, { ...key, ordinal, given, language: "en" }, examMorning);
    expect(outcome).toEqual({ outcome: "unusable", fault: "unknown_unit" });
    expect((await itemsOf(key.roundId)).at(-1)?.answeredAt).toBeNull();
  });

  it("is gone on with where it was left, one round a section, and forgotten once it is over", async () => {
    const personId = nextPerson();
    const { roundId } = await start(personId, "network");
    expect(await start(personId, "network", later(600), "other")).toEqual({ roundId });
    await answerLatest({ roundId, personId }, true);
    await finishPractice(database.db, { roundId, personId }, later(700));
    expect((await selectOptionalRound(database.db, { roundId, personId }))?.result).toEqual({
      answered: 1,
      percent: 100,
    });
    const again = await start(personId, "network", later(800), "again");
    expect(again.roundId).not.toBe(roundId);
    expect((await selectRoundsOf(database.db, personId)).map(({ id }) => id)).toEqual([again.roundId]);
    expect(await selectProgress(database.db, personId)).toMatchObject([{ section: "network", answered: 1 }]);
  });

  it("is nobody else's", async () => {
    const personId = nextPerson();
    const { roundId } = await start(personId, "reporting");
    const foreign = { roundId, personId: people[0] ?? "" };
    const refused = { code: "not_found" };
    const answer = { ...foreign, ordinal: 1, given: {}, language: "en" } as const;
    await expect(answerPractice(database.db, answer, examMorning)).rejects.toMatchObject(refused);
    await expect(nextPracticeItem(database.db, foreign)).rejects.toMatchObject(refused);
    await expect(finishPractice(database.db, foreign, examMorning)).rejects.toMatchObject(refused);
    expect(await selectOptionalRound(database.db, foreign)).toBeUndefined();
  });
});
