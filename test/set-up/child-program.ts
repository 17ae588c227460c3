import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "vite";
import { aliases } from "../../vite.aliases";

/** A TypeScript entrance bundled for plain Node, so that tests can start and kill it as a process of its own. */
export interface ChildProgram {
  start(...parameters: string[]): Child;
  remove(): Promise<void>;
}

/** A running child: the whole lines it has written to standard output so far, and all it wrote to standard error. */
export interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  errors(): string;
  /** Resolves with the next line that the pattern matches; rejects when the child ends before. */
  line(pattern: RegExp): Promise<string>;
  /** Kills it the hard way and resolves when it is gone and its output read. */
  kill(): Promise<void>;
  /** Resolves when it has ended by itself. */
  ended(): Promise<void>;
}

/** A life too short for the embedded database's code to be optimised: that would be a third of its start. */
const engine = ["--liftoff-only"];

/** `entry` is a path from the project's root. The bundle stands inside the project, where its packages are found. */
export async function childProgram(entry: string): Promise<ChildProgram> {
  await mkdir(".cache", { recursive: true });
  const outDir = await mkdtemp(join(process.cwd(), ".cache", "child-"));
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: aliases },
    build: { ssr: entry, target: "node20", outDir, emptyOutDir: true, minify: false },
  });
  const script = join(outDir, basename(entry).replace(/\.ts$/, ".js"));
  return {
    start: (...parameters) =>
      watch(spawn(process.execPath, [...engine, script, ...parameters], { stdio: ["pipe", "pipe", "pipe"] })),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}

function watch(child: ChildProcess): Child {
  const lines: string[] = [];
  const closed = once(child, "close");
  let rest = "";
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
  });
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    child.emit("lines");
  });
  return {
    process: child,
    lines,
    errors: () => errors,
    async line(pattern) {
      for (let seen = 0; ; ) {
        for (; seen < lines.length; seen += 1) {
          const line = lines[seen];
          if (line !== undefined && pattern.test(line)) return line;
        }
        const ended = await Promise.race([
          once(child, "lines").then(() => false),
          closed.then(() => seen === lines.length),
        ]);
        if (ended)
          throw new Error(
            `The child ended (${child.exitCode ?? child.signalCode}) before it wrote ${pattern}.\n${errors}`,
          );
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
    async ended() {
      await closed;
    },
  };
}
