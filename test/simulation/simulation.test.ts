import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isLong } from "#test/set-up/breadth";
import { testServerDatabase } from "#test/set-up/database";
import { usedFolder } from "#test/set-up/scratch-folder";
import { faultKinds } from "./faults";
import { GoalCounter, goals } from "./goals";
import { hunt, mutantCalled } from "./hunt";
import { checkPlantable, openSource, type Source } from "./load";
import { mutants } from "./mutants";
import { readCommand } from "./options";
import type { RunOptions } from "./run";

let source: Source;
beforeAll(async () => {
  source = await openSource();
});
afterAll(() => source.close());

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** In a folder that is migrated already, unless said otherwise: to make a database takes longer than most of these runs. */
async function run(options: Partial<RunOptions> = {}) {
  const { run, close } = await source.load();
  closing.push(close);
  return run({ years: 0.12, organisations: 4, seed: "test", faults: faultKinds, dataDir: usedFolder(), ...options });
}

describe("a simulated world", () => {
  it("holds to the reference through months of faults", async () => {
    const report = await run({ years: 0.95, organisations: 5, pause: true, dataDir: undefined });
    expect(report.violations).toEqual([]);
    expect(report.missedGoals).toEqual([]);
    expect(report.kills).toBeGreaterThan(10);
    expect(report.certificates).toBeGreaterThan(10);
  }, 900_000);

  it("goes the same way with the same seed, and another with another", async () => {
    const weeks = { years: 0.05 };
    const [first, second, other] = [await run(weeks), await run(weeks), await run({ ...weeks, seed: "another" })];
    expect(second).toEqual(first);
    expect(other.digest).not.toBe(first.digest);
  }, 900_000);

  it("holds on a database server, where two instances run every job at the same time", async () => {
    const database = await testServerDatabase();
    closing.push(() => database.close());
    const report = await run({ years: 0.15, databaseUrl: database.url });
    expect(report.violations).toEqual([]);
    expect(report.kills).toBeGreaterThan(0);
    expect(report.certificates).toBeGreaterThan(5);
  }, 900_000);

  it("is told to have missed a rare state only by its size, and until it is reached", () => {
    const counter = new GoalCounter();
    expect(counter.missed(0.5)).toEqual([]);
    expect(counter.missed(1)).toEqual(["first_certificate"]);
    expect(counter.missed(1_000)).toEqual(Object.keys(goals));
    counter.reached("first_certificate");
    expect(counter.missed(1)).toEqual([]);
  });
});

describe("planted bugs", () => {
  it.each(mutants)("$name can be planted: its text stands in the source", (mutant) => {
    expect(() => checkPlantable(mutant)).not.toThrow();
  });

  it("cannot be planted where the text is gone", async () => {
    const gone = {
      name: "gone",
      wrong: "",
      edits: [{ file: "app/kernel/policy.ts", text: "no such text", becomes: "" }],
    };
    await expect(source.load(gone)).rejects.toThrow("stands 0 times in app/kernel/policy.ts");
  });

  it.each([
    ["key-without-recipient", "1"],
    ["year-of-365-days", "1"],
    // The first seeds never kill between two statements of a change, in so few weeks.
    ["no-transaction", "5"],
    ["job-without-lease", "1"],
  ])(
    "%s is found by the seed %s",
    async (name, seed) => {
      const mutant = mutantCalled(name);
      // What is planted in a migration is met only where the migrations run.
      const migrates = mutant.edits.some(({ file }) => file.startsWith("migrations/"));
      const dataDir = migrates ? undefined : usedFolder();
      const weeks = { years: 0.1, organisations: 6, faults: faultKinds, dataDir };
      const { caught } = await hunt(source, mutant, weeks, [seed]);
      expect(caught).not.toBeNull();
    },
    900_000,
  );

  it.runIf(isLong).each(mutants)(
    "$name is found by one of three seeds",
    async (mutant) => {
      const { caught } = await hunt(source, mutant, { years: 1.15, organisations: 8, faults: faultKinds, pause: true });
      expect(caught).not.toBeNull();
    },
    1_800_000,
  );
});

describe("the command", () => {
  it.each([
    [["--years", "0"], '--years must be more than 0 and at most 50, not "0".'],
    [["--years", "five"], '--years must be more than 0 and at most 50, not "five".'],
    [["--organisations", "2.5"], '--organisations must be a whole number from 1 to 2000, not "2.5".'],
    [["--seed", "a b"], "--seed must be of up to 40 letters, digits, - and _."],
    [["--faults", "kill,flood"], 'There is no fault "flood".'],
    [["--database", "oracle"], "--database must be memory, folder or postgres"],
    [["--database", "postgres"], "--database postgres needs DATABASE_URL"],
    [["--mutant", "nobody"], 'There is no mutant "nobody".'],
    [["--mutant", "no-transaction", "--mutants"], "choose"],
    [["--fast"], "Unknown option '--fast'"],
  ])("%j is refused in words", (argv, words) => {
    expect(readCommand(argv, {})).toContain(words);
  });

  it("reads what the issue asks for", () => {
    const argv = ["--years", "5", "--organisations", "200", "--seed", "7", "--faults", "all", "--json"];
    expect(readCommand(argv, {})).toMatchObject({
      years: 5,
      organisations: 200,
      seed: "7",
      faults: [...faultKinds],
      database: "memory",
      json: true,
    });
  });

  it("runs on the server that DATABASE_URL names", () => {
    expect(readCommand([], { DATABASE_URL: "postgresql://localhost/portal" })).toMatchObject({ database: "postgres" });
  });
});
