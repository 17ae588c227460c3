import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { hunt, huntedLine, mutantCalled } from "./hunt";
import { openSource, type Source } from "./load";
import { mutants } from "./mutants";
import { type Command, readCommand, usage } from "./options";
import { reportText } from "./report-text";
import type { RunOptions } from "./run";

interface Surroundings {
  readonly argv: readonly string[];
  readonly environment: { readonly DATABASE_URL?: string | undefined };
  print(line: string): void;
  complain(line: string): void;
  /** Milliseconds of a clock that only runs forward. */
  elapsed(): number;
  memory(): number;
}

/** The command `npm run simulate`: 0 when all holds, 1 when something was found or a rare state was missed, 2 when it was asked wrongly. */
export async function main(around: Surroundings): Promise<0 | 1 | 2> {
  const command = readCommand(around.argv, around.environment);
  if (typeof command === "string") {
    around.complain(command);
    around.complain(usage);
    return 2;
  }
  const { options, release } = await database(command, around.environment);
  const source = await openSource();
  try {
    return await (command.mutants ? huntAll : runOne)(source, command, options, around);
  } finally {
    await source.close();
    await release();
  }
}

async function runOne(source: Source, command: Command, options: RunOptions, around: Surroundings): Promise<0 | 1> {
  const { run, close } = await source.load(command.mutant === undefined ? undefined : mutantCalled(command.mutant));
  const begun = around.elapsed();
  try {
    const report = await run(options);
    const seconds = Math.round((around.elapsed() - begun) / 100) / 10;
    const megabytes = Math.round(around.memory() / 1_000_000);
    around.print(reportText(report, { seconds, megabytes }));
    if (command.json) around.print(JSON.stringify({ ...report, seed: command.seed, seconds, megabytes }));
    return report.violations.length > 0 || report.missedGoals.length > 0 ? 1 : 0;
  } finally {
    await close();
  }
}

async function huntAll(source: Source, command: Command, options: RunOptions, around: Surroundings): Promise<0 | 1> {
  const hunted = [];
  for (const mutant of mutants) {
    const result = await hunt(source, mutant, options);
    hunted.push(result);
    around.print(huntedLine(result));
  }
  const escaped = hunted.filter(({ caught }) => caught === null).map(({ mutant }) => mutant.name);
  around.print(`${hunted.length - escaped.length} of ${hunted.length} planted bugs found.`);
  if (command.json) around.print(JSON.stringify({ violations: [], caught: hunted.length - escaped.length, escaped }));
  return escaped.length > 0 ? 1 : 0;
}

/** The options of the run, with a database of its own; `release` takes away what was made for it. */
async function database(
  command: Command,
  environment: Surroundings["environment"],
): Promise<{ options: RunOptions; release(): Promise<void> }> {
  const { years, organisations, seed, faults } = command;
  const print = command.trace ? (line: string) => void process.stdout.write(`${line}\n`) : undefined;
  const progress = command.mutants ? undefined : (words: string) => void process.stderr.write(`${words}\n`);
  const options: RunOptions = {
    years,
    organisations,
    seed,
    faults,
    pause: command.mutants || command.mutant !== undefined,
    ...(print && { print }),
    ...(progress && { progress }),
  };
  if (command.database === "folder") {
    const dataDir = await mkdtemp(join(tmpdir(), "portal-simulation-"));
    return { options: { ...options, dataDir }, release: () => rm(dataDir, { recursive: true, force: true }) };
  }
  if (command.database === "postgres") {
    const server = environment.DATABASE_URL ?? "";
    const name = `simulation_${process.pid}`;
    await maintain(server, `create database ${name}`);
    const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
    return {
      options: { ...options, databaseUrl },
      release: () => maintain(server, `drop database ${name} with (force)`),
    };
  }
  return { options, release: async () => {} };
}

async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
