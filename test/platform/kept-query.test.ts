import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, inTransaction } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import { testDatabase } from "../set-up/database";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

let built = 0;
const names = keptQuery((db, { id, labels }: { id: number; labels: readonly string[] }) => {
  built += 1;
  return db
    .selectNoFrom([sql<number>`${id}::int`.as("givenId"), sql<string[]>`${labels}::text[]`.as("givenLabels")])
    .where(sql<boolean>`${id}::int > 0`);
});

it("builds the query once and answers each time by the values that came with it", async () => {
  for (let id = 1; id <= 8; id += 1) {
    expect(await names(database.db, { id, labels: [`label ${id}`, 'with "quotes"'] })).toEqual([
      { givenId: id, givenLabels: [`label ${id}`, 'with "quotes"'] },
    ]);
  }
  expect(await names(database.db, { id: -1, labels: [] })).toEqual([]);
  expect(built).toBe(1);
});

const count = keptQuery(
  (_db, { email }: { email: string }) => sql<{ count: number }>`select count(*) from person where email = ${email}`,
);

it("runs where it is asked: inside a transaction it sees what that has written, and nobody else does", async () => {
  const email = "kept@query.example";
  await inTransaction(database.db, async (trx) => {
    await trx
      .insertInto("person")
      .values({
        fullName: "Kept",
        email,
        language: "en",
        createdAt: new Date(0),
        passwordHash: null,
        deactivatedAt: null,
      })
      .execute();
    expect(await count(trx, { email })).toEqual([{ count: 1 }]);
    throw new Error("undone");
  }).catch((error: Error) => expect(error.message).toBe("undone"));
  expect(await count(database.db, { email })).toEqual([{ count: 0 }]);
});
