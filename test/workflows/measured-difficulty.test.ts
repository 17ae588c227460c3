import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readMeasuredDifficulties } from "~/examination/statistics/measured-difficulty.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { now, sat } from "../factories/kept-statistics";
import { aSmallBank } from "../factories/sat-exams";
import { testDatabase } from "../set-up/database";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await aSmallBank(database);
});
afterAll(() => database.close());

it("measures an item version from 20 responses on, by the mean share of its points", async () => {
  const { db } = database;
  const random = seededRandom("measured");
  for (let attempt = 0; attempt < 45; attempt += 1) await sat(database, random, now);
  const { rows } = await sql<{ id: string; n: number; percent: number }>`
    select item_version_id as id, count(*)::integer as n, (100 * avg(attempt_item.points / item_version.points::float8))::float8 as percent
    from attempt_item join item_version on item_version.id = item_version_id join attempt on attempt.id = attempt_id
    where graded_at is not null and attempt_item.points is not null
    group by item_version_id
  `.execute(db);
  const enough = rows.filter(({ n }) => n >= 20);
  expect(enough.length).toBeGreaterThan(0);
  expect(enough.length).toBeLessThan(rows.length);
  const measured = await readMeasuredDifficulties(db, now);
  expect([...measured.keys()].sort()).toEqual(enough.map(({ id }) => id).sort());
  for (const { id, percent } of enough) expect(measured.get(id)).toBeCloseTo(percent, 6);
});
