import { execFile } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { unpackChromium } from "./chromium";
import { type RunningPortal, startPortal } from "./running-portal";
import { quickFolder } from "./server-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** Answers with a `DemoWorld`, and with 202 until there is one. */
    demoDoor: string;
  }
}

export interface DemoWorld {
  /** A portal with the demo world that tests may look at but not change. */
  readonly url: string;
  /** A data folder with the demo world, stopped; tests that change things copy it. */
  readonly folder: string;
}

/** Builds and fills the demo world while the tests that need no browser run: a minute and a half of one core that nobody has to wait for. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // In memory where there is room: on a busy disk a portal waits longer for its first commits to be there than it takes to start.
  const folder = await mkdtemp(join(await quickFolder(2 ** 30), "portal-demo-"));
  // Now, as files of tests that begin side by side would find half of it; who launches it is told what went wrong.
  await unpackChromium().catch(() => undefined);
  const world = prepare(folder);
  let decided = false;
  // Whoever asks at the door is told; until somebody does, it is no failure of the run.
  world
    .catch(() => undefined)
    .finally(() => {
      decided = true;
    });
  const door = createServer((_request, response) => {
    if (!decided) return void response.writeHead(202).end();
    world.then(
      ({ shown }) =>
        response.end(JSON.stringify({ url: shown.url, folder: join(folder, "first") } satisfies DemoWorld)),
      (error: Error) => response.writeHead(500).end(error.stack),
    );
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  project.provide("demoDoor", `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  return async () => {
    door.close();
    await (await world.catch(() => undefined))?.shown.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** What the README's command does, once for every test. */
async function prepare(folder: string): Promise<{ shown: RunningPortal }> {
  // Of a test's own environment the build would be another one than people get: React's for development.
  const env = { ...process.env, NODE_ENV: "production" as const };
  await promisify(execFile)("npm", ["run", "build", "--silent"], { maxBuffer: 16_000_000, env });
  const first = await startPortal({ DATA_DIR: join(folder, "first") });
  await first.stop();
  await cp(join(folder, "first"), join(folder, "shown"), { recursive: true });
  return { shown: await startPortal({ DATA_DIR: join(folder, "shown") }) };
}
