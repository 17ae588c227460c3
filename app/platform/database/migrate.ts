import { Kysely, type Migration, Migrator, PostgresDialect } from "kysely";
import type pg from "pg";
import type { Database } from "./handle";

/** Session advisory lock, the letters "PCPm": instances that start together migrate one after the other. */
const lockKey = 0x50_43_50_6d;

const modules = import.meta.glob<Migration>("../../../migrations/*.ts", { eager: true });
const nameOf = (path: string): string => path.replace(/^.*\/(.+)\.ts$/, "$1");
const migrations = Object.fromEntries(Object.entries(modules).map(([path, migration]) => [nameOf(path), migration]));

/** The schema was made by a later version of this program, which alone knows what its columns mean. */
class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/**
 * Brings the schema up to this program's in one transaction: all migrations or none. Waits while another instance
 * migrates. Returns the names of what it applied, none when all was there. Throws `NewerSchemaError` when the
 * database has migrations that this program does not know.
 */
export async function migrateToLatest({ pool }: Database): Promise<{ applied: string[] }> {
  const client = await pool.connect();
  try {
    // Building an index on years of data may take longer than any statement of a request.
    await client.query("set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const done = await appliedMigrations(client);
    refuseNewerSchema(done);
    // Kysely looks through the whole catalogue to find its own tables: embedded, a fifth of the time to start. It also holds the order in which
    // they were applied against the names; that is looked at again when there is something to apply.
    if (done.length === Object.keys(migrations).length) return { applied: [] };
    return await migrate(client);
  } finally {
    await giveBack(client);
  }
}

/** A connection that cannot be cleaned is thrown away, and with it the lock. */
async function giveBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query("select pg_advisory_unlock_all()");
    await client.query("reset statement_timeout");
    client.release();
  } catch (error) {
    client.release(error as Error);
  }
}

async function migrate(client: pg.PoolClient): Promise<{ applied: string[] }> {
  const onThisClient = { query: client.query.bind(client), release: () => {} } as pg.PoolClient;
  const db = new Kysely({
    dialect: new PostgresDialect({ pool: { connect: async () => onThisClient, end: async () => {} } }),
  });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) {
    const failed = results.find((result) => result.status === "Error")?.migrationName;
    throw new Error(`The database was left as it was: ${failed ? `migration ${failed}` : "migrating"} failed`, {
      cause: error,
    });
  }
  return { applied: results.map((result) => result.migrationName) };
}

/** The names of what the database has, in their order. */
async function appliedMigrations(client: pg.PoolClient): Promise<string[]> {
  const { rows: tables } = await client.query("select to_regclass('kysely_migration') is not null as present");
  if (!tables[0].present) return [];
  const { rows } = await client.query<{ name: string }>("select name from kysely_migration order by name");
  return rows.map(({ name }) => name);
}

function refuseNewerSchema(done: readonly string[]): void {
  const unknown = done.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new NewerSchemaError(
      `The database was migrated by a newer version of the portal (${unknown.join(", ")} is unknown here). Start that version, or restore a backup from before it.`,
    );
  }
}
