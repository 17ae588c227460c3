import { join } from "node:path";
import { type Cluster, startCluster } from "#test/set-up/server-cluster";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { migrateToLatest } from "~/platform/database/migrate";

/** A PostgreSQL server of the bench's own with empty databases of these names. Run it from the project's folder; gone when it is stopped. */
export async function startServer(names: readonly string[], settings: readonly string[] = []): Promise<Cluster> {
  const cluster = await startCluster(join(process.cwd(), "test/set-up/cluster-guardian.mjs"), settings);
  try {
    const maintenance = await connect({ databaseUrl: cluster.url("postgres") });
    for (const name of names) await maintenance.pool.query(`create database ${name}`);
    await maintenance.close();
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** Hands a migrated database on such a server to `work`, and takes both away again. */
export async function onServerDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const cluster = await startServer(["bench"]);
  try {
    const database = await connect({ databaseUrl: cluster.url("bench") });
    try {
      await migrateToLatest(database);
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await cluster.stop();
  }
}
