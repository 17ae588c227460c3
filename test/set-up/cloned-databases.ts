import { randomUUID } from "node:crypto";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { maintain, openServerDoor } from "./database";

/** A world that was prepared once, on a server; each clone is a fresh copy of it. */
export interface PreparedWorld<Facts> {
  readonly facts: Facts;
  clone(): Promise<{ readonly url: string; drop(): Promise<void> }>;
  drop(): Promise<void>;
}

/** Prepares a migrated, empty database with `prepare`; what it returns are the ids that the world's users need. */
export async function prepareWorld<Facts>(
  prepare: (database: Database) => Promise<Facts>,
): Promise<PreparedWorld<Facts>> {
  const { maintenanceUrl, templateName } = await openServerDoor();
  const create = async (template: string) => {
    const name = `world_${randomUUID().replaceAll("-", "")}`;
    await maintain(maintenanceUrl, `create database ${name} template ${template} strategy file_copy`);
    const url = Object.assign(new URL(maintenanceUrl), { pathname: `/${name}` }).href;
    return { name, url, drop: () => maintain(maintenanceUrl, `drop database ${name} with (force)`) };
  };
  const original = await create(templateName);
  const database = await connect({ databaseUrl: original.url });
  try {
    const facts = await prepare(database);
    return { facts, clone: () => create(original.name), drop: original.drop };
  } finally {
    await database.close();
  }
}
