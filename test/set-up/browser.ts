import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { startPortal } from "./running-portal";

declare module "vitest" {
  interface ProvidedContext {
    /** A portal with the demo world that tests may look at but not change. */
    demoUrl: string;
    /** A data folder with the demo world, stopped; tests that change things copy it. */
    demoFolder: string;
  }
}

/** Builds what the README's command builds, and fills the demo world once for every test. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)("npm", ["run", "build", "--silent"], { maxBuffer: 16_000_000 });
  const folder = await mkdtemp(join(tmpdir(), "portal-demo-"));
  const first = await startPortal({ DATA_DIR: join(folder, "first") });
  await first.stop();
  await cp(join(folder, "first"), join(folder, "shown"), { recursive: true });
  const shown = await startPortal({ DATA_DIR: join(folder, "shown") });
  project.provide("demoUrl", shown.url);
  project.provide("demoFolder", join(folder, "first"));
  return async () => {
    await shown.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
