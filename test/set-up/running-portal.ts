import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port";

const startScript = fileURLToPath(new URL("../../build/scripts/start.js", import.meta.url));

export interface RunningPortal {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** The first start fills the demo world, beside three files of tests; whoever ends before is told of at once. */
const patienceMilliseconds = 900_000;

/** The built portal as a process of its own, as `npm start` runs it; resolves when it is ready. */
export async function startPortal(environment: Record<string, string> = {}): Promise<RunningPortal> {
  if (environment.PORT) return startOn(environment.PORT, environment);
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOn(String(await freePort()), environment);
    } catch (error) {
      // A port that was free a moment ago.
      if (tries === 3 || !/already in use/.test(String(error))) throw error;
    }
  }
}

async function startOn(port: string, environment: Record<string, string>): Promise<RunningPortal> {
  const dataDir = environment.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "portal-")));
  const child = spawn(process.execPath, [startScript], {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      LOG_LEVEL: "warn",
      ...environment,
      PORT: port,
      DATA_DIR: dataDir,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const url = `http://localhost:${port}`;
  await ready(url, child, () => output);
  return {
    url,
    dataDir,
    process: child,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      if (!environment.DATA_DIR) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = performance.now() + patienceMilliseconds;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the portal ended with status ${child.exitCode}:\n${output()}`);
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    // Another process may have got the port meanwhile, and be ready.
    if (response?.status === 200 && child.exitCode === null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the portal was not ready in time:\n${output()}`);
}
