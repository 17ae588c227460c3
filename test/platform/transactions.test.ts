import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testDatabase, testServerDatabase } from "#test/set-up/database";
import { type Database, type Db, inTransaction } from "~/platform/database/handle";

const addLevel = (db: Db, code: string) =>
  db
    .insertInto("programmeLevel")
    .values({ code, nameEn: code, nameDe: code, secondLevelSupport: "optional" })
    .execute();

const codes = async (database: Database): Promise<string[]> =>
  (await database.db.selectFrom("programmeLevel").select("code").orderBy("code").execute()).map(({ code }) => code);
const delivered = ["distributor", "partner", "platinum", "reseller"];

describe.each([
  ["embedded", testDatabase],
  ["server", testServerDatabase],
])("transactions: %s", (_kind, open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database.close());

  test("what fails half-way leaves nothing behind", async () => {
    const attempt = inTransaction(database.db, async (trx) => {
      await addLevel(trx, "gold");
      throw new Error("second thoughts");
    });
    await expect(attempt).rejects.toThrow("second thoughts");
    expect(await codes(database)).toEqual(delivered);
  });

  test("a query beside the transaction is refused at once, names its cause and undoes the transaction", async () => {
    const attempt = inTransaction(database.db, async (trx) => {
      await addLevel(trx, "gold");
      await addLevel(database.db, "silver");
    });
    await expect(attempt).rejects.toThrow("use the `trx` handed to inTransaction, not `db`");
    expect(await codes(database)).toEqual(delivered);
  });

  test.each([
    ["a second transaction", () => inTransaction(database.db, () => codes(database))],
    ["the pool", () => database.pool.query("select 1")],
    ["a client of the pool", () => database.pool.connect()],
  ])("%s inside a transaction is refused", async (_name, query: () => Promise<unknown>) => {
    await expect(inTransaction(database.db, query)).rejects.toThrow("outside the transaction");
  });

  test("work begun inside a transaction may use the database once that is over", async () => {
    let free = () => {};
    const over = new Promise<void>((resolve) => {
      free = resolve;
    });
    const later = await inTransaction(database.db, async () => ({ result: over.then(() => codes(database)) }));
    free();
    expect(await later.result).toEqual(delivered);
  });

  test("five hundred at once are all served, each with its own answer", async () => {
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, number) =>
        number % 2 === 0
          ? database.pool.query<{ n: number }>("select $1::int as n", [number]).then(({ rows }) => rows[0]?.n)
          : inTransaction(database.db, async (trx) => {
              const { rows } = await sql<{ n: number }>`select ${number}::int as n`.execute(trx);
              return rows[0]?.n;
            }),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 500 }, (_, number) => number));
  });

  test("money moved by many transactions at once is neither made nor lost", async () => {
    await sql`create table account (id int primary key, balance int not null)`.execute(database.db);
    await sql`insert into account values (1, 100), (2, 100)`.execute(database.db);
    await Promise.all(
      Array.from({ length: 60 }, (_, number) =>
        inTransaction(database.db, async (trx) => {
          const amount = number % 3 === 0 ? 1 : -1;
          await sql`update account set balance = balance - ${amount} where id = 1`.execute(trx);
          await sql`update account set balance = balance + ${amount} where id = 2`.execute(trx);
        }),
      ),
    );
    const { rows } = await sql`select id, balance from account order by id`.execute(database.db);
    expect(rows).toEqual([
      { id: 1, balance: 120 },
      { id: 2, balance: 80 },
    ]);
  });

  test.each([
    ["in peace", undefined],
    ["with an error", new Error("broken off")],
  ])("a client given back %s in mid-transaction does not hand the transaction on", async (_name, error) => {
    const client = await database.pool.connect();
    await client.query("begin");
    await client.query("delete from programme_level");
    client.release(error);
    expect(await codes(database)).toEqual(delivered);
    const { rows } = await database.pool.query("select pg_current_xact_id_if_assigned() as xid");
    expect(rows).toEqual([{ xid: null }]);
  });

  test("a failed statement leaves the pool usable, and its transaction undone", async () => {
    await expect(database.pool.query("begin; delete from programme_level; select 1 / 0")).rejects.toThrow(
      "division by zero",
    );
    await expect(database.pool.query("select nothing")).rejects.toThrow("does not exist");
    expect(await codes(database)).toEqual(delivered);
  });

  test("a client cannot be given back twice", async () => {
    const client = await database.pool.connect();
    client.release();
    expect(() => client.release()).toThrow("already given back");
    expect(await codes(database)).toEqual(delivered);
  });

  test("a constraint that two ranges may not overlap is kept", async () => {
    await sql`create table booking (room int, during daterange, exclude using gist (room with =, during with &&))`.execute(
      database.db,
    );
    await sql`insert into booking values (1, '[2026-01-01,2026-02-01)'), (1, '[2026-02-01,2026-03-01)')`.execute(
      database.db,
    );
    const overlap = sql`insert into booking values (1, '[2026-01-31,2026-02-02)')`.execute(database.db);
    await expect(overlap).rejects.toMatchObject({ code: "23P01" });
  });
});

test("the embedded database has one connection and waits for it, but not for ever", async () => {
  const database = await testDatabase();
  expect(database.pool.options).toMatchObject({ max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 30_000 });
  database.pool.options.connectionTimeoutMillis = 100;
  const holder = await database.pool.connect();
  await expect(database.pool.query("select 1")).rejects.toThrow(
    /No database connection came free within 0\.1 s \(1 of 1 in use/,
  );
  holder.release();
  expect(await codes(database)).toEqual(delivered);
  await database.close();
});

test("two transactions that block each other both succeed, one of them at its second try", async () => {
  const database = await testServerDatabase();
  let tries = 0;
  const bothHoldOne = barrier(2);
  const update = (codesInOrder: string[]) =>
    inTransaction(database.db, async (trx) => {
      tries += 1;
      for (const code of codesInOrder) {
        await trx.updateTable("programmeLevel").set({ nameEn: codesInOrder.join() }).where("code", "=", code).execute();
        await bothHoldOne();
      }
    });
  await Promise.all([update(["partner", "platinum"]), update(["platinum", "partner"])]);
  expect(tries).toBe(3);
  await database.close();
});

test("a failure that would happen again is not tried again", async () => {
  const database = await testDatabase();
  let tries = 0;
  const duplicate = inTransaction(database.db, async (trx) => {
    tries += 1;
    await addLevel(trx, "partner");
  });
  await expect(duplicate).rejects.toMatchObject({ code: "23505" });
  expect(tries).toBe(1);
  await database.close();
});

test("a server ends statements and idle transactions that last too long, the embedded database sets no such thing", async () => {
  const show = async (database: Database) => {
    const { rows } = await database.pool.query(
      "select name, setting from pg_settings where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'application_name') order by name",
    );
    await database.close();
    return rows.map(({ setting }) => setting);
  };
  expect(await show(await testServerDatabase())).toEqual(["partner-certification-portal", "60000", "30000"]);
  expect((await show(await testDatabase())).slice(1)).toEqual(["0", "0"]);
});

/** Lets everybody through once `parties` have arrived, and whoever comes later without waiting. */
function barrier(parties: number): () => Promise<void> {
  let arrived = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async () => {
    arrived += 1;
    if (arrived >= parties) open();
    await opened;
  };
}
