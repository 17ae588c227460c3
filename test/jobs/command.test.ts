import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { type ChildProgram, childProgram } from "#test/set-up/child-program";
import { scratchFolder, usedFolder } from "#test/set-up/scratch-folder";
import { startControlSocket } from "~/jobs/start-control-socket.server";
import { readEnvironment } from "~/platform/env";
import { createLogger } from "~/platform/logger";
import { closePortal, openPortal } from "~/platform/open-portal";

let program: ChildProgram;
beforeAll(async () => {
  program = await childProgram("scripts/jobs.ts");
});
afterAll(() => program.remove());

async function jobs(dataDir: string, ...options: string[]) {
  vi.stubEnv("DATA_DIR", dataDir);
  // Vitest sets one of its own, which is no address.
  vi.stubEnv("BASE_URL", "");
  onTestFinished(() => void vi.unstubAllEnvs());
  const child = program.start(...options);
  await child.ended();
  return { exitCode: child.process.exitCode, output: child.lines, errors: child.errors() };
}

/** A portal that has the folder open, as `npm start` would. */
async function portalOn(dataDir: string, now: string) {
  const env = readEnvironment({ NODE_ENV: "test", DATA_DIR: dataDir, PORTAL_NOW: now });
  const portal = await openPortal(env, createLogger("silent"));
  const control = await startControlSocket(portal, env);
  return async () => {
    await control.stop();
    await closePortal(portal);
  };
}

const withoutSeconds = (lines: readonly string[]) => lines.map((line) => line.replace(/in [\d.]+ s$/, "in … s"));

/** The line of a job, whatever its schedule. */
const listed = (job: string, ...columns: readonly string[]): unknown =>
  expect.stringMatching(new RegExp(`^${job} .+ {2}${columns.join(" +")}$`));

describe("npm run jobs", () => {
  it.each([
    [[], "Use --list to see the jobs, or --once NAME [--dry-run] to run one now."],
    [["--dry-run"], "Use --list"],
    [["--list", "--dry-run"], "Use --list"],
    [["--list", "--once", "housekeeping"], "Use --list"],
    [["--once", "no-such-job"], 'There is no job "no-such-job". There are: '],
    [["--twice"], "--twice"],
    [["housekeeping"], "Use --list"],
  ])("refuses %j in one sentence, with exit status 2", async (options, sentence) => {
    const { exitCode, output, errors } = await jobs(scratchFolder(), ...options);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: [] });
    expect(errors).toContain(sentence);
    expect(errors.trim().split("\n")).toHaveLength(1);
  });

  it("prints the same whether it opens the database itself or goes through the running portal", {
    timeout: 240_000,
  }, async () => {
    const dataDir = usedFolder();
    const alone = await jobs(dataDir, "--once", "eligibility-sweep");
    expect(alone).toMatchObject({ exitCode: 0, errors: "" });
    expect(alone.output[0]).toMatch(/^eligibility-sweep: done in \d+\.\d s$/);
    expect(alone.output).toContain("  organisationsDue: 0");

    const stop = await portalOn(dataDir, "2027-03-01T08:00:00Z");
    try {
      const through = await jobs(dataDir, "--once", "eligibility-sweep");
      expect(through).toMatchObject({ exitCode: 0, errors: "" });
      expect(withoutSeconds(through.output)).toEqual(withoutSeconds(alone.output));
      const dry = await jobs(dataDir, "--once", "housekeeping", "--dry-run");
      expect(dry.output[0]).toMatch(/^housekeeping: rehearsed, nothing kept or sent, in \d+\.\d s$/);
      expect(dry.output).toContain("  signIns: 0");
      const { output } = await jobs(dataDir, "--list");
      expect(output[0]).toMatch(/^job +schedule +last result +last done for +next due$/);
      // The portal's own clock counts.
      expect(output).toContainEqual(
        listed("eligibility-sweep", "done", "2027-03-01 08:00 UTC", "2027-03-01 09:00 UTC"),
      );
      expect(output).toContainEqual(listed("staff-digest", "none yet", "never", "2027-03-01 08:00 UTC"));
      expect(statSync(join(dataDir, "control.sock")).mode & 0o777).toBe(0o600);
    } finally {
      await stop();
    }
    vi.stubEnv("PORTAL_NOW", "2027-03-01T11:00:00Z");
    const later = await jobs(dataDir, "--list");
    expect(later.exitCode, "the socket of a portal that has ended is not in the way").toBe(0);
    expect(later.output).toContainEqual(
      listed("eligibility-sweep", "done", "2027-03-01 08:00 UTC", "2027-03-01 11:00 UTC, late"),
    );
  });
});
