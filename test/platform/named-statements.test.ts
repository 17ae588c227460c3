import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, inTransaction, type Reader } from "~/platform/database/handle";
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
    ["the table has another column", "alter table drawer add column size integer", "0A000"],
    ["the connection forgets all it knows", "deallocate all", "26000"],
  ])("answers all the same where %s, but in a transaction fails", async (_, change, code) => {
    // On one connection, as pages ask: a pool's own `query` drops a connection on which anything went wrong.
    await database.db.connection().execute(async (db) => {
      const all = () => sql`select * from drawer where id = ${7}`.execute(db);
      for (let times = 0; times < 6; times += 1) await all();
      await sql.raw(change).execute(db);
      const { rows: answer } = await all();
      expect(answer).toHaveLength(1);
      for (let times = 0; times < 8; times += 1) expect((await all()).rows).toEqual(answer);
      await sql.raw(change.replace("size", "weight")).execute(db);
      await expect(
        db.transaction().execute((trx) => sql`select * from drawer where id = ${7}`.execute(trx)),
      ).rejects.toMatchObject({ code });
      for (let times = 0; times < 8; times += 1) expect((await all()).rows).toHaveLength(1);
      const { rows } = await sql<{ known: number }>`
        select count(*) as known from pg_prepared_statements where statement like 'select * from drawer%'`.execute(db);
      expect(rows).toEqual([{ known: expect.toSatisfy((known: number) => known > 0) }]);
    });
  });

  it("runs a transaction again whose plan is outdated", async () => {
    const all = (db: Reader) => sql`select * from drawer where label = ${"drawer 7"}`.execute(db);
    for (let times = 0; times < 12; times += 1) await all(database.db);
    await database.pool.query("alter table drawer add column depth integer");
    const { rows } = await inTransaction(database.db, all);
    expect(rows).toHaveLength(1);
  });

  it("keeps no plan for a list of which the length decides", async () => {
    const some = (count: number) =>
      database.pool.query("select label from drawer where id = any($1::int[])", [
        Array.from({ length: count }, (_, index) => index + 1),
      ]);
    const uses = async () =>
      (
        await database.pool.query(
          "select coalesce(sum(generic_plans + custom_plans), 0) as uses from pg_prepared_statements where statement like '%any($1::int[])'",
        )
      ).rows[0].uses;
    for (let times = 0; times < 8; times += 1) expect((await some(2)).rowCount).toBe(2);
    const before = await uses();
    expect(Number(before)).toBeGreaterThan(0);
    for (let times = 0; times < 8; times += 1) expect((await some(51)).rowCount).toBe(50);
    expect(await uses()).toBe(before);
  });
});
