import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database, Trx } from "~/platform/database/handle";
import { jointly } from "~/platform/database/joint-transactions";
import { testDatabase, testServerDatabase } from "../set-up/database";

interface Command {
  readonly key: string;
  readonly fails?: boolean;
  readonly waitsForLock?: boolean;
}

/** Writes the key, and answers with the transaction's number; `heard` is told of each transaction that is begun. */
const written = (heard: (keys: readonly string[]) => void = () => {}) =>
  jointly<Command, string>({
    keyOf: ({ key }) => key,
    async work(trx, commands) {
      heard(commands.map(({ key }) => key));
      const numbers: string[] = [];
      for (const command of commands) numbers.push(await write(trx, command));
      return numbers;
    },
  });

async function write(trx: Trx, { key, fails, waitsForLock }: Command): Promise<string> {
  if (waitsForLock) await sql`select pg_advisory_xact_lock(4711)`.execute(trx);
  const { rows } = await sql<{ number: string }>`
    insert into joint_test (key) values (${key}) returning pg_current_xact_id()::text as number`.execute(trx);
  if (fails) throw new Error(`no ${key}`);
  return rows[0]?.number ?? "";
}

describe.each([
  ["PostgreSQL", testServerDatabase],
  ["the embedded database", testDatabase],
] as const)("on %s", (_name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.pool.query("create table joint_test (key text not null)");
  });
  beforeEach(() => database.pool.query("truncate joint_test"));
  afterAll(() => database.close());

  const stored = async () =>
    (await database.pool.query<{ key: string }>("select key from joint_test order by key")).rows.map(({ key }) => key);

  it("whoever comes alone has a transaction of their own, and what comes meanwhile shares the next, in the order of the keys", async () => {
    const begun: (readonly string[])[] = [];
    const ask = written((keys) => begun.push(keys));
    const numbers = await Promise.all(["m", "z", "a", "k"].map((key) => ask(database.db, { key })));
    expect(begun).toEqual([["m"], ["a", "k", "z"]]);
    expect(new Set(numbers).size).toBe(2);
    expect(await stored()).toEqual(["a", "k", "m", "z"]);
  });

  it("no two of one key come into one transaction, and each is done as often as it is asked for", async () => {
    const begun: (readonly string[])[] = [];
    const ask = written((keys) => begun.push(keys));
    await Promise.all(["a", "a", "b", "a", "b"].map((key) => ask(database.db, { key })));
    expect(begun).toEqual([["a"], ["a", "b"], ["a", "b"]]);
    expect(await stored()).toEqual(["a", "a", "a", "b", "b"]);
  });

  it("one that fails is told so and leaves nothing; those beside it are stored once", async () => {
    const ask = written();
    const outcomes = await Promise.allSettled(
      [{ key: "first" }, { key: "a" }, { key: "b", fails: true }, { key: "c" }, { key: "d", fails: true }].map(
        (command) => ask(database.db, command),
      ),
    );
    expect(outcomes.map((one) => (one.status === "rejected" ? one.reason.message : "done"))).toEqual([
      "done",
      "done",
      "no b",
      "done",
      "no d",
    ]);
    expect(await stored()).toEqual(["a", "c", "first"]);
    expect(await ask(database.db, { key: "later" })).toMatch(/^\d+$/);
  });

  it("a crowd is done in transactions of sixteen at most, everybody once", async () => {
    const sizes: number[] = [];
    const ask = written((keys) => sizes.push(keys.length));
    const keys = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(3, "0"));
    await Promise.all(keys.map((key) => ask(database.db, { key })));
    expect(Math.max(...sizes)).toBe(16);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(100);
    expect(await stored()).toEqual(keys);
  });
});

it("one that waits for a lock keeps nobody else for long", async () => {
  const database = await testServerDatabase();
  const holder = await database.pool.connect();
  try {
    await database.pool.query("create table joint_test (key text not null)");
    await holder.query("select pg_advisory_lock(4711)");
    const ask = written();
    let isThrough = false;
    const waiting = ask(database.db, { key: "waits", waitsForLock: true }).then(() => {
      isThrough = true;
    });
    await wait(5);
    expect(await ask(database.db, { key: "quick" })).toMatch(/^\d+$/);
    expect(isThrough).toBe(false);
    await holder.query("select pg_advisory_unlock(4711)");
    await waiting;
  } finally {
    holder.release();
    await database.close();
  }
});
