import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "#test/set-up/free-port";
import type { Gauge } from "./gauge.child";

export interface MeasuredServer {
  readonly url: string;
  /** From the start of the process until it said that it is ready. */
  readonly startedInMs: number;
  gauge(): Promise<Gauge>;
  stop(): Promise<void>;
}

const patienceMs = 180_000;
const lookAgainMs = 10;

/** The address of another entrance of the build, seen from this one. */
const built = (name: string): URL => new URL(`./${name}.js`, import.meta.url.replace(/\/shared\/[^/]*$/, "/x"));

/** What `npm run serve` tells Node, so that the portal is measured as it is run. */
function optionsOf(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { serve: string } };
  return name === "start" ? scripts.serve.split(" ").filter((word) => word.startsWith("--")) : [];
}

/**
 * Starts an entrance of build/scripts/ as a process of its own on a free port of this machine; resolves when `/readyz` answers 200. It gets no more of this
 * process's environment than PATH.
 */
export async function startMeasured(name: string, environment: Record<string, string>): Promise<MeasuredServer> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = fork(fileURLToPath(built(name)), [], {
    execArgv: [...optionsOf(name), "--import", built("bench/gauge.child").href],
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...environment, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(child, url);
  return {
    url,
    startedInMs: performance.now() - startedAt,
    async gauge() {
      child.send("gauge");
      const [gauge] = await once(child, "message");
      return gauge;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  let output = "";
  const hear = (chunk: Buffer) => {
    output = (output + String(chunk)).slice(-10_000);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  for (const until = performance.now() + patienceMs; performance.now() < until; ) {
    if (child.exitCode !== null) throw new Error(`The server ended with status ${child.exitCode}:\n${output}`);
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  child.kill("SIGKILL");
  throw new Error(`The server was not ready in time:\n${output}`);
}
