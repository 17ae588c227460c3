import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { inject } from "vitest";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import type { ServerAddresses } from "./world";

/** A migrated, empty database in memory, for the caller alone. Opening it costs ten times what one on the server does: for what needs one a file. */
export async function testDatabase(): Promise<Database> {
  return connect({ memory: true, snapshot: new Blob([await readFile(inject("snapshotFile"))]) });
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
