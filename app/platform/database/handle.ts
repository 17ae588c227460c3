import { setTimeout as wait } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type pg from "pg";
import type { Schema } from "../schema/schema";
import { sqlState } from "./errors";
import { throwFirstFault } from "./together";
import { insideTransaction } from "./transaction-scope";

/** May open a transaction. */
export type Db = Kysely<Schema>;
/** Must be inside one. */
export type Trx = Transaction<Schema>;
/** Either, for what only reads. */
export type Reader = Db | Trx;

export interface Database {
  readonly db: Db;
  /** The only pool over this database, for libraries that want one; `db` runs on it. */
  readonly pool: pg.Pool;
  /** `embedded` is PGlite inside this process and has exactly one connection. */
  readonly kind: "embedded" | "server";
  close(): Promise<void>;
  /** Databases in a folder only: how many times a file was forced to disk since it was opened. */
  fsyncs?(): number;
}

/**
 * serialization_failure, deadlock_detected, and a kept plan that is outdated (named-statements.ts): the same work, run again, may succeed.
 */
const worthRetrying = new Set(["40001", "40P01", "0A000", "26000", "42P05"]);
const waitBeforeRetryMs = [10, 50, 250];

const sentAhead = new WeakMap<Trx, Promise<unknown>[]>();

/**
 * For what a transaction stores and does not need to hear of: the work goes on at once, and what it sends next, or the commit, travels along (pipeline.ts).
 * `inTransaction` hears of it before it says that anything is stored, and fails with what it failed of.
 */
export function sendAhead(trx: Trx, sent: Promise<unknown>): void {
  const ahead = sentAhead.get(trx);
  if (!ahead) throw new Error("Only the transactions of inTransaction hear of what is sent ahead.");
  sent.catch(() => {});
  ahead.push(sent);
}

/**
 * Runs `run` in one read-committed transaction: all of it is stored, or, when it throws, nothing. A deadlock, a
 * serialization failure or an outdated plan runs it again, up to three times; so `run` must change nothing but the database.
 */
export async function inTransaction<T>(db: Db, run: (trx: Trx) => Promise<T>): Promise<T> {
  for (const pause of [...waitBeforeRetryMs, undefined]) {
    try {
      return await runOnce(db, run);
    } catch (error) {
      if (pause === undefined || !worthRetrying.has(sqlState(error) ?? "")) throw error;
      await wait(pause);
    }
  }
  throw new Error("unreachable: the last round returns or throws");
}

async function runOnce<T>(db: Db, run: (trx: Trx) => Promise<T>): Promise<T> {
  const ahead: Promise<unknown>[] = [];
  const stored = db
    .transaction()
    .setIsolationLevel("read committed")
    .execute((trx) => {
      sentAhead.set(trx, ahead);
      return insideTransaction(() => run(trx));
    });
  const [outcome] = await Promise.allSettled([stored]);
  // Where one of these has failed the commit was answered all the same: with a rollback.
  throwFirstFault([...(await Promise.allSettled(ahead)), outcome]);
  return stored;
}
