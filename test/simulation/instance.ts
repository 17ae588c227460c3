import type pg from "pg";
import type { Database } from "~/platform/database/handle";
import { queriesOver } from "~/platform/database/pipeline";
import { dropJobLeases } from "~/platform/job-queries.server";
import { createLogger } from "~/platform/logger";
import type { Portal } from "~/platform/portal";
import { seededRandom } from "~/platform/random";
import type { StatementFault } from "./faults";
import { FaultyPool } from "./faulty-pool";
import type { MailServer } from "./mail-server";
import type { VirtualClock } from "./virtual-clock";

/** One running portal of the simulated world. */
export interface Instance {
  readonly name: string;
  readonly portal: Portal;
  readonly pool: FaultyPool;
}

export interface InstanceParts {
  readonly database: Database;
  readonly clock: VirtualClock;
  readonly mailServer: MailServer;
  readonly seed: string;
  readonly nextFault: (statement: string) => StatementFault | undefined;
}

/** Starts an instance, as `npm start` would after a crash: on the embedded database every lease is a dead process's. */
export async function startInstance(name: string, parts: InstanceParts): Promise<Instance> {
  const { database, clock, mailServer, seed, nextFault } = parts;
  const pool = new FaultyPool(database.pool, database.kind === "server", clock, nextFault);
  const db = await queriesOver(pool as never);
  const portal: Portal = {
    mode: "production",
    baseUrl: "https://portal.example",
    db,
    database: { db, pool: pool as unknown as pg.Pool, kind: database.kind, close: async () => {} },
    clock,
    startedAt: clock.now(),
    random: seededRandom(`${seed}/${name}`),
    logger: createLogger("silent"),
    mail: mailServer.transportFor(pool),
    sessionSecret: "a secret of thirty-two characters",
  };
  if (database.kind === "embedded") await dropJobLeases(database.db);
  return { name, portal, pool };
}
