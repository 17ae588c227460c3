import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { testDatabase, testServerDatabase } from "../set-up/database";

describe.each([
  ["the embedded database", testDatabase],
  ["a server", testServerDatabase],
] as const)("%s", (_, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.pool.query("create table drawer (id integer primary key, label text not null)");
    await database.pool.query("insert into drawer select place, 'drawer ' || place from generate_series(1, 50) place");
  });
  afterAll(() => database.close());

  const label = async (id: number) =>
    (await database.pool.query("select label from drawer where id = $1", [id])).rows.map((row) => row.label);
  const kept = async (): Promise<string[]> =>
    (
      await database.pool.query("select statement from pg_prepared_statements where statement like '%drawer%'")
    ).rows.map(({ statement }) => statement);

  it("keeps the plan of what comes again, and answers each time by what was asked", async () => {
    for (let id = 1; id <= 12; id += 1) expect(await label(id)).toEqual([`drawer ${id}`]);
    expect(await kept()).toEqual(["select label from drawer where id = $1"]);
  });

  it("keeps no plan of texts that do not come again", async () => {
    const before = (await kept()).length;
    for (let count = 1; count <= 20; count += 1) {
      const places = Array.from({ length: count }, (_, index) => `$${index + 1}`).join(", ");
      const ids = Array.from({ length: count }, (_, index) => index + 1);
      const { rowCount } = await database.pool.query(`select 1 from drawer where id in (${places})`, ids);
      expect(rowCount).toBe(count);
    }
    expect(await kept()).toHaveLength(before);
  });

  it("outlives a refused statement, a transaction that is rolled back and a changed table", async () => {
    const insert = (id: number) => database.pool.query("insert into drawer (id, label) values ($1, $2)", [id, "again"]);
    for (let tries = 0; tries < 5; tries += 1) await expect(insert(1)).rejects.toThrow(/duplicate key/);
    const client = await database.pool.connect();
    await client.query("begin");
    await client.query("insert into drawer (id, label) values ($1, $2)", [100, "not to stay"]);
    client.release();
    expect(await label(100)).toEqual([]);
    await database.pool.query("alter table drawer add column colour text");
    await insert(101);
    expect(await label(101)).toEqual(["again"]);
  });

  it.each([
    ["the table has another column", "alter table drawer add column size integer"],
    ["the connection forgets all it knows", "deallocate all"],
  ])("refuses once where %s, and answers from then on", async (_, change) => {
    const all = async () => (await database.pool.query("select * from drawer where id = $1", [7])).rows;
    for (let times = 0; times < 6; times += 1) await all();
    await database.pool.query(change);
    const outcomes = [];
    for (let times = 0; times < 8; times += 1)
      outcomes.push(
        await all().then(
          () => "answered",
          (error) => error.code,
        ),
      );
    expect(outcomes.slice(1)).toEqual(Array(7).fill("answered"));
    expect(outcomes[0]).toMatch(/^(0A000|26000)$/);
    const { rows } = await database.pool.query(
      "select count(*) as known from pg_prepared_statements where statement like 'select *%'",
    );
    expect(rows[0].known).toBeGreaterThan(0);
  });
});
