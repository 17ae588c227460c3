import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentDeclaration } from "~/examination/declaration";
import {
  deleteIntegrityBefore,
  selectDelayedAnswers,
  selectEvents,
  selectOrigins,
  selectTakeOvers,
} from "~/examination/integrity-queries.server";
import type { Database } from "~/platform/database/handle";
import { rightAnswers } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { later, SittingWorld } from "./sitting-world";

let database: Database;
let world: SittingWorld;
let manager = "";
let auditor = "";

beforeAll(async () => {
  database = await testDatabase();
  world = await SittingWorld.on(database, 6);
  manager = await world.served.signedIn(await aStaffMember(database.db, "Examiner", "exam_manager"));
  auditor = await world.served.signedIn(await aStaffMember(database.db, "Auditor", "auditor"));
});
afterAll(async () => {
  world.served.close();
  await database.close();
});

describe("how an attempt was sat", () => {
  it("is shown to exam managers and auditors only, as information, without questions and answers", async () => {
    const { attemptId, post, open, handIn } = await world.aSitting();
    const agent = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0" };
    world.now = later(90);
    await post("answer", { client: "a" }, agent);
    await post(
      "answer",
      { client: "a", answer: { ordinal: 1, sequence: 1, agoMs: 0, flagged: false, given: {} } },
      agent,
    );
    await post("events", { client: "a", events: [{ sequence: 1, kind: "focus_lost", ordinal: 1, agoMs: 8_000 }] });
    await post("events", { client: "a", events: [{ sequence: 2, kind: "focus_regained", ordinal: 1, agoMs: 1_000 }] });
    await post("note", { client: "a", note: { ordinal: 1, sequence: 1, text: "a secret of the candidate" } });
    await handIn();
    const { status, html } = await open(`/attempts/${attemptId}`, manager);
    expect(status).toBe(200);
    for (const words of [
      "information, not a verdict",
      "127.0.0.1",
      "Firefox",
      "Linux",
      "left once, for 7 s",
      `version ${currentDeclaration}`,
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain("a secret of the candidate");
    expect(html).not.toContain("stemHtml");
    expect(html).not.toContain("Gecko");
    expect((await open(`/attempts/${attemptId}`, auditor)).status).toBe(200);
    const trainer = await world.served.signedIn(await aStaffMember(database.db, "Trainer", "training_manager"));
    expect((await open(`/attempts/${attemptId}`, trainer)).status).toBe(403);
    expect((await open(`/attempts/${attemptId}`)).status).toBe(403);
    expect((await open("/attempts/00000000-0000-4000-8000-000000000000", manager)).status).toBe(404);
  });

  it("says which window took over from which, and is silent of the first one and of reloads", async () => {
    const { attemptId, post, open, form } = await world.aSitting();
    const record = async () => (await open(`/attempts/${attemptId}`, manager)).html;
    for (const client of ["a", "a"]) await post("answer", { client });
    expect(await selectTakeOvers(database.db, attemptId)).toEqual([]);
    expect(await record()).toContain("No take-over by another window or browser is recorded.");
    world.now = later(60);
    await post("answer", { client: "b" });
    world.now = later(120);
    for (const client of ["a", "a"]) await post("answer", { client });
    const none = { outcome: "elsewhere" };
    const refused = { client: "b", answer: { ordinal: 1, sequence: 1, agoMs: 0, flagged: false, given: {} } };
    expect((await post("answer", refused)).body).toMatchObject(none);
    // A form that is sent as a page is a window of its own.
    await form(`/exam/${attemptId}`, { ordinal: "1", go: "2", note: "" });
    expect(await selectTakeOvers(database.db, attemptId)).toEqual([
      { turn: 1, fromClient: "a", toClient: "b", takenAt: later(60) },
      { turn: 2, fromClient: "b", toClient: "a", takenAt: later(120) },
      { turn: 3, fromClient: "a", toClient: "page", takenAt: later(120) },
    ]);
    const html = await record();
    for (const words of ["took over 3 times", "Window 2 took over from window 1", "Window 3 took over from window 1"]) {
      expect(html).toContain(words);
    }
  });

  it("says which answers arrived later than they were given, none before the start, and forgets a delay with the answer", async () => {
    const { attemptId, post, open } = await world.aSitting();
    const [given] = await rightAnswers(database.db, attemptId);
    const answer = (sequence: number, agoMs: number) =>
      post("answer", { client: "a", answer: { ordinal: 1, sequence, agoMs, flagged: false, given } });
    const record = async () => (await open(`/attempts/${attemptId}`, manager)).html;
    world.now = later(300);
    await answer(1, 30_000);
    expect(await selectDelayedAnswers(database.db, attemptId)).toEqual([]);
    expect(await record()).toContain("No answer that stands is recorded as having arrived more than 30 s");
    await answer(2, 95_000);
    expect(await selectDelayedAnswers(database.db, attemptId)).toEqual([
      { ordinal: 1, arrivedAt: later(300), delayedSeconds: 95 },
    ]);
    expect(await record()).toContain("1 min 35 s");
    await answer(3, 4_000_000);
    expect(await record()).toMatch(/>5 min</);
    await answer(4, 0);
    expect(await selectDelayedAnswers(database.db, attemptId)).toEqual([]);
  });

  it("is forgotten after its time, and not before", async () => {
    const { attemptId, post, handIn } = await world.aSitting();
    await post("answer", { client: "a", answer: { ordinal: 1, sequence: 1, agoMs: 0, flagged: false, given: {} } });
    await post("events", { client: "a", events: [{ sequence: 1, kind: "focus_lost", ordinal: 1, agoMs: 0 }] });
    const [given] = await rightAnswers(database.db, attemptId);
    for (const client of ["a", "b"]) await post("answer", { client });
    world.now = later(60);
    await post("answer", { client: "b", answer: { ordinal: 1, sequence: 2, agoMs: 40_000, flagged: false, given } });
    await handIn();
    await deleteIntegrityBefore(database.db, world.now);
    expect(await selectOrigins(database.db, attemptId)).toHaveLength(1);
    expect(await selectEvents(database.db, attemptId)).toHaveLength(1);
    expect(await selectTakeOvers(database.db, attemptId)).toHaveLength(1);
    expect(await selectDelayedAnswers(database.db, attemptId)).toHaveLength(1);
    expect(await turns(attemptId)).toEqual([1, 1]);
    await database.pool.query(
      "insert into exam_month (month, definition, kept_at) select finished_month, 'kept', finished_at from attempt where id = $1",
      [attemptId],
    );
    await database.pool.query("delete from exam_month_change");
    await deleteIntegrityBefore(database.db, later(61));
    expect(await selectOrigins(database.db, attemptId)).toEqual([]);
    expect(await selectEvents(database.db, attemptId)).toEqual([]);
    expect(await selectTakeOvers(database.db, attemptId)).toEqual([]);
    expect(await selectDelayedAnswers(database.db, attemptId)).toEqual([]);
    expect(await turns(attemptId)).toEqual([0, 0]);
    // No statistics have to be counted anew for it.
    expect((await database.pool.query("select from exam_month_change")).rows).toEqual([]);
  });
});

/** Of the attempt, and of its first answer. */
async function turns(attemptId: string): Promise<number[]> {
  const { rows } = await database.pool.query(
    `select turn, response_turn from attempt join attempt_item on attempt_id = attempt.id where attempt.id = $1 and attempt_item.ordinal = 1`,
    [attemptId],
  );
  return rows.flatMap((row) => [row.turn, row.response_turn]);
}
