import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectPracticeItems } from "~/examination/practice-queries.server";
import { startPractice } from "~/examination/start-practice.server";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { paths } from "~/web/paths";
import { examMorning, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

/** The addresses of a mock examination, as the page speaks with them and as it is without JavaScript. */
let database: Database;
let served: ServedPortal;
let people: string[];
let now: Date;
let roundId: string;
let cookie: string;

beforeAll(async () => {
  database = await testDatabase();
  people = (await trainedPartner(database.db, { engineers: 11 })).engineerIds.slice();
  served = await servePortal(database, { now: () => now });
});
afterAll(async () => {
  served.close();
  await database.close();
});
beforeEach(async () => {
  now = examMorning;
  const personId = people.pop() ?? "";
  const start = { personId, section: null };
  ({ roundId } = await startPractice(database.db, start, now, seededRandom(personId)));
  cookie = await served.signedIn(personId);
});

const stored = async (ordinal = 1) => (await selectPracticeItems(database.db, roundId))[ordinal - 1];
const headers = () => ({ Cookie: cookie, "Sec-Fetch-Site": "same-origin" });
const open = (address: string) => fetch(served.url + address, { headers: headers(), redirect: "manual" });

async function post(address: string, body: unknown) {
  const response = await fetch(served.url + address, {
    method: "POST",
    redirect: "manual",
    headers: { ...headers(), "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const given = { ordinal: 1, sequence: 1, agoMs: 0, flagged: true, given: {} };
const send = async (over: object = {}, client = "a") => {
  const { kind } = (await stored()) ?? {};
  return post(paths.mockAnswer(roundId), { client, answer: { ...given, given: { kind }, ...over } });
};
const claim = (client: string) => post(paths.mockAnswer(roundId), { client });
/** What a window that has nothing to save is told. */
const look = async (client: string) => (await open(`${paths.mockAnswer(roundId)}?client=${client}`)).json();

const form = (fields: Record<string, string>, address = paths.mockExam(roundId)) =>
  fetch(served.url + address, {
    method: "POST",
    redirect: "manual",
    headers: headers(),
    body: new URLSearchParams(fields),
  });

describe("the page of a mock examination", () => {
  it("sends answers as that of the examination does, and is told the same", async () => {
    expect(await look("a")).toMatchObject({ outcome: "here" });
    expect(await claim("a")).toMatchObject({ status: 200, body: { outcome: "here" } });
    expect(await send()).toMatchObject({ status: 200, body: { outcome: "saved", sequence: 1 } });
    expect(await send()).toMatchObject({ status: 200, body: { outcome: "saved", sequence: 1 } });
    expect(await send({ sequence: 5 })).toMatchObject({ status: 200, body: { outcome: "saved" } });
    expect(await send({ sequence: 4, flagged: false })).toMatchObject({ status: 200, body: { outcome: "stale" } });
    expect(await send({ sequence: 6, given: 7 })).toMatchObject({ status: 400, body: { outcome: "unusable" } });
    expect(await stored()).toMatchObject({ sequence: 5, flagged: true });
    expect(await look("a")).toMatchObject({ outcome: "here" });
  });

  it("is told what is no answer at all", async () => {
    const unmarked = { client: "a", answer: { ordinal: 1, sequence: 1, agoMs: 0, given: {} } };
    for (const body of [7, {}, { client: "" }, { client: "a", answer: { ordinal: 1 } }, unmarked]) {
      expect((await post(paths.mockAnswer(roundId), body)).status).toBe(400);
      expect((await post(paths.mockNote(roundId), body)).status).toBe(400);
    }
    expect((await send({ ordinal: 100 })).status).toBe(404);
  });

  it("gives way to the window that opens after it, is told so, and takes it back", async () => {
    await claim("a");
    await send();
    expect(await claim("b")).toMatchObject({ status: 200, body: { outcome: "here" } });
    expect([await look("a"), await look("b")]).toMatchObject([{ outcome: "elsewhere" }, { outcome: "here" }]);
    expect(await send({ sequence: 2, flagged: false })).toMatchObject({ status: 409, body: { outcome: "elsewhere" } });
    const note = { client: "a", note: { ordinal: 1, sequence: 1, text: "x" } };
    expect(await post(paths.mockNote(roundId), note)).toMatchObject({ status: 409, body: { outcome: "elsewhere" } });
    expect(await stored()).toMatchObject({ sequence: 1, flagged: true, note: "" });
    await claim("a");
    expect(await send({ sequence: 2, flagged: false })).toMatchObject({ status: 200, body: { outcome: "saved" } });
    expect(await send({ sequence: 3 }, "b")).toMatchObject({ status: 409, body: { outcome: "elsewhere" } });
    expect(await stored()).toMatchObject({ sequence: 2, flagged: false });
  });

  it("gives way to one without JavaScript when that is sent, as the examination does", async () => {
    await claim("a");
    await open(paths.mockExam(roundId));
    expect(await look("a")).toMatchObject({ outcome: "here" });
    const saved = await form({ ordinal: "1", flagged: "on", note: "one", go: "2" });
    expect(saved.headers.get("Location")).toBe(paths.mockExam(roundId, 2));
    expect(await stored()).toMatchObject({ flagged: true, note: "one" });
    expect(await look("a")).toMatchObject({ outcome: "elsewhere" });
    expect(await send({ sequence: 9, flagged: false })).toMatchObject({ status: 409, body: { outcome: "elsewhere" } });
    await claim("a");
    expect(await send({ sequence: 9, flagged: false })).toMatchObject({ status: 200 });
    expect(await stored()).toMatchObject({ flagged: false });
  });

  it("is told when it is over, and is led to the result", async () => {
    await form({}, paths.mockHandIn(roundId));
    expect(await send()).toMatchObject({ status: 409, body: { outcome: "finished" } });
    expect(await claim("a")).toMatchObject({ status: 409, body: { outcome: "finished" } });
    const note = { client: "a", note: { ordinal: 1, sequence: 1, text: "x" } };
    expect(await post(paths.mockNote(roundId), note)).toMatchObject({ status: 409, body: { outcome: "finished" } });
    for (const address of [paths.mockExam(roundId), paths.mockHandIn(roundId)]) {
      expect((await open(address)).headers.get("Location")).toBe(paths.practiceRound(roundId));
    }
    expect((await open(paths.practiceRound(roundId))).status).toBe(200);
  });

  it("says that the time is up while answers may still arrive, and then leads to the result", async () => {
    const { deadlineAt } = await database.db
      .selectFrom("practiceRound")
      .select("deadlineAt")
      .where("id", "=", roundId)
      .executeTakeFirstOrThrow();
    now = new Date((deadlineAt?.getTime() ?? 0) + 1000);
    expect(await (await open(paths.mockExam(roundId))).text()).toContain("The time is up");
    expect(await send({ agoMs: 0 })).toMatchObject({ status: 409, body: { outcome: "late" } });
    expect(await send({ agoMs: 2000 })).toMatchObject({ status: 200, body: { outcome: "saved" } });
    now = new Date((deadlineAt?.getTime() ?? 0) + policy.lateAnswerSeconds * 1000);
    expect(await look("a")).toMatchObject({ outcome: "finished" });
    expect((await open(paths.mockExam(roundId))).headers.get("Location")).toBe(paths.practiceRound(roundId));
  });

  it("works without JavaScript: a form that is saved, marked and noted, and goes where it is pressed to go", async () => {
    const saved = await form({ ordinal: "1", flagged: "on", note: "one\r\ntwo", go: "3" });
    expect(saved.headers.get("Location")).toBe(paths.mockExam(roundId, 3));
    expect(await stored()).toMatchObject({ flagged: true, note: "one\ntwo", sequence: 1 });
    const page = await (await open(paths.mockExam(roundId, 1))).text();
    expect(page).toContain("0 answered, 20 open, 1 marked");
    expect(page).toContain("min left when this page was loaded");
    expect(page).toMatch(/Ends at \d\d:\d\d, Berlin \(UTC\+1\)/);
    const tooLong = await form({ ordinal: "1", note: "x".repeat(2001), go: "2" });
    expect(tooLong.status).toBe(400);
    expect(await tooLong.text()).toContain("x".repeat(2001));
    expect((await form({ ordinal: "99", go: "2" })).status).toBe(404);
    const done = await form({ ordinal: "20", go: "hand-in" });
    expect(done.headers.get("Location")).toBe(paths.mockHandIn(roundId));
    expect(await (await open(paths.mockHandIn(roundId))).text()).toContain("20 of 20 questions are still open.");
  });

  it("stands by itself: the address of the round leads there while it lasts", async () => {
    expect((await open(paths.practiceRound(roundId))).headers.get("Location")).toBe(paths.mockExam(roundId));
    const page = await (await open(paths.mockExam(roundId))).text();
    expect(page).toContain("Mock examination");
    expect(page).not.toContain('href="/training"');
    const { items } = await (await open(paths.mockItems(roundId))).json();
    expect(items.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it("is nobody else's", async () => {
    cookie = await served.signedIn(people.pop() ?? "");
    const note = { client: "a", note: { ordinal: 1, sequence: 1, text: "x" } };
    for (const told of [await send(), await post(paths.mockNote(roundId), note)]) expect(told.status).toBe(404);
    for (const address of [
      paths.mockExam(roundId),
      paths.mockAnswer(roundId),
      paths.mockItems(roundId),
      paths.mockHandIn(roundId),
    ]) {
      expect((await open(address)).status, address).toBe(404);
    }
    expect((await form({}, paths.mockHandIn(roundId))).status).toBe(404);
    expect((await form({ ordinal: "1", go: "2" })).status).toBe(404);
    expect(await stored()).toMatchObject({ answeredAt: null });
  });
});
