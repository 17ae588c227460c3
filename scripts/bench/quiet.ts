import { setTimeout as wait } from "node:timers/promises";
import type { MeasuredServer } from "./measured-server";

const lookMs = 500;
const quietLooks = 4;
/** Of one core. */
const idle = 0.05;
const patienceMs = 900_000;

/**
 * Waits until the server has had nothing to do for two seconds: what its jobs still have to do after the requests, such as the documents of certificates, is
 * not counted among the next ones. CPU milliseconds that it took.
 */
export async function untilQuiet(server: MeasuredServer): Promise<number> {
  const first = (await server.gauge()).cpuMs;
  let before = first;
  let looks = 0;
  for (const until = performance.now() + patienceMs; performance.now() < until; ) {
    await wait(lookMs);
    const { cpuMs } = await server.gauge();
    looks = cpuMs - before < idle * lookMs ? looks + 1 : 0;
    before = cpuMs;
    if (looks === quietLooks) return cpuMs - first;
  }
  throw new Error("The server does not come to rest.");
}
