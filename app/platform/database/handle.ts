import { setTimeout as wait } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type pg from "pg";
import type { Schema } from "../schema/schema";
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

const sqlState = (error: unknown): string | undefined =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

/**
 * Runs `run` in one read-committed transaction: all of it is stored, or, when it throws, nothing. A deadlock, a
 * serialization failure or an outdated plan runs it again, up to three times; so `run` must change nothing but the database.
 */
export async function inTransaction<T>(db: Db, run: (trx: Trx) => Promise<T>): Promise<T> {
  for (const pause of [...waitBeforeRetryMs, undefined]) {
    try {
      return await db
        .transaction()
        .setIsolationLevel("read committed")
        .execute((trx) => insideTransaction(() => run(trx)));
    } catch (error) {
      if (pause === undefined || !worthRetrying.has(sqlState(error) ?? "")) throw error;
      await wait(pause);
    }
  }
  throw new Error("unreachable: the last round returns or throws");
}
