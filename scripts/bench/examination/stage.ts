import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "~/platform/database/connect";
import { readEnvironment } from "~/platform/env";
import { createLogger } from "~/platform/logger";
import { closePortal, openPortal } from "~/platform/open-portal";
import type { Portal } from "~/platform/portal";
import { databaseCpu } from "../database-cpu";
import { productionEnvironment } from "../production-environment";
import { startServer } from "../server-database";

/** A database for the portal and one of the same kind for what it is compared with. */
export interface Stage {
  readonly name: string;
  readonly portal: ReturnType<typeof productionEnvironment>;
  readonly reference: Record<string, string>;
  /** What the database's own processes have used, milliseconds; 0 where the database is part of the portal's process. */
  databaseCpuMs(): number;
  stop(): Promise<void>;
}

/** A PostgreSQL server that forces every commit to disk. */
export async function serverStage(): Promise<Stage> {
  const cluster = await startServer(["portal", "reference"], ["fsync=on", "full_page_writes=on"]);
  try {
    const maintenance = await connect({ databaseUrl: cluster.url("postgres") });
    const databaseCpuMs = await databaseCpu(maintenance);
    await maintenance.close();
    return {
      name: "PostgreSQL",
      portal: productionEnvironment({ DATABASE_URL: cluster.url("portal"), DATA_DIR: tmpdir() }),
      reference: { DATABASE_URL: cluster.url("reference") },
      databaseCpuMs,
      stop: () => cluster.stop(),
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

export async function embeddedStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "portal-bench-"));
  return {
    name: "embedded",
    portal: productionEnvironment({ DATA_DIR: join(folder, "portal") }),
    reference: { DATA_DIR: join(folder, "reference") },
    databaseCpuMs: () => 0,
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The portal in this process, while no server runs on its database. */
export async function offStage<T>(stage: Stage, work: (portal: Portal) => Promise<T>): Promise<T> {
  const portal = await openPortal(readEnvironment(stage.portal), createLogger("silent"));
  try {
    return await work(portal);
  } finally {
    await closePortal(portal);
  }
}
