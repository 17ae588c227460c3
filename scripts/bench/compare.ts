import { load, type Shot } from "./load";
import type { MeasuredServer } from "./measured-server";
import { median, quantile } from "./median";

/** One of those that are compared: what is sent to which server, by the number of the request. */
export interface Contender {
  readonly server: MeasuredServer;
  readonly shotOf: (index: number) => Shot;
}

/** What a contender needed, a figure a round. */
export interface Rounds {
  readonly cpuMs: readonly number[];
  readonly perSecond: readonly number[];
  readonly p50Ms: readonly number[];
  readonly p99Ms: readonly number[];
}

const rounds = 5;
const requests = 300;
const connections = 4;
// Both sides are measured as they run all day. Node compiles what runs often on threads beside: over the first three to four thousand requests of a page that
// is half the CPU again, and what was compared earlier in the run would have it behind it.
const warmUp = { count: 4000, connections };

/**
 * Loads the contenders in turn, round after round, so that what else the machine does hits them all. CPU is the server's, per request.
 * @returns in the order of the contenders
 */
export async function compare(contenders: readonly Contender[]): Promise<Rounds[]> {
  const measured = contenders.map(
    () => ({ cpuMs: [], perSecond: [], p50Ms: [], p99Ms: [] }) as Record<keyof Rounds, number[]>,
  );
  let sent = 0;
  const send = async ({ server, shotOf }: Contender, size: { count: number; connections: number }) => {
    const first = sent;
    sent += size.count;
    return load(server.url, (index) => shotOf(first + index), size);
  };
  for (const contender of contenders) await send(contender, warmUp);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const before = await contender.server.gauge();
      const { latenciesMs, seconds } = await send(contender, { count: requests, connections });
      const after = await contender.server.gauge();
      measured[index]?.cpuMs.push((after.cpuMs - before.cpuMs) / requests);
      measured[index]?.perSecond.push(requests / seconds);
      measured[index]?.p50Ms.push(quantile(latenciesMs, 0.5));
      measured[index]?.p99Ms.push(quantile(latenciesMs, 0.99));
    }
  }
  return measured;
}

/** The median of the rounds' ratios: a round that something else disturbed counts once, not with its size. */
export const medianRatio = (values: readonly number[], references: readonly number[]): number =>
  median(values.map((value, round) => value / (references[round] ?? Number.NaN)));
