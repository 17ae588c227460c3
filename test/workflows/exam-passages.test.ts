import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { handInNow } from "../factories/exam-works";
import { anAttempt, answerRightly, examMorning, trainedPartner } from "../factories/examination";
import { testServerDatabase } from "../set-up/database";
import { countPassages } from "../set-up/passages";

let database: Database;
let passages: { readonly count: number };
let people: readonly string[];

beforeAll(async () => {
  database = await testServerDatabase();
  people = (await trainedPartner(database.db, { engineers: 4 })).engineerIds;
  passages = countPassages(database);
  // What is remembered of the bank and of the programme is read once a process.
  await handIn(await begun(0));
});
afterAll(() => database.close());

/** An attempt of one of the people, with so many right answers. */
async function begun(index: number, right = 0) {
  const personId = people[index] ?? "";
  const { attemptId } = await anAttempt(database.db, personId);
  await answerRightly(database.db, { attemptId, personId, count: right }, examMorning);
  return { attemptId, personId };
}

async function passagesOf(work: () => Promise<unknown>): Promise<number> {
  const before = passages.count;
  await work();
  return passages.count - before;
}

const handIn = ({ attemptId, personId }: Awaited<ReturnType<typeof begun>>) =>
  handInNow(database.db, { attemptId, personId });

it("a start asks once, writes the attempt, and records it with the commit", async () => {
  expect(await passagesOf(() => anAttempt(database.db, people[1] ?? ""))).toBe(3);
});

it("a hand-in that fails asks for what it grades, then for whom it tells, and writes once", async () => {
  const sat = await begun(2);
  expect(await passagesOf(() => handIn(sat))).toBe(3);
});

it("a hand-in that passes asks for the certificate and the count besides", async () => {
  const sat = await begun(3, 20);
  expect(await passagesOf(() => handIn(sat))).toBe(5);
});
