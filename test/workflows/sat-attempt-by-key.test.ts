import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateActiveClient, updateAnswer, updateAnswerSignedIn } from "~/examination/answer-queries.server";
import { insertEvents } from "~/examination/integrity-queries.server";
import { upsertNote } from "~/examination/note-queries.server";
import type { ItemResponse } from "~/examination/response";
import type { Database, Db } from "~/platform/database/handle";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";

let database: Database;
let client: PoolClient;
let key = { attemptId: "", personId: "", clientId: "a" };

beforeAll(async () => {
  database = await testDatabase();
  const { engineerIds } = await trainedPartner(database.db, { engineers: 1 });
  const [personId = ""] = engineerIds;
  const { attemptId } = await anAttempt(database.db, personId);
  key = { ...key, attemptId, personId };
});
afterAll(() => database.close());

const place = { ordinal: 1, sequence: 1, turn: 0 };
const response = null as unknown as ItemResponse;
const earliestDeadline = examMorning;
const arrival = { givenAt: examMorning, arrivedAt: examMorning, delayedSeconds: null, earliestDeadline };
const answer = { ...place, response, flagged: false, ...arrival };
const noticed = { ...place, kind: "pasted" as const, characters: 3, happenedAt: examMorning };

/** The statement that the embedded database's one connection is sent. */
async function sentBy(run: (db: Db) => Promise<unknown>): Promise<string> {
  const texts: string[] = [];
  const connection = await database.pool.connect();
  const query = connection.query as (...parameters: unknown[]) => unknown;
  connection.query = ((...parameters: unknown[]) => {
    texts.push(String(parameters[0]));
    return query.call(connection, ...parameters);
  }) as PoolClient["query"];
  connection.release();
  await run(database.db);
  connection.query = query as PoolClient["query"];
  return texts.find((text) => /\battempt\b/.test(text)) ?? "";
}

/** Its plan as it is kept, where statistics were gathered at night: everybody had handed in, and the indexes of attempts under way were empty. */
async function planAtNight(statement: string): Promise<string> {
  client = await database.pool.connect();
  try {
    await client.query("begin");
    await client.query("update attempt set finished_at = started_at, finished_by = 'candidate'");
    await client.query(
      `insert into attempt (person_id, organisation_id, programme_version_id, ordinal, seed, started_at, deadline_at, finished_at, finished_by)
        select person_id, organisation_id, programme_version_id, n, 'past', started_at, deadline_at, started_at, 'candidate'
        from attempt cross join generate_series(100, 1000) as n`,
    );
    await client.query("analyze attempt");
    const { rows } = await client.query(`explain (generic_plan) ${statement}`);
    return rows.map((row) => String(row["QUERY PLAN"])).join("\n");
  } finally {
    await client.query("rollback");
    client.release();
  }
}

describe("an attempt under way is found by its key, not among all that are under way", () => {
  it.each([
    ["for an answer", (db: Db) => updateAnswer(db, { ...key, ...answer })],
    ["for the answer of who signed in", (db: Db) => updateAnswerSignedIn(db, { ...key, ...answer, tokenHash: "hash" })],
    ["for taking over", (db: Db) => updateActiveClient(db, { ...key, takenAt: examMorning })],
    [
      "for a note",
      (db: Db) => upsertNote(db, { ...key, ...place, text: "n", writtenAt: examMorning, earliestDeadline }),
    ],
    ["for what was noticed", (db: Db) => insertEvents(db, key, [noticed], noticed.happenedAt)],
  ])("%s", async (_, run) => {
    const plan = await planAtNight(await sentBy(run));
    expect(plan).toMatch(/Scan using attempt_pkey on attempt\b/);
    expect(plan).not.toMatch(/attempt_open_deadline|one_active_attempt|Seq Scan on attempt\b(?!_)/);
  });

  it("which a plain condition would not do", async () => {
    const plan = await planAtNight(`select from attempt where id = $1::uuid and finished_at is null`);
    expect(plan).toMatch(/attempt_open_deadline|one_active_attempt/);
  });
});
