import { type Contender, compare, medianRatio, type Rounds } from "../compare";
import type { MeasuredServer } from "../measured-server";
import { median } from "../median";
import { type Result, result } from "../result";
import type { PageSubject } from "./subjects";

const sizeOf = async (url: string, init: RequestInit = {}): Promise<number> =>
  (await (await fetch(url, { ...init, headers: { ...init.headers, "Accept-Encoding": "identity" } })).arrayBuffer())
    .byteLength;

/** How many questions make the bare page as large as `bytes`: the page grows evenly with them. */
async function questionsFor(reference: MeasuredServer, bytes: number): Promise<number> {
  const [few, many] = [10, 50];
  const small = await sizeOf(`${reference.url}/bare/page/${few}`);
  const each = ((await sizeOf(`${reference.url}/bare/page/${many}`)) - small) / (many - few);
  return Math.max(1, Math.round(few + (bytes - small) / each));
}

/** A page of the portal beside a bare Remix page and bare node:http of the same size. */
export async function pageCost(
  portal: MeasuredServer,
  reference: MeasuredServer,
  { name, shot, another, target }: PageSubject,
): Promise<Result[]> {
  const bytes = await sizeOf(portal.url + shot.path, shot);
  const questions = await questionsFor(reference, bytes);
  const at = (server: MeasuredServer, path: string): Contender => ({ server, shotOf: () => ({ path }) });
  const [page, bare, raw] = (await compare([
    { server: portal, shotOf: another ?? (() => shot) },
    at(reference, `/bare/page/${questions}`),
    at(reference, `/bytes/${bytes}`),
  ])) as [Rounds, Rounds, Rounds];
  const against = (figure: keyof Rounds, other: Rounds) => ({
    value: median(page[figure]),
    reference: median(other[figure]),
    ratio: medianRatio(page[figure], other[figure]),
  });
  return [
    result(`${name}: size`, "bytes", { value: bytes }),
    result(`${name}: server CPU (bare Remix page)`, "ms/request", { ...against("cpuMs", bare), target }),
    result(`${name}: server CPU (bare node:http)`, "ms/request", against("cpuMs", raw)),
    result(`${name}: rate (bare Remix page)`, "requests/s", against("perSecond", bare)),
    result(`${name}: p50 (bare Remix page)`, "ms", against("p50Ms", bare)),
    result(`${name}: p99 (bare Remix page)`, "ms", against("p99Ms", bare)),
  ];
}

/** What single fetch would cost (docs/decisions/001): the same bare page, streamed with it and rendered at once without. */
export async function singleFetchCost(reference: MeasuredServer): Promise<Result> {
  const at = (path: string): Contender => ({ server: reference, shotOf: () => ({ path }) });
  const [on, off] = (await compare([at("/single-fetch/page/30"), at("/bare/page/30")])) as [Rounds, Rounds];
  const ratio = medianRatio(on.cpuMs, off.cpuMs);
  const figure = { value: median(on.cpuMs), reference: median(off.cpuMs), ratio };
  return result("bare page of 30 questions: server CPU with single fetch (without)", "ms/request", figure);
}
