import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contentFor, parseItemContent } from "~/examination/item";
import { countGeneratedItems } from "~/examination/statistics/count-generated-items.server";
import { readExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import type { Language } from "~/platform/schema/people-tables";
import { anOpenAttempt, aSmallBank, grade } from "../factories/sat-exams";
import { testDatabase } from "../set-up/database";

const people = 60;
const generated = { kind: "single_choice", generator: "slow_volume", parameters: {} };
const content = parseItemContent(generated);
let database: Database;
let itemVersionId: string;
let fixedId: string;

/** Of ten people seven are right, two make the first mistake, and one gives no answer; nobody makes another mistake. */
function choiceOf(place: number, seed: string): string | null {
  const item = contentFor(content, seed);
  if (item.kind !== "single_choice" || place % 10 === 9) return null;
  const [mistake] = mistakes(seed);
  return (place % 10 < 7 ? item.key.optionIds[0] : mistake?.id) ?? null;
}

function mistakes(seed: string) {
  const item = contentFor(content, seed);
  if (item.kind !== "single_choice") return [];
  const wrong = item.options.filter(({ misconception }) => misconception !== undefined);
  return wrong.sort((a, b) => ((a.misconception?.en ?? "") < (b.misconception?.en ?? "") ? -1 : 1));
}

async function anItem(code: string, said: object): Promise<string> {
  const id = randomUUID();
  const { db } = database;
  await sql`insert into item (id, code, pool, section, created_at) values (${id}::uuid, ${code}, 'certification', 'storage', '2020-01-01')`.execute(
    db,
  );
  await sql`insert into item_version (id, item_id, version, status, kind, clauses, points, content, recorded_at)
    values (${id}::uuid, ${id}::uuid, 1, 'active', 'single_choice', '{}', 1, ${JSON.stringify(said)}::jsonb, '2020-01-01')`.execute(
    db,
  );
  return id;
}

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const random = seededRandom("generated options");
  await aSmallBank(database);
  itemVersionId = await anItem("GEN-001", generated);
  fixedId = await anItem("FIX-001", contentFor(content, "fixed"));
  for (let place = 0; place < people; place += 1) {
    const startedAt = new Date(Date.UTC(2027, 2, 1) + place * 3_600_000);
    const attemptId = await anOpenAttempt(database, random, startedAt);
    const seed = `seed ${place}`;
    const optionId = choiceOf(place, seed);
    await sql`update attempt_item set item_version_id = ${itemVersionId}::uuid, seed = ${seed},
      response = ${optionId && JSON.stringify({ kind: "single_choice", optionId })}::jsonb
      where attempt_id = ${attemptId}::uuid and ordinal = 1`.execute(db);
    await inTransaction(db, (trx) => grade(trx, random, attemptId, startedAt, startedAt));
  }
});
afterAll(() => database.close());

const countedAt = new Date(Date.UTC(2027, 4, 1, 9));
const hour = 3_600_000;
const failed = (code: string, error: unknown): never => {
  throw new Error(code, { cause: error });
};
const count = (at: Date) => countGeneratedItems(database.db, at, { failed });

async function lineOf(id: string, language: Language) {
  const { items } = await readExamStatistics(database.db, language, new Date(countedAt.getTime() + hour));
  const line = items.find((item) => item.itemVersionId === id);
  if (!line?.statistics) throw new Error("no statistics");
  return { ...line, statistics: line.statistics };
}

it("says nothing of the options before they are counted", async () => {
  const { statistics, counted } = await lineOf(itemVersionId, "de");
  expect([statistics.options, counted]).toEqual([[], null]);
});

it("counts the right answer and each misconception, whatever figures they came with", async () => {
  const ids = new Set(Array.from({ length: people }, (_, place) => choiceOf(place, `seed ${place}`)));
  expect(ids.size).toBeGreaterThan(people / 3);
  expect(await count(countedAt)).toBe(1);
  const { statistics, optionTexts, counted } = await lineOf(itemVersionId, "de");
  const [first, ...others] = mistakes("any").map(({ misconception }) => misconception);
  expect(counted).toEqual({ responses: people, at: countedAt.toISOString() });
  expect(statistics.options.map(({ keyed, chosen }) => [keyed, chosen]).slice(0, 1)).toEqual([[true, 0.7 * people]]);
  expect(optionTexts[statistics.options[0]?.id ?? ""]).toBe("Die richtige Antwort");
  const byText = new Map(statistics.options.map(({ id, chosen }) => [optionTexts[id], chosen]));
  expect(byText.get(first?.de ?? "")).toBe(0.2 * people);
  expect(others.map((other) => byText.get(other?.de ?? ""))).toEqual(others.map(() => 0));
});

it("correlates what was chosen with the rest of the attempt, as for options that are the same for everybody", async () => {
  const { statistics } = await lineOf(itemVersionId, "en");
  const { rows } = await sql<{ keyed: number; mistaken: number }>`
    select corr(knows::int, rest)::float8 as keyed, corr(mistaken::int, rest)::float8 as mistaken from (
      select place % 10 < 7 as knows, place % 10 in (7, 8) as mistaken, (points_sum - item.points) / (max_points_sum - 1) as rest
      from attempt_item as item join attempt on attempt.id = attempt_id
      cross join lateral (select replace(item.seed, 'seed ', '')::int as place) as numbered
      where item_version_id = ${itemVersionId}::uuid
    ) as given
  `.execute(database.db);
  const mistaken = statistics.options.find(({ chosen, keyed }) => !keyed && chosen > 0);
  expect(statistics.options[0]?.pointBiserial?.value).toBeCloseTo(rows[0]?.keyed ?? Number.NaN, 9);
  expect(mistaken?.pointBiserial?.value).toBeCloseTo(rows[0]?.mistaken ?? Number.NaN, 9);
});

it("flags only the mistakes that nobody makes, in the list too", async () => {
  const { flags } = await lineOf(itemVersionId, "en");
  expect(flags.filter(({ flag }) => flag === "dead_distractor")).toEqual([{ flag: "dead_distractor", sure: false }]);
});

it("counts again once there are new results, an hour later at the earliest, and in place of the last time", async () => {
  const { db } = database;
  expect(await count(new Date(countedAt.getTime() + 2 * hour))).toBe(0);
  await sql`update attempt set graded_at = ${countedAt} where id = (
    select attempt_id from attempt_item where item_version_id = ${itemVersionId}::uuid and seed = 'seed 0')`.execute(
    db,
  );
  await sql`update attempt_item set points = null where item_version_id = ${itemVersionId}::uuid and seed = 'seed 9'`.execute(
    db,
  );
  expect(await count(new Date(countedAt.getTime() + hour))).toBe(0);
  const again = new Date(countedAt.getTime() + hour + 1);
  expect(await count(again)).toBe(1);
  expect((await lineOf(itemVersionId, "en")).counted).toEqual({ responses: people - 1, at: again.toISOString() });
});

it("names an item that cannot be counted, and counts the others", async () => {
  const { db } = database;
  await sql`insert into item (id, code, pool, section, created_at)
    values (md5('broken')::uuid, 'AAA-001', 'certification', 'storage', '2020-01-01')`.execute(db);
  await sql`insert into item_version (id, item_id, version, status, kind, clauses, points, content, recorded_at)
    values (md5('broken')::uuid, md5('broken')::uuid, 1, 'retired', 'single_choice', '{}', 1,
      '{"kind": "single_choice", "generator": "unheard_of", "parameters": {}}', '2020-01-01')`.execute(db);
  await sql`update attempt_item set item_version_id = md5('broken')::uuid where item_version_id = ${fixedId}::uuid`.execute(
    db,
  );
  await sql`update attempt_item set item_version_id = md5('broken')::uuid
    where ordinal = 2 and attempt_id in (select attempt_id from attempt_item where item_version_id = ${itemVersionId}::uuid)`.execute(
    db,
  );
  await sql`update attempt set graded_at = ${new Date(countedAt.getTime() + 3 * hour)} where id in (
    select attempt_id from attempt_item where item_version_id = ${itemVersionId}::uuid)`.execute(db);
  const named: string[] = [];
  const at = new Date(countedAt.getTime() + 4 * hour);
  expect(await countGeneratedItems(db, at, { failed: (code) => named.push(code) })).toBe(1);
  expect(named).toEqual(["AAA-001"]);
});

it("leaves items that are the same for everybody to what is counted by option", async () => {
  const { rows } =
    await sql`select item_version_id from generated_item_count where item_version_id = ${fixedId}::uuid`.execute(
      database.db,
    );
  expect(rows).toEqual([]);
});
