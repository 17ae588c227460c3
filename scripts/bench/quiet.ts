import { setTimeout as wait } from "node:timers/promises";
import type { MeasuredServer } from "./measured-server";

const lookMs = 500;
const quietLooks = 4;
/** Of one core. */
const idle = 0.05;
const patienceMs = 900_000;

/** So long after the full minute, at which the portal's jobs begin, what is measured next has the rest of the minute to itself. */
const soonMs = 15_000;

/**
 * Waits until the server's jobs have done all that there is for them: until they, and the database with them, come to rest soon after they have begun.
 * @param databaseCpuMs what the database's own processes have used
 */
export async function untilJobsRest(server: MeasuredServer, databaseCpuMs: () => number): Promise<void> {
  const used = async () => (await server.gauge()).cpuMs + databaseCpuMs();
  for (;;) {
    await wait(60_000 - (Date.now() % 60_000) + 1_000);
    const begunAt = Date.now();
    await untilQuiet(used);
    if (Date.now() - begunAt < soonMs) return;
  }
}

/**
 * Waits until the server has had nothing to do for two seconds: what its jobs still do after the requests, such as the documents of certificates, is not
 * counted among the next ones.
 */
async function untilQuiet(used: () => Promise<number>): Promise<void> {
  let before = await used();
  let looks = 0;
  for (const until = performance.now() + patienceMs; performance.now() < until; ) {
    await wait(lookMs);
    const now = await used();
    looks = now - before < idle * lookMs ? looks + 1 : 0;
    before = now;
    if (looks === quietLooks) return;
  }
  throw new Error("The server does not come to rest.");
}
