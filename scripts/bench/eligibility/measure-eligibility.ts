import { readOrganisation } from "~/eligibility/read-organisation.server";
import { type StandingQuestion, standingsStatement } from "~/eligibility/standing-queries.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { addDays, type Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { median } from "../median";
import type { result } from "../result";
import { statementMs, timed, withMemory } from "./measure";
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

/** Planning and running inside the database, in turn with the count, so that what else the machine does hits both. */
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
  const reference = median(counts);
  return [
    ["sequential count(*) of the certificates", "ms", { value: reference }],
    ...Object.entries(questions).map(
      ([name, { target }], index): Figure => [name, "ms", { value: median(taken[index] ?? []), reference, target }],
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
async function sweeps({ db, pool }: Database, many: number, tell: (line: string) => void): Promise<Figure[]> {
  tell("first sweep ...");
  const first = await withMemory(() => sweepEligibility(db, dayBefore));
  await pool.query("vacuum analyze");
  tell("a day's sweep ...");
  const ordinary = await withMemory(() => sweepEligibility(db, now));
  const idle: number[] = [];
  const counts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    counts.push(await countMs(pool));
    idle.push((await timed(() => sweepEligibility(db, now))).ms);
  }
  const [toldFirst, told] = [sum(first.result.planned), sum(ordinary.result.planned)];
  return [
    ["first sweep: notices decided and planned", "notices", { value: toldFirst }],
    [`first sweep: for ${many} of them`, "s", { value: ((first.ms / toldFirst) * many) / 1000, target: 10 }],
    ["first sweep: heap above the start", "MB", { value: first.heapMb }],
    ["a day's sweep: notices decided and planned", "notices", { value: told }],
    [`a day's sweep: for ${many} of them`, "s", { value: ((ordinary.ms / told) * many) / 1000, target: 10 }],
    ["a day's sweep: heap above the start", "MB", { value: ordinary.heapMb }],
    ["sweep with nothing due", "ms", { value: median(idle), reference: median(counts), target: 15 }],
  ];
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** What the page of an organisation asks of the database: by the server's own account, or, embedded, how long its statements are waited for. */
async function dashboard(database: Database): Promise<Figure[]> {
  const { db, pool, kind } = database;
  const { rows } = await pool.query<{ id: string }>("select id from organisation order by id limit $1", [pages]);
  const readAll = async () => {
    for (const { id } of rows) await readOrganisation(db, id, {}, now);
  };
  const awaited = kind === "embedded" ? awaitedMs(pool) : () => activeMs(pool);
  await readAll();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await awaited();
    await readAll();
    taken.push(((await awaited()) - before) / pages);
  }
  return [["dashboard of one organisation, time in the database", "ms", { value: median(taken), target: 5 }]];
}

/** How long all statements sent from now on have been waited for, at each asking. */
function awaitedMs(pool: Database["pool"]): () => Promise<number> {
  let total = 0;
  const watched = new WeakSet<object>();
  pool.on("acquire", (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const timedQuery = async (...args: unknown[]) => {
      const { result, ms } = await timed(() => send(...args));
      total += ms;
      return result;
    };
    client.query = timedQuery as typeof client.query;
  });
  return async () => total;
}

/** Milliseconds that the server has spent on statements in this database. */
async function activeMs(pool: Database["pool"]): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("select pg_stat_force_next_flush()");
    await client.query("select 1");
    const { rows } = await client.query<{ ms: number }>(
      "select active_time as ms from pg_stat_database where datname = current_database()",
    );
    return rows[0]?.ms ?? 0;
  } finally {
    client.release();
  }
}
