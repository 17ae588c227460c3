import { randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { inject } from "vitest";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { migrateToLatest } from "~/platform/database/migrate";
import { startCluster } from "./server-cluster";
import type { ServerAddresses } from "./world";

/**
 * PGlite's engine, held on to: as long as somebody does, Node gives its machine code, with all that has been optimised of it, to every database that
 * is opened in this process, which otherwise compiles it anew each time.
 */
const engine = readFile(createRequire(import.meta.url).resolve("@electric-sql/pglite/pglite.wasm")).then((file) =>
  WebAssembly.compile(file),
);

/** The databases from which PostgreSQL would make others; nobody here asks it to, and they are half of all files. */
const untouched = /^database.base.[14](\W|$)/;

/** Copies the template without asking the disk again what is in it: that takes a quarter of the time of `cp`. */
function copyTemplate(dataDir: string): void {
  const template = join(inject("embeddedFolder"), "template");
  templateEntries ??= readdirSync(template, { recursive: true, withFileTypes: true })
    .map((entry) => ({ path: relative(template, join(entry.parentPath, entry.name)), isFolder: entry.isDirectory() }))
    .filter(({ path }) => !untouched.test(path));
  mkdirSync(dataDir, { mode: 0o700 });
  for (const { path, isFolder } of templateEntries) if (isFolder) mkdirSync(join(dataDir, path), { mode: 0o700 });
  for (const { path, isFolder } of templateEntries)
    if (!isFolder) copyFileSync(join(template, path), join(dataDir, path));
}

let templateEntries: readonly { readonly path: string; readonly isFolder: boolean }[] | undefined;

/** A migrated, empty embedded database, for the caller alone; closing it removes it. Copied, because making one costs ten times as much. */
export async function testDatabase(): Promise<Database> {
  await engine;
  const dataDir = join(inject("embeddedFolder"), randomUUID());
  copyTemplate(dataDir);
  const database = await connect({ dataDir });
  return {
    ...database,
    async close() {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
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
