import { GuardedPool } from "./guarded-pool";
import { inOnePassage } from "./one-passage";
import { columnTypes } from "./type-parsers";

/**
 * The longest anybody waits for a connection. Embedded there is one for everybody, and a queue is normal: 500 exam
 * answers saved at the same instant are through within 3 s on two busy cores. Thirty seconds is beyond every honest
 * queue and as long as a server's statement may take; it ends only the wait for a connection that would never come back.
 */
export const longestWaitMs = 30_000;
const oldestVersion = 15;

/** Connections to a PostgreSQL server. Throws, in one sentence, when it cannot be reached or cannot hold the portal's data. */
export async function openServerPool(databaseUrl: string): Promise<GuardedPool> {
  const pool = new GuardedPool({
    connectionString: databaseUrl,
    types: columnTypes(),
    pipeline: true,
    max: 10,
    // With a connection go the plans that it knows.
    idleTimeoutMillis: 600_000,
    keepAlive: true,
    // Before whatever lies between forgets a connection on which nothing is said.
    keepAliveInitialDelayMillis: 60_000,
    connectionTimeoutMillis: longestWaitMs,
    application_name: "partner-certification-portal",
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    // Whatever the role or the database is set to, dates and instants arrive in the form that the parsers read. Compiling a statement
    // costs more than any of ours runs: 0.9 s for the standing of 10,000 organisations, which takes 0.2 s (decision 007). A second process
    // to share the work takes 20 ms to start, as long as most of it.
    options: "-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c parallel_setup_cost=100000",
  });
  pool.on("connect", inOnePassage);
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => {});
  try {
    await refuseUnsuitableServer(pool);
  } catch (error) {
    await pool.end();
    throw new Error(`The database ${nameOf(databaseUrl)} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
  return pool;
}

async function refuseUnsuitableServer(pool: GuardedPool): Promise<void> {
  const { rows } = await pool.query<{ version: number; encoding: string; foldsCase: boolean }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
      lower('ÄŁ') = 'äł' as "foldsCase"`,
  );
  for (const { version, encoding, foldsCase } of rows) {
    if (version < oldestVersion)
      throw new Error(`it runs PostgreSQL ${version}, and ${oldestVersion} is the oldest that serves.`);
    if (encoding !== "UTF8") throw new Error(`its encoding is ${encoding} and must be UTF8.`);
    // Names and addresses are unique without regard to case; under locale C "Müller" and "MÜLLER" would be two.
    if (!foldsCase)
      throw new Error("its locale knows ASCII letters only; make it with LOCALE 'C.UTF-8' or 'de_DE.UTF-8'.");
  }
}

function nameOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `${pathname.slice(1)} at ${host}`;
}

/** A refused connection to a name with several addresses carries its reason in the code alone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
