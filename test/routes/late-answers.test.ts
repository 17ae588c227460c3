import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteIntegrityBefore, selectLateAnswers } from "~/examination/integrity-queries.server";
import type { Database } from "~/platform/database/handle";
import { rightAnswers, storedResponses } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { later, SittingWorld } from "./sitting-world";

let database: Database;
let world: SittingWorld;
let manager = "";

beforeAll(async () => {
  database = await testDatabase();
  world = await SittingWorld.on(database, 5);
  manager = await world.served.signedIn(await aStaffMember(database.db, "Examiner", "exam_manager"));
});
afterAll(async () => {
  world.served.close();
  await database.close();
});

async function aSitting() {
  const sitting = await world.aSitting();
  const answers = await rightAnswers(database.db, sitting.attemptId);
  const answer = (ordinal: number, over: object = {}) => {
    const given = answers[ordinal - 1];
    const plain = { ordinal, sequence: ordinal, agoMs: 0, flagged: false, given };
    return sitting.post("answer", { client: "a", answer: { ...plain, ...over } });
  };
  const late = async () =>
    (await selectLateAnswers(database.db, sitting.attemptId)).map(({ ordinal, givenAt, arrivedAt }) => [
      ordinal,
      givenAt,
      arrivedAt,
    ]);
  await sitting.post("answer", { client: "a" });
  return { ...sitting, answers, answer, late };
}

describe("answers that arrive after the end", () => {
  it("are told to the candidate with their result, and to staff with when they were given, not what they said", async () => {
    const { attemptId, answer, open, handIn, late } = await aSitting();
    world.now = later(60);
    await answer(1);
    await handIn();
    world.now = later(660);
    for (const ordinal of [7, 3, 5]) {
      const { status, body } = await answer(ordinal, { agoMs: 620_000 });
      expect([status, body.outcome, body.isStored]).toEqual([409, "finished", undefined]);
    }
    expect(await late()).toEqual([3, 5, 7].map((ordinal) => [ordinal, later(40), later(660)]));
    expect((await storedResponses(database.db, attemptId)).slice(1).every((response) => response === null)).toBe(true);
    const { html } = await open(`/exam/${attemptId}/result`);
    expect(html).toContain("Your last answers to questions 3, 5 and 7 arrived after the end and do not count.");
    expect(html).toContain("no more than 15 seconds after the time is up");
    const record = (await open(`/attempts/${attemptId}`, manager)).html;
    expect(record).toContain("Answers to questions 3, 5 and 7 arrived after the end and do not count.");
    expect(record).toContain("10 min 20 s");
    expect((await open(`/exam/${attemptId}/result`, manager)).html).not.toContain("arrived after the end");
  });

  it("are told apart from those that are stored and count: their reply alone was lost", async () => {
    const { attemptId, answer, answers, open, handIn, late } = await aSitting();
    const choiceAt = 2 + answers.slice(1).findIndex(({ kind }) => kind === "single_choice");
    world.now = later(60);
    await answer(1);
    await handIn();
    expect((await answer(1, { agoMs: 5_000 })).body).toMatchObject({ outcome: "finished", isStored: true });
    // A question that was only marked.
    const marked = await answer(choiceAt, { flagged: true, given: { kind: "single_choice", optionId: null } });
    expect(marked.body).toMatchObject({ outcome: "finished", isStored: true });
    expect(await late()).toEqual([]);
    expect((await open(`/exam/${attemptId}/result`)).html).not.toContain("arrived after the end");
    expect((await open(`/attempts/${attemptId}`, manager)).html).toContain("No answer is recorded as having arrived");
  });

  it("leave one trace a question, the one that was given first and none before the start, for a day", async () => {
    const { answer, handIn, late, attemptId } = await aSitting();
    world.now = later(60);
    await handIn();
    world.now = later(100);
    await answer(1, { agoMs: 10_000 });
    await answer(1, { agoMs: 70_000 });
    await answer(1, { agoMs: 20_000 });
    expect(await late()).toEqual([[1, later(30), later(100)]]);
    await answer(2, { agoMs: 80_000_000 });
    expect((await late())[1]).toEqual([2, later(0), later(100)]);
    world.now = later(60 + 86_400);
    expect((await answer(3)).body).toMatchObject({ outcome: "finished" });
    expect((await answer(99, { given: {} })).status).toBe(404);
    expect(await late()).toHaveLength(2);
    await deleteIntegrityBefore(database.db, later(60));
    expect(await late()).toHaveLength(2);
    await deleteIntegrityBefore(database.db, later(61));
    expect(await selectLateAnswers(database.db, attemptId)).toEqual([]);
  });

  it("are nobody else's to send", async () => {
    const { attemptId, handIn, late } = await aSitting();
    await handIn();
    const stranger = await world.someoneElse();
    const response = await fetch(`${world.served.url}/exam/${attemptId}/answer`, {
      method: "POST",
      headers: { Cookie: stranger, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json" },
      body: JSON.stringify({ client: "a", answer: { ordinal: 1, sequence: 1, agoMs: 0, flagged: false, given: {} } }),
    });
    expect(response.status).toBe(404);
    expect(await late()).toEqual([]);
  });

  it("are told without JavaScript too: by the page to which the form leads", async () => {
    const { attemptId, answers, form, open, handIn, late } = await aSitting();
    world.now = later(60);
    await handIn();
    const ordinal = 1 + answers.findIndex(({ kind }) => kind === "numeric");
    const right = answers[ordinal - 1];
    if (right?.kind !== "numeric") throw new Error("no form without a number");
    const fields = { ordinal: String(ordinal), go: "2", note: "", value: String(right.value), unit: right.unit ?? "" };
    const response = await form(`/exam/${attemptId}`, fields);
    expect(response.headers.get("location")).toBe(`/exam/${attemptId}/result`);
    expect(await late()).toEqual([[ordinal, later(60), later(60)]]);
    expect((await open(`/exam/${attemptId}/result`)).html).toContain(`to question ${ordinal} arrived after the end`);
  });
});
