import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { timeClass } from "~/examination/statistics/attempt-figures-queries.server";
import { selectKeptMonths, selectMonthsToKeep } from "~/examination/statistics/kept-month-queries.server";
import { secondsOfClass } from "~/examination/statistics/spent-time";
import { verifyExamMonths } from "~/examination/statistics/verify-exam-months.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { integerBelow, seededRandom } from "~/platform/random";
import { aYear, changed, day, hour, keepAll, keptLines, now, sat, toldAndCounted } from "../factories/kept-statistics";
import { anOpenAttempt, aSmallBank, grade, handIn, regradeItem } from "../factories/sat-exams";
import { breadth } from "../set-up/breadth";
import { testDatabase } from "../set-up/database";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

it("whatever happens to the attempts, what is told is what they give", { timeout: 300_000 }, async () => {
  const random = seededRandom("kept months");
  await aSmallBank(database);
  const { db, pool } = database;
  const start = Date.parse("2027-01-01T00:00:00Z");
  const graded: string[] = [];
  const waiting: { attemptId: string; finishedAt: Date }[] = [];
  const anyOf = <One>(list: readonly One[]) => list[integerBelow(random, Math.max(1, list.length))];
  const byHand = [
    "update attempt_item set points = 0.125 where attempt_id = $1 and ordinal = 2",
    "update attempt_item set points = null where attempt_id = $1 and ordinal = 3",
    "update attempt_item set points = 1 where attempt_id = $1 and ordinal = 3",
    `update attempt_item set response = '{"optionId": "c"}' where attempt_id = $1 and ordinal = 1`,
    "update attempt_item set spent_seconds = 30 where attempt_id = $1",
    "update attempt_item set item_version_id = md5('item 1')::uuid where attempt_id = $1 and ordinal = 4",
    "update attempt set finished_at = finished_at + interval '31 days' where id = $1",
    "update attempt set programme_version_id = md5('programme 901')::uuid where id = $1",
    "update attempt set score_percent = 12.5 where id = $1",
    "delete from attempt_item where attempt_id = $1 and ordinal = 4",
    "update attempt set graded_at = null, passed = null where id = $1 and graded_at < '2027-02-01'",
  ];
  const reached = new Map<string, number>();
  let clock = now.getTime();
  const works: Record<string, (at: Date) => Promise<unknown>> = {
    sit: async (at) => graded.push(await sat(database, random, at)),
    wait: async (at) => {
      const attemptId = await anOpenAttempt(database, random, new Date(at.getTime() - hour));
      await handIn(database, random, attemptId, at);
      waiting.push({ attemptId, finishedAt: at });
    },
    mark: async () => {
      const marked = waiting.shift();
      if (!marked) return;
      const { attemptId, finishedAt } = marked;
      await inTransaction(db, (trx) => grade(trx, random, attemptId, finishedAt, now));
      graded.push(attemptId);
    },
    regrade: () =>
      regradeItem(database, random, anyOf(["full", "nothing", "left_out"] as const) ?? "full", new Date(clock)),
    repair: () => pool.query(anyOf(byHand) ?? "", [anyOf(graded) ?? null]),
    keep: (at) => keepAll(db, new Date(at.getTime() + 40 * day)),
    keepEverything: () => keepAll(db),
  };
  for (let step = 0; step < breadth(100, 1_500); step += 1) {
    const at = new Date(start + integerBelow(random, 160 * 24) * hour);
    const [name, work] = anyOf(Object.entries(works)) ?? [];
    if (!name || !work) continue;
    clock += 1_000;
    await work(at);
    const months = (await selectKeptMonths(db)).length;
    const stage = `${name}${months > 0 ? " with kept months" : ""}`;
    reached.set(stage, (reached.get(stage) ?? 0) + 1);
    const recentSince = new Date(start + integerBelow(random, 160 * 24) * hour);
    const { told, counted } = await toldAndCounted(database, recentSince);
    expect(told, `after ${name}, step ${step}`).toEqual(counted);
    if (step % 10 === 0) expect(await verifyExamMonths(db)).toMatchObject({ different: [] });
  }
  for (const name of ["sit", "mark", "regrade", "repair"])
    expect([...reached.keys()]).toContain(`${name} with kept months`);
});

it("a month is kept once it has been over for a week, and kept again only when something in it has changed", async () => {
  const random = seededRandom("a week");
  const [january = ""] = await aYear(database, random);
  expect(await selectMonthsToKeep(database.db, new Date("2027-04-30T23:59:59Z"))).toEqual(["2027-01-01", "2027-02-01"]);
  expect(await keepAll(database.db, new Date("2027-05-07T23:00:00Z"))).toEqual({ kept: 2, inUse: 0 });
  expect(await keepAll(database.db, new Date("2027-05-08T00:00:00Z"))).toEqual({ kept: 1, inUse: 0 });
  const before = await keptLines(database);
  expect(await keepAll(database.db)).toEqual({ kept: 0, inUse: 0 });
  expect(await keptLines(database)).toEqual(before);
  await database.pool.query("update attempt set score_percent = 1 where id = $1", [january]);
  expect(await selectKeptMonths(database.db)).toEqual(["2027-02-01", "2027-04-01"]);
  expect(await keepAll(database.db)).toEqual({ kept: 1, inUse: 0 });
  expect(await changed(database)).toEqual([]);
});

it("what was counted by another version of the portal is not told, and is counted anew", async () => {
  await aYear(database, seededRandom("version"));
  await keepAll(database.db);
  await database.pool.query("update exam_month set definition = 'another' where month = '2027-02-01'");
  await database.pool.query(
    "update exam_month_cell set n = n + 1 where exam_month_id = (select id from exam_month where definition = 'another')",
  );
  const { told, counted } = await toldAndCounted(database, now);
  expect(told).toEqual(counted);
  expect(await keepAll(database.db)).toEqual({ kept: 1, inUse: 0 });
});

it("an attempt under way, and one handed in in a month that is not kept, leave no trace", async () => {
  const random = seededRandom("trace");
  await aYear(database, random);
  await keepAll(database.db);
  const attemptId = await anOpenAttempt(database, random, new Date("2027-06-20T07:00:00Z"));
  await inTransaction(database.db, async (trx) => {
    await sql`update attempt_item set response = '{"optionId": "b"}' where attempt_id = ${attemptId}::uuid`.execute(
      trx,
    );
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and classid = 60`.execute(trx);
    expect(rows).toEqual([]);
  });
  await inTransaction(database.db, (trx) => grade(trx, random, attemptId, now, now));
  expect(await changed(database)).toEqual([]);
});

it.each([
  ["a response too many", "update exam_month_cell set n = n + 1 where exam_month_id = $1"],
  ["points too many", "update exam_month_cell set x = x + 0.001 where exam_month_id = $1"],
  ["no times", "delete from exam_month_time where exam_month_id = $1"],
  ["another score", "update exam_month_form set score = score + 0.01 where exam_month_id = $1"],
  ["no sections", "delete from exam_month_section where exam_month_id = $1"],
])("the check names a month that is not kept rightly: %s", async (_what, tamper) => {
  await aYear(database, seededRandom("tamper"));
  await keepAll(database.db);
  expect(await verifyExamMonths(database.db)).toEqual({ months: 3, different: [] });
  const { rows } = await database.pool.query("select id from exam_month where month = '2027-02-01'");
  await database.pool.query(tamper, [rows[0]?.id]);
  expect((await verifyExamMonths(database.db)).different).toEqual(["2027-02-01"]);
});

it("the classes of times are those that the seconds of a class say", async () => {
  const { rows } = await sql<{ seconds: number; index: number }>`
      select seconds, ${timeClass(sql`seconds`)} as index from generate_series(0, 8000) as seconds`.execute(
    database.db,
  );
  for (const { seconds, index } of rows) {
    expect(secondsOfClass(index)).toBeLessThanOrEqual(seconds);
    if (seconds < 7_200) expect(secondsOfClass(index + 1)).toBeGreaterThan(seconds);
  }
});
