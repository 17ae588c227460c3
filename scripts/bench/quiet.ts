import { setTimeout as wait } from "node:timers/promises";
import type { MeasuredServer } from "./measured-server";

const lookMs = 500;
const quietLooks = 4;
/** Of one core. */
const idle = 0.05;
const patienceMs = 900_000;

/** Resolves just after the next full minute, when the portal's jobs have begun. */
export const nextMinute = (): Promise<void> => wait(60_000 - (Date.now() % 60_000) + 1_000);

/**
 * Waits until the server has had nothing to do for two seconds: what its jobs still do after the requests, such as the documents of certificates, is not
 * counted among the next ones.
 */
export async function untilQuiet(server: MeasuredServer): Promise<void> {
  let before = (await server.gauge()).cpuMs;
  let looks = 0;
  for (const until = performance.now() + patienceMs; performance.now() < until; ) {
    await wait(lookMs);
    const { cpuMs } = await server.gauge();
    looks = cpuMs - before < idle * lookMs ? looks + 1 : 0;
    before = cpuMs;
    if (looks === quietLooks) return;
  }
  throw new Error("The server does not come to rest.");
}
