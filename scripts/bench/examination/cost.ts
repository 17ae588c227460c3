import type { MeasuredServer } from "../measured-server";
import { median } from "../median";
import type { Stage } from "./stage";

/** CPU of one request, milliseconds: of the server that answered it and of the database's own processes. */
export interface Cost {
  readonly serverMs: number;
  readonly databaseMs: number;
}

export const bothMs = ({ serverMs, databaseMs }: Cost): number => serverMs + databaseMs;

/** What `work`, which says how many requests it has sent to the server, has cost per request. */
export async function costOf(stage: Stage, server: MeasuredServer, work: () => Promise<number>): Promise<Cost> {
  const before = { server: (await server.gauge()).cpuMs, database: stage.databaseCpuMs() };
  const count = await work();
  const after = { server: (await server.gauge()).cpuMs, database: stage.databaseCpuMs() };
  return { serverMs: (after.server - before.server) / count, databaseMs: (after.database - before.database) / count };
}

/** The middle of the rounds, server and database each: a round that the minute's jobs or another program disturbed counts once. */
export const medianCost = (rounds: readonly Cost[]): Cost => ({
  serverMs: median(rounds.map(({ serverMs }) => serverMs)),
  databaseMs: median(rounds.map(({ databaseMs }) => databaseMs)),
});
