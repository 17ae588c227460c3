import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Child, type ChildProgram, childProgram } from "#test/set-up/child-program";
import { leastOf } from "#test/set-up/least-of";
import { scratchFolder, usedFolder } from "#test/set-up/scratch-folder";
import { connect } from "~/platform/database/connect";

let opener: ChildProgram;
beforeAll(async () => {
  opener = await childProgram("test/platform/opener.child.ts");
});
afterAll(() => opener.remove());

function open(dataDir: string, mode?: "busy" | "cued"): Child {
  const child = opener.start(dataDir, ...(mode ? [mode] : []));
  onTestFinished(() => child.kill());
  return child;
}

/** Path and content of every file, as one hash. */
function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest("hex");
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe("a data folder belongs to one process", () => {
  test.each([
    ["idle", undefined],
    ["too busy to answer", "busy" as const],
  ])(
    "while its owner is %s, a second process is refused within a second, told which, and changes nothing",
    async (_name, mode) => {
      const dataDir = usedFolder();
      const owner = open(dataDir, mode);
      await owner.line(/^open$/);
      const before = fingerprint(dataDir);
      const refusal = () =>
        millisecondsOf(() =>
          expect(connect({ dataDir })).rejects.toThrow(
            `The data folder ${dataDir} is already open in process ${owner.process.pid} on ${hostname()}.`,
          ),
        );
      expect(await leastOf(refusal, 1_000)).toBeLessThan(1_000);
      expect(fingerprint(dataDir)).toBe(before);
    },
  );

  test("another spelling of the path is the same folder", async () => {
    const dataDir = usedFolder();
    const owner = await connect({ dataDir });
    await expect(connect({ dataDir: `${dataDir}/../${dataDir.split("/").pop()}/.` })).rejects.toThrow(
      `process ${process.pid}`,
    );
    await owner.close();
  });

  test("an owner that stops gives the folder back", async () => {
    const dataDir = usedFolder();
    const owner = open(dataDir);
    await owner.line(/^open$/);
    owner.process.stdin?.end();
    await owner.line(/^closed$/);
    expect(existsSync(join(dataDir, "owner.json"))).toBe(false);
    await (await connect({ dataDir })).close();
  });

  test("after an owner was killed the next start has nothing to wait for", async () => {
    const dataDir = usedFolder();
    const startMs = async () => {
      const began = performance.now();
      const database = await connect({ dataDir });
      const took = performance.now() - began;
      await database.close();
      return took;
    };
    const afterKill = async () => {
      const owner = open(dataDir);
      await owner.line(/^open$/);
      await owner.kill();
      return startMs();
    };
    // What the killed one had written is recovered, which takes as long as the machine takes; a lock that has to run out would take longer.
    const bound = 3 * (await startMs()) + 1_000;
    expect(await leastOf(afterKill, bound)).toBeLessThan(bound);
  });

  test("of twenty that start at the same time exactly one gets it, and the nineteen name it", {
    timeout: 240_000,
  }, async () => {
    const dataDir = scratchFolder();
    const starters = Array.from({ length: 20 }, () => open(dataDir, "cued"));
    await Promise.all(starters.map((starter) => starter.line(/^ready$/)));
    for (const starter of starters) starter.process.stdin?.write("go\n");
    const answers = await Promise.all(starters.map((starter) => starter.line(/^(open|refused)/)));
    const owners = starters.filter((_starter, index) => answers[index] === "open");
    expect(owners).toHaveLength(1);
    const refusals = answers.filter((answer) =>
      answer.includes(`already open in process ${owners[0]?.process.pid} on`),
    );
    expect(refusals).toHaveLength(19);
  });

  test.each([
    [
      "a process with the same number that started later",
      { pid: process.ppid, host: hostname(), boot: "any", started: "1" },
    ],
    ["a process from before the last boot", { pid: 1, host: hostname(), boot: "earlier", started: "1" }],
    ["nobody, cut off half-way,", "{"],
  ])("the note of %s does not keep anybody out", async (_name, note) => {
    const dataDir = usedFolder();
    writeFileSync(join(dataDir, "owner.json"), typeof note === "string" ? note : JSON.stringify(note));
    await (await connect({ dataDir })).close();
  });

  test("an owner on another computer is believed until a person removes its note", async () => {
    const dataDir = usedFolder();
    const note = join(dataDir, "owner.json");
    writeFileSync(note, JSON.stringify({ pid: 7, host: "elsewhere", boot: "b", started: "1" }));
    const before = fingerprint(dataDir);
    await expect(connect({ dataDir })).rejects.toThrow(`open in process 7 on elsewhere`);
    await expect(connect({ dataDir })).rejects.toThrow(`delete ${note} and start again`);
    expect(fingerprint(dataDir)).toBe(before);
  });
});
