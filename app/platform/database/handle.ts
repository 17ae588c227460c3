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

/** What a transaction has sent ahead, and what of it has failed so far. */
class Ahead {
  private readonly sent: Promise<unknown>[] = [];
  private readonly faults: unknown[] = [];

  add(sent: Promise<unknown>): void {
    sent.catch((reason: unknown) => this.faults.push(reason));
    this.sent.push(sent);
  }

  /** Throws what failed before it reached the database: what the database refuses makes it refuse the commit as well. */
  async throwEarlyFault(): Promise<void> {
    if (this.sent.length === 0) return;
    await new Promise<void>((resolve) => process.nextTick(resolve));
    if (this.faults.length > 0) throw this.faults[0];
  }

  answered(): Promise<PromiseSettledResult<unknown>[]> {
    return Promise.allSettled(this.sent);
  }
}

const aheadOf = new WeakMap<Trx, Ahead>();

/**
 * For the one statement that stores something the work needs not hear of: the work goes on at once, and what it sends next, or the commit, travels along
 * (pipeline.ts). `inTransaction` hears of it before it says that anything is stored, and fails with what it failed of.
 */
export function sendAhead(trx: Trx, sent: Promise<unknown>): void {
  sent.catch(() => {});
  const ahead = aheadOf.get(trx);
  if (!ahead) throw new Error("Only the transactions of inTransaction hear of what is sent ahead.");
  ahead.add(sent);
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
  const ahead = new Ahead();
  const stored = db
    .transaction()
    .setIsolationLevel("read committed")
    .execute(async (trx) => {
      aheadOf.set(trx, ahead);
      const result = await insideTransaction(() => run(trx));
      await ahead.throwEarlyFault();
      return result;
    });
  const [outcome] = await Promise.allSettled([stored]);
  // Where one of these was refused the commit was answered all the same: with a rollback.
  throwFirstFault([...(await ahead.answered()), outcome]);
  return stored;
}
