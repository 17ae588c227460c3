import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepMonth, selectKeptMonths } from "~/examination/statistics/kept-month-queries.server";
import { verifyExamMonths } from "~/examination/statistics/verify-exam-months.server";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { aYear, changed, keepAll, keptLines, now, toldAndCounted } from "../factories/kept-statistics";
import { testServerDatabase } from "../set-up/database";
import { mortalDatabase } from "../set-up/mortal-database";

let database: Database & { url: string };
const others: Database[] = [];
beforeEach(async () => {
  database = await testServerDatabase();
});
afterEach(async () => {
  for (const other of others.splice(0)) await other.close();
  await database.close();
});
const another = async () => {
  const other = await connect({ databaseUrl: database.url });
  others.push(other);
  return other;
};
const expectTrue = async () => {
  const { told, counted } = await toldAndCounted(database, new Date("2027-03-01T00:00:00Z"));
  expect(told).toEqual(counted);
  expect(await verifyExamMonths(database.db)).toMatchObject({ different: [] });
};

it("a month in which somebody is changing a result is left for the next time", async () => {
  const [, february = ""] = await aYear(database, seededRandom("left"));
  const other = await another();
  await other.db.transaction().execute(async (trx) => {
    await sql`update attempt_item set points = 0.5 where attempt_id = ${february}::uuid`.execute(trx);
    expect(await keepAll(database.db)).toEqual({ kept: 2, inUse: 1 });
    expect(await selectKeptMonths(database.db)).not.toContain("2027-02-01");
  });
  await expectTrue();
  expect(await keepAll(database.db)).toEqual({ kept: 1, inUse: 0 });
  await expectTrue();
});

it("who changes a result while its month is being kept waits, and takes the month back", async () => {
  const [january = "", february = "", , , june = ""] = await aYear(database, seededRandom("back"));
  const other = await another();
  const settled: string[] = [];
  const change = (attemptId: string) =>
    other.pool
      .query("update attempt_item set points = 0.5 where attempt_id = $1", [attemptId])
      .then(() => settled.push(attemptId));
  let late: Promise<unknown> = Promise.resolve();
  await database.db.transaction().execute(async (trx) => {
    expect(await keepMonth(trx, "2027-02-01", now)).toBe(true);
    late = change(february);
    await change(january);
    await change(june);
    await sql`select pg_sleep(0.2)`.execute(trx);
    expect(settled).toEqual([january, june]);
  });
  await late;
  expect(settled).toEqual([january, june, february]);
  expect(await changed(database)).toEqual(["2027-02-01"]);
  await expectTrue();
});

it("two who change results of one kept month do not wait for each other", async () => {
  const [, first = "", second = ""] = await aYear(database, seededRandom("each other"));
  await keepAll(database.db);
  const other = await another();
  await database.db.transaction().execute(async (trx) => {
    await sql`update attempt_item set points = 0.5 where attempt_id = ${first}::uuid`.execute(trx);
    await other.pool.query("update attempt_item set points = 0.25 where attempt_id = $1", [second]);
  });
  await expectTrue();
  expect(await keepAll(database.db)).toEqual({ kept: 1, inUse: 0 });
  await expectTrue();
});

it("two instances at once keep each month once", async () => {
  await aYear(database, seededRandom("two"));
  const other = await another();
  await Promise.all([keepAll(database.db), keepAll(other.db)]);
  await keepAll(database.db);
  expect(await keptLines(database)).toHaveLength(3);
  await expectTrue();
});

it.each(["answered", "on_its_way"] as const)(
  "a process that dies at any statement, %s, leaves each month kept whole or open",
  async (when) => {
    await aYear(database, seededRandom("dies"));
    let kills = 0;
    for (let statement = 1; ; statement += 1) {
      await database.pool.query("update attempt set score_percent = score_percent where graded_at is not null");
      await database.pool.query("update attempt_item set points = 0.5 - points % 0.25 where points is not null");
      const mortal = await mortalDatabase(database.url, { statement, when });
      await keepAll(mortal.database.db).catch(() => undefined);
      await mortal.database.close();
      await expectTrue();
      if (!mortal.life.dead) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(20);
    await keepAll(database.db);
    expect(await selectKeptMonths(database.db)).toHaveLength(3);
    await expectTrue();
  },
);
