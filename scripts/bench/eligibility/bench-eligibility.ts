import { connect } from "~/platform/database/connect";
import { migrateToLatest } from "~/platform/database/migrate";
import type { Bench } from "../portal/bench-portal";
import { type Result, result } from "../result";
import { onServerDatabase } from "../server-database";
import { measureEligibility } from "./measure-eligibility";

const organisations = 10_000;

/**
 * Who counts, who falls and whom to tell: 10,000 organisations of 30 people over three years on a PostgreSQL server, and a tenth of it on the
 * embedded database in memory. Run it from the project's folder; the server is made and removed by the bench.
 */
export const benchEligibility: Bench = async (tell) => {
  const onServer = await onServerDatabase(async (database) => {
    tell("PostgreSQL, 10,000 organisations ...");
    return measureEligibility(database, organisations, tell);
  });
  const embedded = await connect({ memory: true });
  try {
    tell("embedded, 1,000 organisations ...");
    await migrateToLatest(embedded);
    const inside = await measureEligibility(embedded, organisations / 10, tell);
    return [...named("PostgreSQL", onServer), ...named("embedded", inside)];
  } finally {
    await embedded.close();
  }
};

const named = (where: string, figures: readonly Parameters<typeof result>[]): Result[] =>
  figures.map(([name, unit, figure]) => result(`${where}: ${name}`, unit, figure));
