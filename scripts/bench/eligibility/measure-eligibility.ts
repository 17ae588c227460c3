import { readOrganisation } from "~/eligibility/read-organisation.server";
import { type StandingQuestion, standingsStatement } from "~/eligibility/standing-queries.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { addDays, type Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { databaseCpu } from "../database-cpu";
import type { result } from "../result";
import { least, statementMs, timed, withMemory } from "./measure";
import { fillWorld } from "./world";

type Figure = Parameters<typeof result>;

const day: Day = "2026-11-24";
const now = new Date(`${day}T09:00:00Z`);
const dayBefore = new Date(`${addDays(day, -1)}T09:00:00Z`);
const rounds = 9;
const pages = 100;

/** Fills the database with a world of that many organisations and measures the statements, the sweep and a page in it. */
export async function measureEligibility(
  database: Database,
  organisations: number,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const world = { organisations, peopleEach: 30, years: 3, today: day, seed: "eligibility" };
  const filled = await timed(() => fillWorld(database, world));
  tell(`filled in ${Math.round(filled.ms / 1000)} s; statements ...`);
  const [row] = (
    await database.pool.query<{ certificates: number }>("select count(*) as certificates from certificate")
  ).rows;
  return [
    ["certificates", "rows", { value: row?.certificates ?? 0 }],
    ...(await statements(database)),
    ...(await sweeps(database, organisations, tell)),
    ...(await dashboard(database)),
  ];
}

/** Planning and running inside the database, in turn with the count, so that what else the machine does hits both; of each the round that it hit least. */
async function statements({ pool, db }: Database): Promise<Figure[]> {
  const ask = (question: StandingQuestion) => {
    const { sql, parameters } = standingsStatement(question, policy).compile(db);
    return () => statementMs(pool, sql, parameters);
  };
  const counts: number[] = [];
  const questions = {
    "standing of everybody on one day": { target: 1.5, run: ask({ on: day, now, horizonDays: policy.atRiskDays }) },
    "standing, cause and 90-day runway of everybody today": {
      target: 3,
      run: ask({ now, horizonDays: policy.atRiskDays }),
    },
    "the same however far ahead": { target: undefined, run: ask({ now }) },
  };
  const taken = Object.keys(questions).map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    counts.push(await countMs(pool));
    for (const [index, { run }] of Object.values(questions).entries()) taken[index]?.push(await run());
  }
  const reference = least(counts);
  return [
    ["sequential count(*) of the certificates", "ms", { value: reference }],
    ...Object.entries(questions).map(
      ([name, { target }], index): Figure => [name, "ms", { value: least(taken[index] ?? []), reference, target }],
    ),
  ];
}

/** By one process, from the first page of the table to the last: what the targets are counted in. */
const countMs = (pool: Database["pool"]) =>
  statementMs(pool, "select count(*) from certificate", [], {
    max_parallel_workers_per_gather: "0",
    enable_indexonlyscan: "off",
    enable_bitmapscan: "off",
  });

/** A world in which nobody was ever told anything, then an ordinary day, then the sweeps of that day that find nothing. */
async function sweeps(database: Database, many: number, tell: (line: string) => void): Promise<Figure[]> {
  const { db, pool } = database;
  const cpu = await allCpu(database);
  tell("first sweep ...");
  const first = await withMemory(() => sweepEligibility(db, dayBefore), cpu);
  await pool.query("vacuum analyze");
  tell("a day's sweep ...");
  const ordinary = await withMemory(() => sweepEligibility(db, now), cpu);
  const idle: number[] = [];
  const counts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    counts.push(await countMs(pool));
    idle.push((await timed(() => sweepEligibility(db, now))).ms);
  }
  const each = (name: string, { ms, cpuMs }: { ms: number; cpuMs: number }, notices: number): Figure[] => [
    [`${name}: CPU for ${many} of them`, "s", { value: ((cpuMs / notices) * many) / 1000, target: 10 }],
    [`${name}: time for ${many} of them`, "s", { value: ((ms / notices) * many) / 1000 }],
  ];
  const [toldFirst, told] = [sum(first.result.planned), sum(ordinary.result.planned)];
  return [
    ["first sweep: notices decided and planned", "notices", { value: toldFirst }],
    ...each("first sweep", first, toldFirst),
    ["first sweep: heap above the start", "MB", { value: first.heapMb }],
    ["a day's sweep: notices decided and planned", "notices", { value: told }],
    ...each("a day's sweep", ordinary, told),
    ["a day's sweep: heap above the start", "MB", { value: ordinary.heapMb }],
    ["sweep with nothing due", "ms", { value: least(idle), reference: least(counts), target: 15 }],
  ];
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** What all takes that the page of an organisation asks of the database; embedded, the rules that read it are part of the figure. */
async function dashboard(database: Database): Promise<Figure[]> {
  const { db, pool, kind } = database;
  const { rows } = await pool.query<{ id: string }>("select id from organisation order by id limit $1", [pages]);
  const readAll = async () => {
    for (const { id } of rows) await readOrganisation(db, id, {}, now);
  };
  const cpu = kind === "embedded" ? ownCpu : await databaseCpu(database);
  await readAll();
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = cpu();
    await readAll();
    costs.push((cpu() - before) / pages);
  }
  return [["dashboard of one organisation, CPU of the database", "ms", { value: least(costs), target: 5 }]];
}

const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Of this process and the database's: as long as the work would take if the machine did nothing else. */
async function allCpu(database: Database): Promise<() => number> {
  const ofDatabase = await databaseCpu(database);
  return () => ownCpu() + ofDatabase();
}
