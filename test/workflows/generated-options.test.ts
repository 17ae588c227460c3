import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contentFor, parseItemContent } from "~/examination/item";
import { withDeadOptions } from "~/examination/statistics/item-flags";
import { readGeneratedOptions } from "~/examination/statistics/read-generated-options.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
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

it("counts the right answer and each misconception, whatever figures they came with", async () => {
  const ids = new Set(Array.from({ length: people }, (_, place) => choiceOf(place, `seed ${place}`)));
  expect(ids.size).toBeGreaterThan(people / 3);
  const counted = await readGeneratedOptions(database.db, itemVersionId, "de");
  const [first, ...others] = mistakes("any").map(({ misconception }) => misconception);
  expect(counted?.responses).toBe(people);
  expect(counted?.options.map(({ keyed, chosen }) => [keyed, chosen]).slice(0, 1)).toEqual([[true, 0.7 * people]]);
  expect(counted?.texts[counted.options[0]?.id ?? ""]).toBe("Die richtige Antwort");
  const byText = new Map(counted?.options.map(({ id, chosen }) => [counted.texts[id], chosen]));
  expect(byText.get(first?.de ?? "")).toBe(0.2 * people);
  expect(others.map((other) => byText.get(other?.de ?? ""))).toEqual(others.map(() => 0));
});

it("flags only the mistakes that nobody makes", async () => {
  const counted = await readGeneratedOptions(database.db, itemVersionId, "en");
  expect(counted && withDeadOptions([{ flag: "too_easy", sure: true }], counted)).toEqual([
    { flag: "dead_distractor", sure: false },
    { flag: "too_easy", sure: true },
  ]);
});

it("leaves items that are the same for everybody to what is counted by option", async () => {
  expect(await readGeneratedOptions(database.db, fixedId, "en")).toBeNull();
});
