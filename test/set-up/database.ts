import { randomUUID } from "node:crypto";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { migrateToLatest } from "~/platform/database/migrate";
import { startCluster } from "./server-cluster";
import type { ServerAddresses } from "./world";

/** A migrated, empty embedded database, for the caller alone; closing it removes it. Copied, because making one costs ten times as much. */
export async function testDatabase(): Promise<Database> {
  const dataDir = join(inject("embeddedFolder"), randomUUID());
  await cp(join(inject("embeddedFolder"), "template"), dataDir, { recursive: true });
  const database = await connect({ dataDir });
  return {
    ...database,
    async close() {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A migrated, empty database on a real PostgreSQL server, for the caller alone; closing it drops it. */
export async function testServerDatabase(): Promise<Database & { url: string }> {
  const { maintenanceUrl, templateName } = await openServerDoor();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await maintain(maintenanceUrl, `create database ${name} template ${templateName} strategy file_copy`);
  const url = Object.assign(new URL(maintenanceUrl), { pathname: `/${name}` }).href;
  const database = await connect({ databaseUrl: url });
  return {
    ...database,
    url,
    async close() {
      await database.close();
      await maintain(maintenanceUrl, `drop database ${name} with (force)`);
    },
  };
}

/** The same on a server of its own, where nobody else commits anything; closing it stops the server. */
export async function testDatabaseOnOwnServer(): Promise<Database> {
  const cluster = await startCluster(undefined, ["autovacuum=off"]);
  await maintain(cluster.url("postgres"), "create database alone");
  const database = await connect({ databaseUrl: cluster.url("alone") });
  await migrateToLatest(database);
  return {
    ...database,
    async close() {
      await database.close();
      await cluster.stop();
    },
  };
}

export async function openServerDoor(): Promise<ServerAddresses> {
  const answer = await fetch(inject("serverDoor"));
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as ServerAddresses;
}

export async function maintain(url: string, statement: string): Promise<void> {
  const maintenance = await connect({ databaseUrl: url });
  await maintenance.pool.query(statement);
  await maintenance.close();
}
