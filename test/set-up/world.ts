import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "~/platform/database/connect";
import { migrateToLatest } from "~/platform/database/migrate";
import { type Cluster, quickFolder, startCluster } from "./server-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for the run's embedded databases; in its `template` is one that is migrated, otherwise empty, and closed. */
    embeddedFolder: string;
    /** Asked for the first time, it starts a PostgreSQL server; answers with the addresses `ServerAddresses`. */
    serverDoor: string;
  }
}

export interface ServerAddresses {
  maintenanceUrl: string;
  templateName: string;
}

const templateName = "portal_template";

/** Migrates one database for everybody, and keeps a door at which the first test that needs a real server starts one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await quickFolder(2 ** 30), "portal-world-"));
  const template = await connect({ dataDir: join(folder, "template") });
  await migrateToLatest(template);
  await template.close();

  let cluster: Promise<Cluster> | undefined;
  const door = createServer((_request, response) => {
    cluster ??= startMigratedCluster();
    cluster.then(
      ({ url }) =>
        response.end(JSON.stringify({ maintenanceUrl: url("postgres"), templateName } satisfies ServerAddresses)),
      (error: Error) => response.writeHead(500).end(error.stack),
    );
  }).listen(0, "127.0.0.1");
  await once(door, "listening");

  project.provide("embeddedFolder", folder);
  project.provide("serverDoor", `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  return async () => {
    door.close();
    await (await cluster?.catch(() => undefined))?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function startMigratedCluster(): Promise<Cluster> {
  const cluster = await startCluster(undefined, [], await quickFolder(4 * 2 ** 30));
  const maintenance = await connect({ databaseUrl: cluster.url("postgres") });
  await maintenance.pool.query(`create database ${templateName}`);
  await maintenance.close();
  const template = await connect({ databaseUrl: cluster.url(templateName) });
  await migrateToLatest(template);
  await template.close();
  return cluster;
}
