import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import type pg from "pg";
import { openInFolder } from "./folder-cluster";
import { EmbeddedPool } from "./guarded-pool";
import type { Database } from "./handle";
import { openInMemory } from "./memory-cluster";
import type { OpenCluster } from "./pglite";
import { queriesOver } from "./pipeline";
import { longestWaitMs, openServerPool } from "./server-pool";
import { columnTypes } from "./type-parsers";
import { inWholeRequests } from "./whole-requests";

export type ConnectOptions =
  | { databaseUrl: string }
  /** A folder for this process alone, made when missing. */
  | { dataDir: string }
  | { memory: true };

/** Opens the database. Everything above sees the same thing, whether a server answers or PGlite inside this process. */
export async function connect(options: ConnectOptions): Promise<Database> {
  if ("databaseUrl" in options) {
    const pool = await openServerPool(options.databaseUrl);
    return { db: await queriesOver(pool), pool, kind: "server", close: () => pool.end() };
  }
  if ("dataDir" in options) return embedded(await openInFolder(options.dataDir));
  return embedded(await openInMemory());
}

async function embedded({ pglite, fsyncs, release }: OpenCluster): Promise<Database> {
  const types = columnTypes();
  const pool = new EmbeddedPool({
    ...createPgConfig(inWholeRequests(pglite)),
    types,
    pipeline: true,
    connectionTimeoutMillis: longestWaitMs,
  } as pg.PoolConfig);
  const close = async () => {
    try {
      await pool.end();
      await pglite.close();
    } finally {
      release();
    }
  };
  await pool.query("set time zone 'UTC'");
  // Planning costs as much as answering here, in this very process: a plan that is kept serves every value.
  await pool.query("set plan_cache_mode = force_generic_plan");
  return { db: await queriesOver(pool), pool, kind: "embedded", close, ...(fsyncs && { fsyncs }) };
}
