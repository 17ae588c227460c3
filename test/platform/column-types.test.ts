import fc from "fast-check";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase, testServerDatabase } from "#test/set-up/database";
import { addDays, type Day } from "~/kernel/calendar";
import type { Database } from "~/platform/database/handle";
import { dayRangeText, instantRangeText } from "~/platform/database/ranges";

/** The value of a single expression, as a query gets it. */
async function read(database: Database, expression: RawBuilder<unknown>): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(database.db);
  return rows[0]?.value;
}

const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((days) => addDays("1970-01-01", days));
const anyInstant = fc.date({ min: new Date("1950-01-01"), max: new Date("2150-01-01"), noInvalidDate: true });

describe.each([
  ["embedded", testDatabase],
  ["server", testServerDatabase],
])("columns are read alike: %s", (_kind, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test.each([
    [`date '2026-03-29'`, "2026-03-29"],
    [`date '2026-12-31'`, "2026-12-31"],
    [`null::date`, null],
    [`array[date '2026-02-28', null]`, ["2026-02-28", null]],
    [`array[]::date[]`, []],
    [`9007199254740991::bigint`, Number.MAX_SAFE_INTEGER],
    [`(-9007199254740991)::bigint`, Number.MIN_SAFE_INTEGER],
    [`(select count(*) from generate_series(1, 3))`, 3],
    [`array[1::bigint, 2::bigint]`, [1, 2]],
    [`66.67::numeric(5, 2)`, 66.67],
    [`array[0.5::numeric]`, [0.5]],
    [`daterange('2026-01-01', '2027-01-01')`, { start: "2026-01-01", end: "2027-01-01" }],
    [`daterange('2026-01-01', '2026-12-31', '[]')`, { start: "2026-01-01", end: "2027-01-01" }],
    [`daterange('2026-01-01', null)`, { start: "2026-01-01", end: null }],
    [
      `tstzrange('2026-03-29T00:59:59.999Z', '2026-03-29T03:00:00+02:00')`,
      { start: new Date("2026-03-29T00:59:59.999Z"), end: new Date("2026-03-29T01:00:00Z") },
    ],
    [`timestamptz '2026-10-25T02:30:00+01:00'`, new Date("2026-10-25T01:30:00Z")],
    [`'{"scorePercent": 66.67, "snake_case": {"a_b": [1]}}'::jsonb`, { scorePercent: 66.67, snake_case: { a_b: [1] } }],
    [`current_setting('TimeZone')`, "UTC"],
    [`lower('ÄRGER ŁÓDŹ')`, "ärger łódź"],
  ])("%s", async (expression, expected) => {
    expect(await read(database, sql.raw(expression))).toEqual(expected);
  });

  test.each([
    [`9007199254740992::bigint`, /bigint 9007199254740992/],
    [`array[9007199254740992::bigint]`, /bigint 9007199254740992/],
    [`'NaN'::numeric`, /numeric NaN/],
    [`'empty'::daterange`, /"empty"/],
    [`daterange(null, '2026-01-01')`, /daterange/],
    [`daterange('2026-01-01', 'infinity')`, /daterange/],
    [`tstzrange('2026-01-01', null)`, /no end/],
    [`tstzrange('2026-01-01', '2026-01-02', '[]')`, /not half-open/],
  ])("a value that would be misread is refused, and the connection stays usable: %s", async (expression, message) => {
    await expect(read(database, sql.raw(expression))).rejects.toThrow(message);
    expect(await read(database, sql`1`)).toBe(1);
  });

  test("any day range is read as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, fc.integer({ min: 1, max: 5000 }), fc.boolean(), async (start, length, open) => {
        const range: { start: Day; end: Day | null } = { start, end: open ? null : addDays(start, length) };
        expect(await read(database, sql`${dayRangeText(range)}::daterange`)).toEqual(range);
      }),
    );
  });

  test("any instant range is read as it was written, in whatever zone the session stands", async () => {
    const zones = ["UTC", "Asia/Kolkata", "America/St_Johns", "Europe/Berlin", "Africa/Monrovia"];
    const client = await database.pool.connect();
    await fc.assert(
      fc.asyncProperty(
        anyInstant,
        fc.integer({ min: 1, max: 1e10 }),
        fc.constantFrom(...zones),
        async (start, length, zone) => {
          const range = { start, end: new Date(start.getTime() + length) };
          await client.query("select set_config('TimeZone', $1, false)", [zone]);
          const { rows } = await client.query("select $1::tstzrange as value", [instantRangeText(range)]);
          expect(rows[0].value).toEqual(range);
        },
      ),
    );
    await client.query("set time zone 'UTC'");
    client.release();
  });
});
