import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import type { Schema } from "../schema/schema";
import { type OpenCluster, openInFolder, openInMemory } from "./embedded";
import { GuardedPool } from "./guarded-pool";
import type { Database, Db } from "./handle";
import { columnTypes } from "./type-parsers";

export type ConnectOptions =
  | { databaseUrl: string }
  /** A folder for this process alone, made when missing. */
  | { dataDir: string }
  | { memory: true; snapshot?: Blob };

/**
 * The longest a request waits for a connection. Embedded there is one for everybody, and a queue is normal: 500 exam
 * answers saved in the same second wait some 2 s (4 ms each). Thirty seconds is beyond every honest queue and is
 * what a server's statement may take; it ends only the wait for a connection that would never come back.
 */
const longestWaitMs = 30_000;

/** Opens the database. Everything above sees the same thing, whether a server answers or PGlite inside this process. */
export async function connect(options: ConnectOptions): Promise<Database> {
  if ("databaseUrl" in options) return connectServer(options.databaseUrl);
  return connectEmbedded(
    "memory" in options ? await openInMemory(options.snapshot) : await openInFolder(options.dataDir),
    options,
  );
}

async function connectServer(databaseUrl: string): Promise<Database> {
  const pool = new GuardedPool({
    connectionString: databaseUrl,
    types: columnTypes(),
    max: 10,
    connectionTimeoutMillis: longestWaitMs,
    application_name: "partner-certification-portal",
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    options: "-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres",
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => {});
  await pool.query("select 1").catch(async (error: Error) => {
    await pool.end();
    throw new Error(`The database at ${withoutPassword(databaseUrl)} cannot be reached: ${error.message}`, {
      cause: error,
    });
  });
  const db = overPool(pool);
  return { db, pool, kind: "server", close: () => pool.end() };
}

async function connectEmbedded({ pglite, fsyncs, release }: OpenCluster, options: ConnectOptions): Promise<Database> {
  const pool = new GuardedPool({
    ...createPgConfig(pglite),
    types: columnTypes(),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: longestWaitMs,
  } as pg.PoolConfig);
  await pool.query("set time zone 'UTC'");
  const db = overPool(pool);
  const close = async () => {
    await pool.end();
    await pglite.close();
    release();
  };
  return {
    db,
    pool,
    kind: "embedded",
    close,
    ...("memory" in options && { snapshot: () => pglite.dumpDataDir("none") }),
    ...(fsyncs && { fsyncs }),
  };
}

const overPool = (pool: pg.Pool): Db =>
  new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });

function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = "";
  return url.href;
}
