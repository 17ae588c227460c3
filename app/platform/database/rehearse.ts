import { type PostgresPool, type PostgresPoolClient, sql } from "kysely";
import type pg from "pg";
import type { Database } from "./handle";
import { queriesOver } from "./pipeline";

/** Whether the statement is part of a rehearsal: what will be rolled back need keep nobody waiting until then. */
export const isRehearsal = sql<boolean>`coalesce(current_setting('portal.rehearsal', true), '') = 'on'`;

/**
 * Runs `work` on a database that looks like `database` and keeps nothing: everything happens on one connection, in one transaction that is
 * rolled back at the end, whatever happens. Transactions inside become savepoints, one after the other. Other writers may have to wait for
 * the rows that `work` writes, but for no advisory lock that asks `isRehearsal`; on the embedded database everybody waits for its only connection.
 */
export async function rehearse<T>(database: Database, work: (rehearsal: Database) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query("begin; set local portal.rehearsal = 'on'");
    const pool = new RehearsalPool(client);
    const db = await queriesOver(pool);
    // `server`: a rehearsal has no folder of its own that could be tidied.
    return await work({ db, pool: pool as unknown as pg.Pool, kind: "server", close: async () => undefined });
  } finally {
    await client.query("rollback").finally(() => client.release());
  }
}

const savepoint = "rehearsal";

/** Lends the one connection to one borrower at a time. */
class RehearsalPool implements PostgresPool {
  private free: Promise<void> = Promise.resolve();

  constructor(private readonly client: pg.PoolClient) {}

  async connect(): Promise<PostgresPoolClient> {
    let giveBack = () => {};
    const before = this.free;
    this.free = new Promise((resolve) => {
      giveBack = resolve;
    });
    await before;
    let insideTransaction = false;
    const query = async (text: string, values?: readonly unknown[]) => {
      if (/^(begin|start transaction)\b/i.test(text)) {
        insideTransaction = true;
        return this.client.query(`savepoint ${savepoint}`);
      }
      if (/^(commit|rollback)$/i.test(text)) {
        insideTransaction = false;
        if (/^rollback$/i.test(text)) await this.client.query(`rollback to savepoint ${savepoint}`);
        return this.client.query(`release savepoint ${savepoint}`);
      }
      return insideTransaction ? this.client.query(text, values as unknown[]) : this.alone(text, values);
    };
    return { query, release: giveBack } as unknown as PostgresPoolClient;
  }

  /** For libraries that ask the pool itself. */
  async query(text: string, values?: readonly unknown[]): Promise<pg.QueryResult> {
    const client = await this.connect();
    try {
      return (await client.query(text, values as unknown[])) as unknown as pg.QueryResult;
    } finally {
      client.release();
    }
  }

  async end(): Promise<void> {}

  /** A statement outside any transaction, which alone is undone when it fails. */
  private async alone(text: string, values?: readonly unknown[]): Promise<pg.QueryResult> {
    await this.client.query(`savepoint ${savepoint}`);
    try {
      const result = await this.client.query(text, values as unknown[]);
      await this.client.query(`release savepoint ${savepoint}`);
      return result;
    } catch (error) {
      await this.client.query(`rollback to savepoint ${savepoint}`);
      throw error;
    }
  }
}
