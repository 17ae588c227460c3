import { readdirSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { testDatabase, testServerDatabase } from "#test/set-up/database";
import { describeSchema } from "#test/set-up/describe-schema";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { migrateToLatest } from "~/platform/database/migrate";

const names = readdirSync("migrations")
  .map((file) => file.replace(/\.ts$/, ""))
  .sort();

function closing<T extends Database>(database: T): T {
  onTestFinished(() => database.close());
  return database;
}

async function emptyServerDatabase() {
  const database = closing(await testServerDatabase());
  await database.pool.query("drop schema public cascade");
  await database.pool.query("create schema public");
  return database;
}

describe("migrations", () => {
  test("an empty database gets them all, in order; one that has them gets none", async () => {
    const database = closing(await connect({ memory: true }));
    expect(await migrateToLatest(database)).toEqual({ applied: names });
    expect(await migrateToLatest(database)).toEqual({ applied: [] });
  });

  test("two instances that start at once: one migrates, the other waits and finds it done", async () => {
    const one = await emptyServerDatabase();
    const other = closing(await connect({ databaseUrl: one.url }));
    const both = await Promise.all([migrateToLatest(one), migrateToLatest(other)]);
    expect(both.map(({ applied }) => applied.length).sort()).toEqual([0, names.length]);
    expect(await describeSchema(one)).toBe(await describeSchema(closing(await testServerDatabase())));
  });

  test.each([
    ["embedded", testDatabase],
    ["server", testServerDatabase],
  ])("a database from a newer version is refused by name and left alone: %s", async (_kind, open) => {
    const database = closing(await open());
    await database.pool.query(
      "insert into kysely_migration values ('999-from-the-future', '2099-01-01T00:00:00.000Z')",
    );
    await expect(migrateToLatest(database)).rejects.toThrow(
      "migrated by a newer version of the portal (999-from-the-future is unknown here)",
    );
  });

  test.each([
    ["embedded", () => connect({ memory: true })],
    ["server", emptyServerDatabase],
  ])("when one fails the database is left as it was, and the next try succeeds: %s", async (_kind, open) => {
    const database = await open();
    if (database.kind === "embedded") closing(database);
    await database.pool.query("create table certificate (in_the_way int)");
    await expect(migrateToLatest(database)).rejects.toThrow(
      "The database was left as it was: migration 006-certification failed",
    );
    expect((await database.pool.query("select to_regclass('person') as person")).rows).toEqual([{ person: null }]);
    await database.pool.query("drop table certificate");
    expect(await migrateToLatest(database)).toEqual({ applied: names });
  });

  test("the schema is the one that was reviewed, on the embedded database and on a server alike", async () => {
    const embedded = await describeSchema(closing(await testDatabase()));
    await expect(embedded).toMatchFileSnapshot("schema.snapshot.txt");
    expect(await describeSchema(closing(await testServerDatabase()))).toBe(embedded);
  });
});
