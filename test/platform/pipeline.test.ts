import { sql } from "kysely";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, inTransaction, sendAhead, type Trx } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import { testDatabase, testServerDatabase } from "../set-up/database";
import { countPassages } from "../set-up/passages";

const put = (trx: Trx, id: number) => sql`insert into drawer (id) values (${id})`.execute(trx);
const count = async (trx: Trx) =>
  (await sql<{ count: number }>`select count(*)::int as count from drawer`.execute(trx)).rows[0]?.count;
const faulty = (trx: Trx, state: string) => sql`select pg_temp.fail(${state})`.execute(trx);

describe.each([
  ["the embedded database", testDatabase],
  ["a server", testServerDatabase],
] as const)("statements of a transaction on %s", (_, open) => {
  let database: Database;

  beforeEach(async () => {
    database = await open();
    await database.pool.query("create table drawer (id integer primary key)");
  });
  afterEach(() => database.close());

  const stored = async () => (await database.pool.query("select id from drawer order by id")).rows.map(({ id }) => id);

  /** Raises an error of this state where it is called. */
  const raising = (trx: Trx) =>
    sql`create function pg_temp.fail(state text) returns integer language plpgsql as
      $$ begin raise exception 'told to' using errcode = state; end $$`.execute(trx);

  it("sent together are done in their order, each seeing those before it", async () => {
    const seen = await inTransaction(database.db, async (trx) =>
      together(count(trx), put(trx, 1), count(trx), put(trx, 2), count(trx)),
    );
    expect([seen[0], seen[2], seen[4]]).toEqual([0, 1, 2]);
    expect(await stored()).toEqual([1, 2]);
  });

  it("fail for what the first of them failed of, whichever is heard of first, and leave nothing behind", async () => {
    const failing = inTransaction(database.db, async (trx) => {
      await together(put(trx, 1), put(trx, 2));
      // The duplicate is told through more hands than what is refused because of it.
      const duplicate = put(trx, 1).then(
        (found) => found,
        async (error) => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          throw error;
        },
      );
      await together(duplicate, count(trx), put(trx, 3));
    });
    await expect(failing).rejects.toThrow(/duplicate key/);
    expect(await stored()).toEqual([]);
    await inTransaction(database.db, (trx) => put(trx, 4));
    expect(await stored()).toEqual([4]);
  });

  it("sent ahead are stored with the rest", async () => {
    const seen = await inTransaction(database.db, async (trx) => {
      sendAhead(trx, put(trx, 1));
      const found = await count(trx);
      sendAhead(trx, put(trx, 2));
      return found;
    });
    expect(seen).toBe(1);
    expect(await stored()).toEqual([1, 2]);
  });

  it.each([
    ["last", async () => {}],
    ["before another that is waited for", async (trx: Trx) => void (await count(trx))],
  ] as const)("sent ahead and refused, %s, undo everything and are the reason given", async (_place, afterwards) => {
    const failing = inTransaction(database.db, async (trx) => {
      await put(trx, 1);
      sendAhead(trx, put(trx, 1));
      await afterwards(trx);
      return "stored";
    });
    await expect(failing).rejects.toThrow(/duplicate key/);
    expect(await stored()).toEqual([]);
  });

  it("sent ahead into a deadlock are done again with the whole transaction", async () => {
    let rounds = 0;
    await inTransaction(database.db, async (trx) => {
      rounds += 1;
      await put(trx, rounds);
      if (rounds > 1) return;
      await raising(trx);
      sendAhead(trx, faulty(trx, "40P01"));
    });
    expect(rounds).toBe(2);
    expect(await stored()).toEqual([2]);
  });

  it("sent ahead need a transaction that hears of them", async () => {
    const beside = database.db.transaction().execute(async (trx) => sendAhead(trx, put(trx, 1)));
    await expect(beside).rejects.toThrow("inTransaction");
    expect(await stored()).toEqual([]);
  });

  it("sent ahead before anything was waited for are part of the transaction, whether it ends well or not", async () => {
    await inTransaction(database.db, async (trx) => sendAhead(trx, put(trx, 1)));
    const failing = inTransaction(database.db, async (trx) => {
      sendAhead(trx, put(trx, 2));
      throw new Error("second thoughts");
    });
    await expect(failing).rejects.toThrow("second thoughts");
    expect(await stored()).toEqual([1]);
  });

  it.each([
    ["a value that cannot be sent", (trx: Trx) => sql`select ${unsendable}::text`.execute(trx)],
    ["a fault before anything is sent", async () => Promise.reject(new Error("no value"))],
  ] as const)("sent ahead and stopped on this side by %s keep the commit from being sent", async (_what, stopped) => {
    const failing = inTransaction(database.db, async (trx) => {
      await put(trx, 1);
      sendAhead(trx, stopped(trx));
    });
    await expect(failing).rejects.toThrow("no value");
    expect(await stored()).toEqual([]);
  });

  it("that may write are not sent before the transaction has begun", async () => {
    const again = refuseToBegin(database.pool);
    await expect(inTransaction(database.db, (trx) => put(trx, 1))).rejects.toThrow("no beginning");
    await expect(inTransaction(database.db, (trx) => together(count(trx), put(trx, 1)))).rejects.toThrow(
      "no beginning",
    );
    expect(await stored()).toEqual([]);
    again();
    // The connection that could not begin is as good as any other.
    const asked = database.db.connection().execute(async (db) => (await sql`select 1`.execute(db)).rows);
    expect(await asked).toHaveLength(1);
    await inTransaction(database.db, (trx) => put(trx, 2));
    expect(await stored()).toEqual([2]);
  });
});

const unsendable = {
  toPostgres() {
    throw new Error("no value");
  },
};

/** As where an administrator cancels what the connection is doing in that moment. */
function refuseToBegin(pool: pg.Pool): () => void {
  let refuses = true;
  pool.on("acquire", (client) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const query = (text: unknown, ...rest: unknown[]) =>
      refuses && /^start transaction/.test(String(text))
        ? Promise.reject(new Error("no beginning"))
        : send(text, ...rest);
    client.query = query as typeof client.query;
  });
  return () => {
    refuses = false;
  };
}

describe("on a server", () => {
  it("what is sent together travels in one piece, the beginning and the commit with it", async () => {
    const database = await testServerDatabase();
    try {
      await database.pool.query("create table drawer (id integer primary key)");
      const passages = countPassages(database);
      await inTransaction(database.db, async (trx) => {
        await together(count(trx), count(trx), count(trx));
        sendAhead(trx, put(trx, 1));
        sendAhead(trx, put(trx, 2));
      });
      expect(passages.count).toBe(2);
    } finally {
      await database.close();
    }
  });
});
