import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clockStartingAt, systemClock } from "./clock";
import { connect } from "./database/connect";
import type { Database } from "./database/handle";
import { migrateToLatest } from "./database/migrate";
import type { Environment } from "./env";
import { createLogger, type Logger } from "./logger";
import { createMailTransport } from "./mail-transports";
import type { Portal } from "./portal";
import { systemRandom } from "./random";

/** Connects, migrates and puts together what every entrance is handed. Close it with `closePortal`. */
export async function openPortal(env: Environment, logger: Logger = createLogger(env.logLevel)): Promise<Portal> {
  const database = await connect(
    env.databaseUrl ? { databaseUrl: env.databaseUrl } : { dataDir: join(env.dataDir, "database") },
  );
  try {
    await migrateToLatest(database);
    return await assemble(env, database, logger);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble(env: Environment, database: Database, logger: Logger): Promise<Portal> {
  const clock = env.startsAt ? clockStartingAt(env.startsAt) : systemClock;
  return {
    mode: env.mode,
    baseUrl: env.baseUrl ?? `http://localhost:${env.port}`,
    db: database.db,
    database,
    clock,
    startedAt: clock.now(),
    random: systemRandom,
    logger,
    mail: createMailTransport(env, database.db, clock),
    sessionSecret: env.sessionSecret ?? (await keptSecret(env)),
  };
}

export async function closePortal(portal: Portal): Promise<void> {
  portal.mail.close();
  await portal.database.close();
}

/** Demo and development without SESSION_SECRET: one of our own, kept beside the embedded database so that a restart signs nobody out. */
async function keptSecret(env: Environment): Promise<string> {
  const fresh = systemRandom.bytes(32).toString("base64url");
  if (env.databaseUrl) return fresh;
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  const file = join(env.dataDir, "session-secret");
  await writeFile(file, fresh, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return readFile(file, "utf8");
}
