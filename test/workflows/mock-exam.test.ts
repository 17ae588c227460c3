import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerPractice } from "~/examination/answer-practice.server";
import { itemCountOf, secondLevelAdministrator } from "~/examination/blueprint";
import { finishPractice } from "~/examination/finish-practice.server";
import { selectOptionalRound, selectProgress, selectRoundsOf } from "~/examination/practice-queries.server";
import { isAnswered } from "~/examination/response";
import {
  type SaveMockAnswer,
  saveMockAnswer,
  takeOverMock,
  writeMockNote,
} from "~/examination/save-mock-answer.server";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { later, type Practice, practiceOf } from "../factories/practice";
import { testDatabase } from "../set-up/database";

let database: Database;
let practice: Practice;
beforeAll(async () => {
  database = await testDatabase();
  practice = await practiceOf(database.db, { engineers: 19 });
});
afterAll(() => database.close());

const end = later(secondLevelAdministrator.durationMinutes);
const past = (seconds: number) => new Date(end.getTime() + seconds * 1000);
const notFound = { code: "not_found" };

async function aMock(personId = practice.nextPerson()) {
  const { roundId } = await practice.start(personId, null);
  const key = { roundId, personId, clientId: "a" };
  const [first, second] = await practice.itemsOf(roundId);
  if (!first || !second) throw new Error("a round of two items is needed");
  return { key, first, second };
}

/** What the first question is answered with, in the order in which it is given. */
type Command = Partial<SaveMockAnswer> & Pick<SaveMockAnswer, "roundId" | "personId" | "clientId">;
const save = (command: Command, now = later(10)) =>
  saveMockAnswer(database.db, { ordinal: 1, sequence: 1, agoMs: 0, given: {}, flagged: false, ...command }, now);

describe("a mock examination", () => {
  it("is a whole form of the practice pool under the time of the examination, graded as it would be; nothing of it counts", async () => {
    const { key } = await aMock();
    const { roundId, personId } = key;
    const items = await practice.itemsOf(roundId);
    expect(items).toHaveLength(itemCountOf(secondLevelAdministrator.blueprint));
    for (const item of items) {
      const answer = { ...key, ordinal: item.ordinal, given: await practice.rightAnswer(item) };
      expect(await save(answer)).toEqual({ outcome: "saved", sequence: 1, savedAt: later(10), deadlineAt: end });
    }
    expect((await practice.itemsOf(roundId)).every(({ earned }) => earned === null)).toBe(true);
    expect(await selectProgress(database.db, personId)).toEqual([]);
    await finishPractice(database.db, key, later(20));
    await finishPractice(database.db, key, later(30));
    expect((await selectOptionalRound(database.db, key))?.result).toMatchObject({ scorePercent: 100, passed: true });
    const progress = await selectProgress(database.db, personId);
    expect(progress.reduce((sum, { answered }) => sum + answered, 0)).toBe(items.length);
    const { db } = database;
    for (const table of ["attempt", "certificate"] as const) {
      expect(await db.selectFrom(table).select("id").where("personId", "=", personId).execute()).toEqual([]);
    }
  });

  it("calls a question answered as the examination does: a form that was saved empty is open", async () => {
    const { key, first, second } = await aMock();
    expect(await save({ ...key, given: { kind: first.kind } })).toMatchObject({ outcome: "saved" });
    expect(await save({ ...key, ordinal: 2, given: await practice.rightAnswer(second) })).toMatchObject({
      outcome: "saved",
    });
    const answered = (await practice.itemsOf(key.roundId)).map(({ response }) => isAnswered(response));
    expect(answered.slice(0, 3)).toEqual([false, true, false]);
    // Who looks in and hands in has not practised what was left open.
    await finishPractice(database.db, key, later(20));
    const progress = await selectProgress(database.db, key.personId);
    expect(progress).toMatchObject([{ section: second.section, answered: 1, points: second.points }]);
    expect(progress[0]?.maxPoints).toBe(second.points);
  });

  it("keeps the latest three", async () => {
    const { key } = await aMock();
    const { personId } = key;
    await finishPractice(database.db, key, later(5));
    const finished: string[] = [];
    for (let day = 1; day <= 5; day++) {
      const { roundId } = await practice.start(personId, null, later(day * 1440), `mock ${day}`);
      await finishPractice(database.db, { roundId, personId }, later(day * 1440 + 5));
      finished.push(roundId);
    }
    await practice.start(personId, "storage", later(6 * 1440));
    const kept = (await selectRoundsOf(database.db, personId)).filter(({ kind }) => kind === "mock");
    expect(kept.map(({ id }) => id)).toEqual(finished.slice(-policy.practiceMocksKept).toReversed());
  });
});

describe("an answer of a mock examination", () => {
  it("is stored once however often it arrives, with what was marked", async () => {
    const { key, first } = await aMock();
    const command = { ...key, sequence: 7, given: await practice.rightAnswer(first), flagged: true };
    const told = await save(command, later(10));
    expect(await save(command, later(11))).toEqual(told);
    expect((await practice.itemsOf(key.roundId))[0]).toMatchObject({
      sequence: 7,
      flagged: true,
      answeredAt: later(10),
      response: command.given,
    });
  });

  it("is the one with the highest number, in whatever order they come", async () => {
    const { key, first } = await aMock();
    const given = await practice.rightAnswer(first);
    await save({ ...key, sequence: 9, given });
    expect(await save({ ...key, sequence: 8, given: { kind: first.kind }, flagged: true })).toEqual({
      outcome: "stale",
      sequence: 9,
    });
    expect((await practice.itemsOf(key.roundId))[0]).toMatchObject({ sequence: 9, flagged: false, response: given });
    expect(await save({ ...key, sequence: 12, given: { kind: first.kind } })).toMatchObject({ outcome: "saved" });
    expect((await practice.itemsOf(key.roundId))[0]?.response).not.toEqual(given);
  });

  it("that came with a page is the newest", async () => {
    const { key, first } = await aMock();
    await save({ ...key, sequence: 41 });
    const given = await practice.rightAnswer(first);
    expect(await save({ ...key, sequence: null, given })).toMatchObject({ outcome: "saved", sequence: 42 });
    expect((await practice.itemsOf(key.roundId))[0]).toMatchObject({ sequence: 42, response: given });
  });

  it("that cannot be read is refused by its fault, and changes nothing", async () => {
    const { key, first } = await aMock();
    const given = await practice.rightAnswer(first);
    await save({ ...key, given });
    for (const nonsense of [{ kind: "ordering", nonsense: true }, null, "x", 7, []]) {
      expect(await save({ ...key, sequence: 2, given: nonsense })).toMatchObject({ outcome: "unusable" });
    }
    expect((await practice.itemsOf(key.roundId))[0]).toMatchObject({ sequence: 1, response: given });
  });

  it("counts when it was given in time and arrives within the seconds of grace", async () => {
    const { key, first, second } = await aMock();
    const grace = policy.lateAnswerSeconds;
    const inTime = { ...key, given: await practice.rightAnswer(first), agoMs: grace * 1000 };
    expect(await save(inTime, past(grace - 1))).toMatchObject({ outcome: "saved" });
    const tooLate = { ...key, ordinal: 2, given: await practice.rightAnswer(second), agoMs: 1000 };
    expect(await save(tooLate, past(5))).toEqual({ outcome: "late" });
    // Nobody looked before: whoever looks then finds the round finished by that look.
    expect(await save({ ...tooLate, agoMs: grace * 2000 }, past(grace))).toEqual({ outcome: "finished" });
    const round = await selectOptionalRound(database.db, key);
    expect(round).toMatchObject({ finishedAt: end, result: { passed: false } });
    expect((await practice.itemsOf(key.roundId)).map(({ earned }) => earned).slice(0, 2)).toEqual([first.points, 0]);
  });

  it("is told that the round is finished, and then changes nothing", async () => {
    const { key, first } = await aMock();
    await save({ ...key });
    await finishPractice(database.db, key, later(20));
    const again = { ...key, sequence: 2, given: await practice.rightAnswer(first) };
    expect(await save(again, later(21))).toEqual({ outcome: "finished" });
    expect((await practice.itemsOf(key.roundId))[0]).toMatchObject({ sequence: 1, earned: 0 });
  });

  it("is nobody else's, of no other kind of practice, and has a place in the form", async () => {
    const { key } = await aMock();
    const other = (await aMock()).key;
    await expect(save({ ...key, personId: other.personId })).rejects.toMatchObject(notFound);
    await expect(save({ ...key, ordinal: 100 })).rejects.toMatchObject(notFound);
    const foreignNote = { ...key, personId: other.personId, ordinal: 1, sequence: 1, text: "mine" };
    await expect(writeMockNote(database.db, foreignNote, later(1))).rejects.toMatchObject(notFound);
    const { personId } = key;
    const section = await practice.start(personId, "storage");
    const ofSection = { ...section, personId, clientId: "a" };
    await expect(save(ofSection)).rejects.toMatchObject(notFound);
    await expect(takeOverMock(database.db, ofSection, later(1))).rejects.toMatchObject(notFound);
    const asSection = { ...key, ordinal: 1, given: {}, language: "en" } as const;
    await expect(answerPractice(database.db, asSection, later(1))).rejects.toMatchObject(notFound);
    expect((await practice.itemsOf(key.roundId)).every(({ answeredAt }) => answeredAt === null)).toBe(true);
  });
});

describe("a mock examination in two windows", () => {
  const takeOver = (key: Parameters<typeof takeOverMock>[1], now = later(5)) => takeOverMock(database.db, key, now);

  it("is answered in the newer one: what the older sends is refused and changes nothing", async () => {
    const { key: older, first, second } = await aMock();
    const newer = { ...older, clientId: "b" };
    const [given, secondGiven] = [await practice.rightAnswer(first), await practice.rightAnswer(second)];
    expect(await takeOver(older)).toMatchObject({ outcome: "here" });
    await save({ ...older, ordinal: 2, given: secondGiven });
    expect(await takeOver(newer)).toMatchObject({ outcome: "here" });
    expect(await save({ ...newer, sequence: 2, given })).toMatchObject({ outcome: "saved" });
    const before = await practice.itemsOf(older.roundId);
    const empty = { kind: first.kind };
    // 2: both began with what was stored and count alike, so that the number says nothing of whose answer it is.
    for (const sequence of [1, 2, 3, 50, null]) {
      expect(await save({ ...older, sequence, given: empty, flagged: true })).toEqual({ outcome: "elsewhere" });
    }
    expect(await save({ ...older, ordinal: 2, sequence: 9, given: { nonsense: true } })).toEqual({
      outcome: "elsewhere",
    });
    const note = { ordinal: 1, sequence: 9, text: "of the older" };
    expect(await writeMockNote(database.db, { ...older, ...note }, later(6))).toEqual({ outcome: "elsewhere" });
    expect(await practice.itemsOf(older.roundId)).toEqual(before);
    expect(await writeMockNote(database.db, { ...newer, ...note }, later(6))).toMatchObject({ outcome: "saved" });
  });

  it("is taken back by the older: what it kept meanwhile is stored once, and the newer is told", async () => {
    const { key: older, first } = await aMock();
    const newer = { ...older, clientId: "b" };
    const given = await practice.rightAnswer(first);
    await takeOver(older);
    await takeOver(newer);
    expect(await save({ ...older, sequence: 3, given })).toEqual({ outcome: "elsewhere" });
    expect(await takeOver(older)).toMatchObject({ outcome: "here" });
    const saved = await save({ ...older, sequence: 3, given });
    expect(saved).toMatchObject({ outcome: "saved", sequence: 3 });
    expect(await save({ ...older, sequence: 3, given }, later(11))).toEqual(saved);
    expect(await save({ ...newer, sequence: 4 })).toEqual({ outcome: "elsewhere" });
    expect((await practice.itemsOf(older.roundId))[0]).toMatchObject({ sequence: 3, response: given });
  });

  it("is taken back by the older: what it kept does not replace what the newer has stored, and is stored once given anew", async () => {
    const { key: older, first } = await aMock();
    const newer = { ...older, clientId: "b" };
    const given = await practice.rightAnswer(first);
    const { roundId } = older;
    const another = { kind: "no answer at all" };
    expect(await takeOver(older)).toEqual({ outcome: "here", turn: 0 });
    expect(await takeOver(newer)).toEqual({ outcome: "here", turn: 1 });
    expect(await takeOver(newer)).toEqual({ outcome: "here", turn: 1 });
    expect(await save({ ...newer, sequence: 1, turn: 1, given })).toMatchObject({ outcome: "saved" });
    await takeOver(older);
    for (const sequence of [1, 5]) {
      expect(await save({ ...older, sequence, turn: 0, given: another })).toEqual({ outcome: "overtaken" });
    }
    expect((await practice.itemsOf(roundId))[0]).toMatchObject({ sequence: 1, responseTurn: 1, response: given });
    expect(await save({ ...older, sequence: 5, turn: 0, given })).toMatchObject({ outcome: "saved", sequence: 1 });
    expect(await save({ ...older, sequence: 6, turn: 2, given })).toMatchObject({ outcome: "saved", sequence: 6 });
    expect((await practice.itemsOf(roundId))[0]).toMatchObject({ responseTurn: 2 });
  });

  it("is claimed by the next window where none has claimed it, and by nobody else", async () => {
    const { key } = await aMock();
    const claimedBy = async () => (await selectOptionalRound(database.db, key))?.activeClient;
    expect(await save(key)).toMatchObject({ outcome: "saved" });
    expect(await claimedBy()).toBeNull();
    const stranger = { ...key, personId: practice.nextPerson() };
    await expect(takeOver(stranger)).rejects.toMatchObject(notFound);
    await takeOver({ ...key, clientId: "b" });
    expect(await claimedBy()).toBe("b");
    expect(await save({ ...key, sequence: 2 })).toEqual({ outcome: "elsewhere" });
  });

  it("is told in both that its time is over, by the first that comes after it", async () => {
    const { key } = await aMock();
    await takeOver(key);
    // Nothing was given, and nothing is stored: nothing is lost.
    expect(await save({ ...key, clientId: "b" }, past(1))).toEqual({ outcome: "late", isStored: true });
    expect(await save({ ...key, clientId: "b", agoMs: 2000 }, past(1))).toEqual({ outcome: "elsewhere" });
    expect(await takeOver({ ...key, clientId: "b" }, past(policy.lateAnswerSeconds))).toEqual({ outcome: "finished" });
    expect(await selectOptionalRound(database.db, key)).toMatchObject({ finishedAt: end, activeClient: "a" });
    expect(await save(key, past(policy.lateAnswerSeconds))).toEqual({ outcome: "finished", isStored: true });
  });
});

describe("a note beside a question of it", () => {
  it("is stored once, the newest wins, and it is gone with the end", async () => {
    const { key } = await aMock();
    const write = (sequence: number | null, text: string) =>
      writeMockNote(database.db, { ...key, ordinal: 1, sequence, text }, later(3));
    const stored = async () => {
      const [item] = await practice.itemsOf(key.roundId);
      return [item?.noteSequence, item?.note];
    };
    expect(await write(5, "the second log")).toEqual({ outcome: "saved", savedAt: later(3) });
    expect(await write(5, "the second log")).toMatchObject({ outcome: "saved" });
    expect(await write(4, "older")).toEqual({ outcome: "stale" });
    expect(await stored()).toEqual([5, "the second log"]);
    // A page that says what is stored writes nothing.
    await write(null, "the second log");
    expect(await stored()).toEqual([5, "the second log"]);
    await write(null, "");
    await write(null, "another");
    expect(await stored()).toEqual([7, "another"]);
    await finishPractice(database.db, key, later(20));
    expect(await stored()).toEqual([7, ""]);
    expect(await write(9, "too late")).toEqual({ outcome: "finished" });
  });
});
