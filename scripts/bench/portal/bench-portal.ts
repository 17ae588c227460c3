import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paths } from "~/web/paths";
import type { Sizes } from "../command";
import { load } from "../load";
import { type MeasuredServer, startMeasured } from "../measured-server";
import { median } from "../median";
import { asTable, type Result, result } from "../result";
import { javaScriptByPage } from "./browser-javascript";
import { pageCost, singleFetchCost } from "./page-cost";
import { type PreparedPortal, preparePortalFolder } from "./prepared-portal";
import { saveCost } from "./save-cost";
import { pageSubjects } from "./subjects";

/** Measures, telling on the way what it is at. */
export type Bench = (tell: (line: string) => void, sizes: Sizes) => Promise<readonly Result[]>;

const starts = 3;
const manyRequests = 10_000;
const mebibyte = 2 ** 20;

/** Speed and size of the built portal on the embedded database with the demo world, in production mode. */
export const benchPortal: Bench = async (tell) => {
  const folder = await mkdtemp(join(tmpdir(), "portal-bench-"));
  const servers: MeasuredServer[] = [];
  try {
    tell("making the demo world ...");
    const prepared = await preparePortalFolder(folder);
    const started = await startTimes(prepared, servers);
    const portal = servers.at(-1) as MeasuredServer;
    const reference = await startMeasured("bench/reference.child", { DATA_DIR: join(folder, "reference") });
    servers.push(reference);
    const results: Result[] = [];
    // Told as they come: what was measured before something fails is not lost.
    const add = (...more: readonly Result[]) => {
      results.push(...more);
      tell(asTable(more));
    };
    add(result("start on an existing folder", "s", { value: median(started) / 1000, target: 3 }));
    for (const subject of pageSubjects(prepared)) add(...(await pageCost(portal, reference, subject)));
    add(...(await saveCost(portal, reference, prepared)), await singleFetchCost(reference));
    tell(`memory after ${manyRequests} requests ...`);
    // Begun anew: those above were several times as many.
    await portal.stop();
    const fresh = await startMeasured("start", prepared.environment);
    servers.push(fresh);
    add(await memoryAfterMany(fresh, prepared));
    tell("JavaScript of every page ...");
    add(...(await javaScript(fresh, prepared)));
    return results;
  } finally {
    for (const server of servers) await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Starts the portal several times, stopping all but the last. */
async function startTimes({ environment }: PreparedPortal, servers: MeasuredServer[]): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < starts; round += 1) {
    await servers.pop()?.stop();
    const server = await startMeasured("start", environment);
    servers.push(server);
    times.push(server.startedInMs);
  }
  return times;
}

async function memoryAfterMany(portal: MeasuredServer, prepared: PreparedPortal): Promise<Result> {
  const shots = pageSubjects(prepared).map(({ shot }) => shot);
  await load(portal.url, (index) => shots[index % shots.length] ?? { path: paths.home() }, {
    count: manyRequests,
    connections: 8,
  });
  const { residentBytes } = await portal.gauge();
  return result("resident memory after 10,000 requests", "MiB", { value: residentBytes / mebibyte, target: 350 });
}

async function javaScript(portal: MeasuredServer, { exam, cookies }: PreparedPortal): Promise<Result[]> {
  const attempt = paths.attempt(exam.attemptId);
  const byPage = await javaScriptByPage(portal.url, cookies, [paths.signIn()]);
  const ofExam = await javaScriptByPage(portal.url, [exam.cookie], [attempt, paths.handIn(exam.attemptId)]);
  const all = [...new Map([...byPage, ...ofExam])].sort(([, a], [, b]) => b - a);
  const examBytes = ofExam.get(attempt.replace(exam.attemptId, ":id")) ?? Number.NaN;
  const kilobytes = (bytes: number) => bytes / 1000;
  return [
    ...all
      .slice(0, 3)
      .map(([kind, bytes]) => result(`JavaScript, gzip: ${kind}`, "kB", { value: kilobytes(bytes), target: 120 })),
    result("JavaScript, gzip: exam page", "kB", { value: kilobytes(examBytes), target: 90 }),
  ];
}
