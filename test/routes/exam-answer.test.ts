import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectAnswers } from "~/examination/answer-queries.server";
import type { ItemResponse } from "~/examination/response";
import { ofMemberSignedIn } from "~/people/person-queries.server";
import type { Database } from "~/platform/database/handle";
import { anAttempt, examMorning, rightAnswers, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";
import { countStatements } from "../set-up/mortal-database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

/** One statement finds who sends an answer and stores it; what it leaves is told apart by those that ask one thing after the other. */
let database: Database;
let served: ServedPortal;
let life: ReturnType<typeof countStatements>;
let personId = "";
let attemptId = "";
let answers: readonly ItemResponse[];
let cookie = "";
let foreign = "";
let sequence = 0;

beforeAll(async () => {
  database = await testDatabase();
  const { engineerIds } = await trainedPartner(database.db, { engineers: 2 });
  personId = engineerIds[0] ?? "";
  ({ attemptId } = await anAttempt(database.db, personId));
  answers = await rightAnswers(database.db, attemptId);
  served = await servePortal(database, { now: () => examMorning });
  foreign = await served.signedIn(engineerIds[1] ?? "");
  life = countStatements(database.pool, undefined, () => undefined);
});
afterAll(async () => {
  served.close();
  await database.close();
});
beforeEach(async () => {
  cookie = await served.signedIn(personId);
  await during("2026-01-01", null);
});

async function during(from: string, until: string | null) {
  await database.pool.query("update membership set during = daterange($2, $3) where person_id = $1", [
    personId,
    from,
    until,
  ]);
}

async function send(over: object = {}, who = cookie, to = attemptId) {
  sequence += 1;
  const given = { ordinal: 1, sequence, agoMs: 0, flagged: false, given: answers[0], ...over };
  const before = life.statements;
  const response = await fetch(`${served.url}/exam/${to}/answer`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: who, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json" },
    body: JSON.stringify({ client: "a", answer: given }),
  });
  const body = response.status === 302 ? undefined : await response.json();
  return { status: response.status, location: response.headers.get("Location"), body, cost: life.statements - before };
}

const stored = async () => (await selectAnswers(database.db, attemptId))[0];

describe("whose answer is stored", () => {
  it("a member's, in one statement", async () => {
    await send();
    expect(await send()).toMatchObject({ status: 200, body: { outcome: "saved", sequence }, cost: 1 });
    expect(await stored()).toMatchObject({ sequence, response: answers[0], respondedAt: examMorning });
  });

  it.each([
    ["came today", "2027-03-15", null],
    ["came yesterday", "2027-03-14", null],
    ["leaves tomorrow", "2026-01-01", "2027-03-16"],
    ["leaves in a year", "2026-01-01", "2028-03-15"],
  ])("who %s is a member as well", async (_, from, until) => {
    await during(from, until);
    expect(await send()).toMatchObject({ status: 200, body: { outcome: "saved", sequence } });
    expect(await stored()).toMatchObject({ sequence });
  });

  it.each([
    ["left yesterday", "2026-01-01", "2027-03-15"],
    ["comes tomorrow", "2027-03-16", null],
  ])("who %s is none, and told so", async (_, from, until) => {
    const before = await stored();
    await during(from, until);
    expect(await send()).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(await stored()).toEqual(before);
  });

  // At the instant of the answer it is the 14th in the one, and the 15th, 22:00, in the other.
  it.each([
    ["Etc/GMT+12", "2027-03-15", 403],
    ["Etc/GMT+12", "2027-03-14", 200],
    ["Pacific/Kiritimati", "2027-03-16", 403],
    ["Pacific/Kiritimati", "2027-03-15", 200],
  ])("in %s who comes on %s: %d", async (zone, from, status) => {
    await database.pool.query("update organisation set time_zone = $1", [zone]);
    await during(from, null);
    expect((await send()).status).toBe(status);
    await database.pool.query("update organisation set time_zone = 'Europe/Berlin'");
  });

  it("not one whose membership was entered by mistake and has been replaced", async () => {
    await database.pool.query("update membership set superseded_at = now() where person_id = $1", [personId]);
    expect((await send()).status).toBe(403);
    await database.pool.query("update membership set superseded_at = null where person_id = $1", [personId]);
  });

  it("however long ago it is said to be given", async () => {
    expect(await send({ agoMs: 1e300 })).toMatchObject({ status: 200, body: { outcome: "saved", sequence } });
  });

  it("nobody else's: another candidate's, who signed out, whose account is closed, who has no cookie", async () => {
    const before = await stored();
    expect(await send({}, foreign)).toMatchObject({ status: 404, body: { code: "not_found" } });
    await database.pool.query("update person set deactivated_at = now() where id = $1", [personId]);
    expect(await send()).toMatchObject({ status: 302, location: "/sign-in" });
    await database.pool.query("update person set deactivated_at = null where id = $1", [personId]);
    await database.pool.query("delete from sign_in_session where person_id = $1", [personId]);
    expect(await send()).toMatchObject({ status: 302, location: "/sign-in" });
    expect(await send({}, "sign-in=forged")).toMatchObject({ status: 302, location: "/sign-in" });
    expect(await send({}, "")).toMatchObject({ status: 302, location: "/sign-in" });
    expect(await stored()).toEqual(before);
  });

  it("a sign-in that is over at this moment is none", async () => {
    const before = await stored();
    await database.pool.query("update sign_in_session set expires_at = $1", [examMorning]);
    expect(await send()).toMatchObject({ status: 302, location: "/sign-in" });
    expect(await stored()).toEqual(before);
  });
});

it("finds the sender by key, also where the planner takes everything for small", async () => {
  // As the kept statement asks: of everybody, and before anything was counted.
  const { rows } = await database.pool.query(`select upper_inf(during) as open from membership where person_id = $1`, [
    personId,
  ]);
  expect(rows).toEqual([{ open: true }]);
  const by = ofMemberSignedIn("attempt.person_id", "hash", examMorning);
  const { sql: text, parameters } = sql`select 1 from attempt ${by}`.compile(database.db);
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await client.query("set local enable_seqscan = off");
    const plan = await client.query(`explain ${text.replace(/\$(\d)/g, (_, n) => literal(parameters[Number(n) - 1]))}`);
    const lines = plan.rows.map((row) => String(row["QUERY PLAN"]));
    expect(lines.filter((line) => /Index Cond: .*during/.test(line))).toEqual([]);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

const literal = (value: unknown): string => `'${value instanceof Date ? value.toISOString() : String(value)}'`;

describe("what is not stored is told as before", () => {
  it.each([
    ["an older one of this browser", () => ({ sequence: 1 }), 200, { outcome: "stale" }],
    ["what is no answer to the question", () => ({ given: "?" }), 400, { outcome: "unusable" }],
    ["a place that the form does not have", () => ({ ordinal: 500 }), 404, { code: "not_found" }],
    ["what the schema refuses", () => ({ ordinal: 0 }), 400, { code: "bad_request" }],
  ])("%s", async (_, over, status, body) => {
    await send();
    const before = await stored();
    expect(await send(over())).toMatchObject({ status, body });
    expect(await stored()).toEqual(before);
  });

  it.each(["00000000-0000-4000-8000-000000000000", "no-id"])("an attempt that does not exist: %s", async (id) => {
    expect(await send({}, cookie, id)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await send({}, "sign-in=forged", id)).toMatchObject({ status: 302 });
  });

  it("another browser's, once one has taken over", async () => {
    await database.pool.query("update attempt set active_client = 'b' where id = $1", [attemptId]);
    expect(await send()).toMatchObject({ status: 409, body: { outcome: "elsewhere" } });
    await database.pool.query("update attempt set active_client = 'a' where id = $1", [attemptId]);
    expect(await send()).toMatchObject({ status: 200 });
  });

  it("one that was given in an earlier turn than what is stored, unless it says the same", async () => {
    await send();
    await database.pool.query("update attempt set turn = 3 where id = $1", [attemptId]);
    const storedAs = (response: unknown) =>
      database.pool.query(
        "update attempt_item set response_turn = 2, response = $2 where attempt_id = $1 and ordinal = 1",
        [attemptId, JSON.stringify(response)],
      );
    await storedAs({ another: "answer" });
    const before = await stored();
    expect(await send({ turn: 1 })).toMatchObject({ status: 409, body: { outcome: "overtaken" } });
    expect(await stored()).toEqual(before);
    await storedAs(answers[0]);
    expect(await send({ turn: 1 })).toMatchObject({ status: 200, body: { outcome: "saved" } });
    await storedAs({ another: "answer" });
    expect(await send({ turn: 2 })).toMatchObject({ status: 200, body: { outcome: "saved", sequence }, cost: 1 });
    expect(await send({ turn: -2 })).toMatchObject({ status: 400, body: { code: "bad_request" } });
  });

  it("but one of a question that has no answer yet is stored, whatever turn it says", async () => {
    expect(await send({ ordinal: 2, given: answers[1], turn: -1 })).toMatchObject({ status: 200, cost: 1 });
  });
});

it("who takes over is told the turn, and another one only when somebody else had it", async () => {
  const claim = async (client: string) => {
    const response = await fetch(`${served.url}/exam/${attemptId}/answer`, {
      method: "POST",
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json" },
      body: JSON.stringify({ client }),
    });
    return (await response.json()).turn;
  };
  await database.pool.query("update attempt set turn = 3, active_client = 'a' where id = $1", [attemptId]);
  expect([await claim("a"), await claim("b"), await claim("b"), await claim("a")]).toEqual([3, 4, 4, 5]);
});
