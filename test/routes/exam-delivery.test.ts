import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentDeclaration } from "~/examination/declaration";
import { selectOptionalDeclaration } from "~/examination/declaration-queries.server";
import { selectEvents } from "~/examination/integrity-queries.server";
import { deleteNotesOfFinished, selectNotes } from "~/examination/note-queries.server";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { examMorning } from "../factories/examination";
import { testDatabase } from "../set-up/database";
import { later, SittingWorld } from "./sitting-world";

let database: Database;
let world: SittingWorld;

beforeAll(async () => {
  database = await testDatabase();
  world = await SittingWorld.on(database, 9);
});
afterAll(async () => {
  world.served.close();
  await database.close();
});

describe("before the start", () => {
  it("rules and honour have to be accepted, each; what was accepted is kept as it is", async () => {
    const { cookie } = await world.nextCandidate();
    const start = (fields: Record<string, string>) =>
      fetch(`${world.served.url}/exam`, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
        body: new URLSearchParams(fields),
      });
    for (const fields of [
      {},
      { honour: "on", declaration: String(currentDeclaration), programme: "1" },
      { rules: "on", declaration: String(currentDeclaration), programme: "1" },
      { rules: "on", honour: "on", declaration: String(currentDeclaration - 1), programme: "1" },
      { rules: "on", honour: "on", declaration: String(currentDeclaration) },
    ] as Record<string, string>[]) {
      expect((await start(fields)).status, JSON.stringify(fields)).toBe(400);
    }
    const agreed = { rules: "on", honour: "on", declaration: String(currentDeclaration) };
    // The rules of another version, with another time perhaps, have to be read first.
    expect((await start({ ...agreed, programme: "2" })).status).toBe(409);
    const started = await start({ ...agreed, programme: "1" });
    expect(started.status).toBe(302);
    const attemptId = started.headers.get("Location")?.split("/").at(-1) ?? "";
    expect(await selectOptionalDeclaration(database.db, attemptId)).toEqual({
      version: currentDeclaration,
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
    const { attemptId, post } = await world.aSitting();
    expect(await post("note", note(2, 5, "later"))).toMatchObject({ status: 200, body: { outcome: "saved" } });
    expect(await post("note", note(2, 4, "earlier"))).toMatchObject({ status: 200, body: { outcome: "stale" } });
    expect(await post("note", note(2, 5, "later"))).toMatchObject({ status: 200, body: { outcome: "stale" } });
    expect(await selectNotes(database.db, attemptId)).toEqual([{ ordinal: 2, sequence: 5, text: "later" }]);
  });

  it("without JavaScript it comes with the page and is there again; too long a one comes back whole", async () => {
    const { attemptId, form, open } = await world.aSitting();
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
    const { attemptId, post, handIn } = await world.aSitting();
    await post("answer", { client: "a" });
    expect(await post("note", note(1, 1, "x", "b"))).toMatchObject({ status: 409, body: { outcome: "elsewhere" } });
    expect((await post("note", note(99, 1, "x"))).status).toBe(404);
    const stranger = await world.someoneElse();
    expect((await post("note", note(1, 1, "x"), { Cookie: stranger })).status).toBe(404);
    expect((await post("note", { client: "a" })).status).toBe(400);
    world.now = later(45 * 60 + policy.lateAnswerSeconds);
    expect(await post("note", note(1, 1, "x"))).toMatchObject({ status: 409, body: { outcome: "late" } });
    world.now = later(60);
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
    const { attemptId, post } = await world.aSitting();
    world.now = later(60);
    const events = [lost(1, 10_000), { sequence: 2, kind: "pasted", ordinal: 3, agoMs: 3_600_000, characters: 120 }];
    expect((await post("events", { client: "a", events })).body).toEqual({ stored: 2 });
    expect((await post("events", { client: "a", events })).body).toEqual({ stored: 0 });
    expect(await selectEvents(database.db, attemptId)).toEqual([
      { clientId: "a", sequence: 2, kind: "pasted", ordinal: 3, characters: 120, happenedAt: examMorning },
      { clientId: "a", sequence: 1, kind: "focus_lost", ordinal: 3, characters: null, happenedAt: later(50) },
    ]);
  });

  it("is no leaving where the page was only loaded anew, whichever of the two arrives first, and nothing else is taken back", async () => {
    const { attemptId, post } = await world.aSitting();
    const back = (sequence: number) => ({ ...lost(sequence), kind: "focus_regained" });
    const pasted = { ...lost(4), kind: "pasted", characters: 5 };
    const inOrder = [[lost(1)], [back(1)], [back(2)], [lost(2)], [lost(3), back(3)], [pasted, back(4)], [lost(5)]];
    for (const events of [...inOrder, [pasted], [back(4)]]) {
      expect((await post("events", { client: "a", events })).status).toBe(200);
    }
    const kinds = (await selectEvents(database.db, attemptId)).map(({ sequence, kind }) => [sequence, kind]);
    expect(kinds).toEqual([
      [1, "focus_regained"],
      [2, "focus_regained"],
      [3, "focus_regained"],
      [4, "focus_regained"],
      [5, "focus_lost"],
    ]);
  });

  it("is bounded: fifty at once, so many for one attempt, and nothing of another shape", async () => {
    const { attemptId, post } = await world.aSitting();
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
    const { attemptId, post, handIn } = await world.aSitting();
    const stranger = await world.someoneElse();
    expect((await post("events", { client: "a", events: [lost(1)] }, { Cookie: stranger })).status).toBe(404);
    await handIn();
    expect((await post("events", { client: "a", events: [lost(1)] })).body).toEqual({ stored: 0 });
    expect(await selectEvents(database.db, attemptId)).toEqual([]);
  });
});
