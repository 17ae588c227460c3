import { compare, medianRatio, type Rounds } from "../compare";
import { load } from "../load";
import type { MeasuredServer } from "../measured-server";
import { median } from "../median";
import { type Result, result } from "../result";
import type { PreparedPortal } from "./prepared-portal";
import { answerShots } from "./subjects";

const plainUpserts = 300;

/** Saving an answer beside a bare Remix action with one upsert, and that beside the upsert alone; all on the embedded database. */
export async function saveCost(
  portal: MeasuredServer,
  reference: MeasuredServer,
  prepared: PreparedPortal,
): Promise<Result[]> {
  const { claim, save } = answerShots(prepared);
  await load(portal.url, () => claim, { count: 1, connections: 1 });
  const bareAction = (index: number) =>
    ({
      method: "POST",
      path: "/bare/upsert?_data=upsert",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ index }),
    }) as const;
  const [saved, bare, upserts] = (await compare([
    { server: portal, shotOf: save },
    { server: reference, shotOf: bareAction },
    { server: reference, shotOf: () => ({ path: "/upserts/1" }) },
  ])) as [Rounds, Rounds, Rounds];
  const against = (figure: keyof Rounds, other: Rounds) => ({
    value: median(saved[figure]),
    reference: median(other[figure]),
    ratio: medianRatio(saved[figure], other[figure]),
  });
  return [
    result("answer save: server CPU (bare Remix action with one upsert)", "ms/request", {
      ...against("cpuMs", bare),
      target: 1.5,
    }),
    result("answer save: server CPU (upsert behind bare node:http)", "ms/request", against("cpuMs", upserts)),
    result("answer save: server CPU (plain pooled upsert)", "ms/request", {
      value: median(saved.cpuMs),
      reference: await plainUpsertCost(reference),
    }),
    result("answer save: rate (bare Remix action)", "requests/s", against("perSecond", bare)),
    result("answer save: p50 (bare Remix action)", "ms", against("p50Ms", bare)),
    result("answer save: p99 (bare Remix action)", "ms", against("p99Ms", bare)),
  ];
}

/** CPU of one upsert without any HTTP, milliseconds. */
async function plainUpsertCost(reference: MeasuredServer): Promise<number> {
  const before = await reference.gauge();
  await load(reference.url, () => ({ path: `/upserts/${plainUpserts}` }), { count: 1, connections: 1 });
  return ((await reference.gauge()).cpuMs - before.cpuMs) / plainUpserts;
}
