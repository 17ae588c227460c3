import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { selectOptionalDeclaration } from "~/examination/declaration-queries.server";
import {
  deleteIntegrityBefore,
  selectDelayedAnswers,
  selectEvents,
  selectOrigins,
  selectTakeOvers,
} from "~/examination/integrity-queries.server";
import { deleteNotesOfFinished, selectNotes } from "~/examination/note-queries.server";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { anAttempt, examMorning, rightAnswers, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let candidates: string[];
let manager = "";
let auditor = "";
let now = examMorning;
const later = (seconds: number) => new Date(examMorning.getTime() + seconds * 1000);

beforeAll(async () => {
  database = await testDatabase();
  candidates = (await trainedPartner(database.db, { engineers: 13 })).engineerIds;
  served = await servePortal(database, { now: () => now });
  manager = await served.signedIn(await aStaffMember(database.db, "Examiner", "exam_manager"));
  auditor = await served.signedIn(await aStaffMember(database.db, "Auditor", "auditor"));
});
afterAll(async () => {
  served.close();
  await database.close();
});

async function aSitting() {
  now = examMorning;
  const personId = candidates.pop() ?? "";
  const cookie = await served.signedIn(personId);
  const { attemptId } = await anAttempt(database.db, personId);
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${served.url}/exam/${attemptId}/${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  };
  const form = (path: string, fields: Record<string, string>) =>
    fetch(served.url + path, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams(fields),
    });
  const open = async (path: string, who = cookie) => {
    const response = await fetch(served.url + path, { headers: { Cookie: who }, redirect: "manual" });
    return { status: response.status, html: await response.text() };
  };
  const handIn = () =>
    handInExam(database.db, { attemptId, by: "candidate", personId }, now, seededRandom(`hand in ${attemptId}`));
  return { personId, attemptId, cookie, post, form, open, handIn };
}

describe("before the start", () => {
  it("rules and honour have to be accepted, each; what was accepted is kept as it is", async () => {
    now = examMorning;
    const personId = candidates.pop() ?? "";
    const cookie = await served.signedIn(personId);
    const start = (fields: Record<string, string>) =>
      fetch(`${served.url}/exam`, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
        body: new URLSearchParams(fields),
      });
    for (const fields of [
      {},
      { honour: "on", declaration: "1" },
      { rules: "on", declaration: "1" },
      { rules: "on", honour: "on", declaration: "0" },
    ] as Record<string, string>[]) {
      expect((await start(fields)).status, JSON.stringify(fields)).toBe(400);
    }
    const started = await start({ rules: "on", honour: "on", declaration: "1" });
    expect(started.status).toBe(302);
    const attemptId = started.headers.get("Location")?.split("/").at(-1) ?? "";
    expect(await selectOptionalDeclaration(database.db, attemptId)).toEqual({
      version: 1,
      language: "en",
      durationMinutes: 45,
      deadlineAt: later(45 * 60),
      acceptedAt: examMorning,
    });
    for (const change of ["update attempt_declaration set version = 2", "delete from attempt_declaration"]) {
      await expect(database.pool.query(change)).rejects.toThrow("append-only");
    }
  });
});

describe("notes", () => {
  const note = (ordinal: number, sequence: number, text: string, client = "a") => ({
    client,
    note: { ordinal, sequence, text },
  });

  it("the newest is kept, however often and in whatever order they arrive", async () => {
    const { attemptId, post } = await aSitting();
    expect(await post("note", note(2, 5, "later"))).toMatchObject({ status: 200, body: { outcome: "saved" } });
    expect(await post("note", note(2, 4, "earlier"))).toMatchObject({ status: 200, body: { outcome: "stale" } });
    expect(await post("note", note(2, 5, "later"))).toMatchObject({ status: 200, body: { outcome: "stale" } });
    expect(await selectNotes(database.db, attemptId)).toEqual([{ ordinal: 2, sequence: 5, text: "later" }]);
  });

  it("without JavaScript it comes with the page and is there again; too long a one comes back whole", async () => {
    const { attemptId, form, open } = await aSitting();
    const path = `/exam/${attemptId}`;
    expect((await form(path, { ordinal: "1", go: "2", note: "look at\r\nthe loss" })).status).toBe(302);
    expect(await selectNotes(database.db, attemptId)).toEqual([{ ordinal: 1, sequence: 1, text: "look at\nthe loss" }]);
    expect((await open(`${path}?item=1`)).html).toMatch(
      /<textarea[^>]*name="note"[^>]*>\s*look at\nthe loss<\/textarea>/,
    );
    const long = "x".repeat(2_001);
    const refused = await form(path, { ordinal: "1", go: "1", note: long });
    expect(refused.status).toBe(400);
    const html = await refused.text();
    expect(html).toContain(`${long}</textarea>`);
    expect(html).toContain("a note has at most 2000 characters");
  });

  it("are refused in another browser than the one that answers, after the end, and to anybody else", async () => {
    const { attemptId, post, handIn } = await aSitting();
    await post("answer", { client: "a" });
    expect(await post("note", note(1, 1, "x", "b"))).toMatchObject({ status: 409, body: { outcome: "elsewhere" } });
    expect((await post("note", note(99, 1, "x"))).status).toBe(404);
    const stranger = await served.signedIn(candidates[0] ?? "");
    expect((await post("note", note(1, 1, "x"), { Cookie: stranger })).status).toBe(404);
    expect((await post("note", { client: "a" })).status).toBe(400);
    now = later(45 * 60 + policy.lateAnswerSeconds);
    expect(await post("note", note(1, 1, "x"))).toMatchObject({ status: 409, body: { outcome: "late" } });
    now = later(60);
    await post("note", note(1, 1, "mine"));
    await handIn();
    expect(await post("note", note(1, 2, "x"))).toMatchObject({ status: 409, body: { outcome: "finished" } });
    expect(await deleteNotesOfFinished(database.db)).toBeGreaterThan(0);
    expect(await selectNotes(database.db, attemptId)).toEqual([]);
  });
});

describe("what the page notices", () => {
  const lost = (sequence: number, agoMs = 0) => ({ sequence, kind: "focus_lost", ordinal: 3, agoMs });

  it("is stored once, at the server's time, and never before the start", async () => {
    const { attemptId, post } = await aSitting();
    now = later(60);
    const events = [lost(1, 10_000), { sequence: 2, kind: "pasted", ordinal: 3, agoMs: 3_600_000, characters: 120 }];
    expect((await post("events", { client: "a", events })).body).toEqual({ stored: 2 });
    expect((await post("events", { client: "a", events })).body).toEqual({ stored: 0 });
    expect(await selectEvents(database.db, attemptId)).toEqual([
      { clientId: "a", sequence: 2, kind: "pasted", ordinal: 3, characters: 120, happenedAt: examMorning },
      { clientId: "a", sequence: 1, kind: "focus_lost", ordinal: 3, characters: null, happenedAt: later(50) },
    ]);
  });

  it("is bounded: fifty at once, so many for one attempt, and nothing of another shape", async () => {
    const { attemptId, post } = await aSitting();
    const many = (from: number, count: number) => Array.from({ length: count }, (_, index) => lost(from + index));
    expect((await post("events", { client: "a", events: many(1, 51) })).status).toBe(400);
    expect((await post("events", { client: "a", events: [] })).status).toBe(400);
    expect((await post("events", { client: "a", events: [{ ...lost(1), kind: "cheated" }] })).status).toBe(400);
    expect((await post("events", { client: "a", events: [{ ...lost(1), kind: "pasted" }] })).status).toBe(400);
    for (let client = 0; client < 12; client += 1) {
      await post("events", { client: `tab ${client}`, events: many(1, 50) });
    }
    expect(await selectEvents(database.db, attemptId)).toHaveLength(policy.integrityEventsPerAttempt);
  });

  it("of somebody else's attempt is nothing, and of a finished one neither", async () => {
    const { attemptId, post, handIn } = await aSitting();
    const stranger = await served.signedIn(candidates[0] ?? "");
    expect((await post("events", { client: "a", events: [lost(1)] }, { Cookie: stranger })).status).toBe(404);
    await handIn();
    expect((await post("events", { client: "a", events: [lost(1)] })).body).toEqual({ stored: 0 });
    expect(await selectEvents(database.db, attemptId)).toEqual([]);
  });
});

describe("how an attempt was sat", () => {
  it("is shown to exam managers and auditors only, as information, without questions and answers", async () => {
    const { attemptId, post, open, handIn } = await aSitting();
    const agent = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0" };
    now = later(90);
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
      "version 1",
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain("a secret of the candidate");
    expect(html).not.toContain("stemHtml");
    expect(html).not.toContain("Gecko");
    expect((await open(`/attempts/${attemptId}`, auditor)).status).toBe(200);
    const trainer = await served.signedIn(await aStaffMember(database.db, "Trainer", "training_manager"));
    expect((await open(`/attempts/${attemptId}`, trainer)).status).toBe(403);
    expect((await open(`/attempts/${attemptId}`)).status).toBe(403);
    expect((await open("/attempts/00000000-0000-4000-8000-000000000000", manager)).status).toBe(404);
  });

  it("says which window took over from which, and is silent of the first one and of reloads", async () => {
    const { attemptId, post, open, form } = await aSitting();
    const record = async () => (await open(`/attempts/${attemptId}`, manager)).html;
    for (const client of ["a", "a"]) await post("answer", { client });
    expect(await selectTakeOvers(database.db, attemptId)).toEqual([]);
    expect(await record()).toContain("No take-over by another window or browser is recorded.");
    now = later(60);
    await post("answer", { client: "b" });
    now = later(120);
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
    const { attemptId, post, open } = await aSitting();
    const [given] = await rightAnswers(database.db, attemptId);
    const answer = (sequence: number, agoMs: number) =>
      post("answer", { client: "a", answer: { ordinal: 1, sequence, agoMs, flagged: false, given } });
    const record = async () => (await open(`/attempts/${attemptId}`, manager)).html;
    now = later(300);
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
    const { attemptId, post, handIn } = await aSitting();
    await post("answer", { client: "a", answer: { ordinal: 1, sequence: 1, agoMs: 0, flagged: false, given: {} } });
    await post("events", { client: "a", events: [{ sequence: 1, kind: "focus_lost", ordinal: 1, agoMs: 0 }] });
    const [given] = await rightAnswers(database.db, attemptId);
    for (const client of ["a", "b"]) await post("answer", { client });
    now = later(60);
    await post("answer", { client: "b", answer: { ordinal: 1, sequence: 2, agoMs: 40_000, flagged: false, given } });
    await handIn();
    await deleteIntegrityBefore(database.db, now);
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
