import { foreseeRegrade } from "~/eligibility/foresee-regrade.server";
import { countingSettings } from "~/examination/statistics/attempt-figures-queries.server";
import { keepExamMonths } from "~/examination/statistics/keep-exam-months.server";
import { readExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import { itemSumsStatement, selectWhetherFewOpen } from "~/examination/statistics/statistics-queries.server";
import { verifyExamMonths } from "~/examination/statistics/verify-exam-months.server";
import type { Database } from "~/platform/database/handle";
import { statementMs, timed } from "../eligibility/measure";
import { median } from "../median";
import type { Bench } from "../portal/bench-portal";
import { type Result, result } from "../result";
import { onServerDatabase } from "../server-database";
import { fillExams, itemVersion } from "./world";

/** Attempts are counted over 40 places each. */
export const statisticsSizes = { attempts: 100_000 };
const places = 40;
const settings = { ...countingSettings, work_mem: `'${countingSettings.work_mem}'` };
const rounds = 5;
const now = new Date("2026-11-24T09:00:00Z");
const recentSince = new Date("2026-08-26T00:00:00Z");

/** Every response read once, its points and what was answered, by one process: what the target is counted in. */
const oneScan = "select count(*), sum(points), count(response ->> 'kind') from attempt_item";

/**
 * The statistics over 100,000 attempts, or as many as asked for, of 40 items against one scan of the responses, with no month kept and with those that the job keeps; and the dry
 * run of a regrade that 10,000 attempts have. On a PostgreSQL server that the bench makes and removes. Run it from the project's folder.
 */
export const benchExamStatistics: Bench = (tell, sizes) =>
  onServerDatabase(async (database) => {
    const { attempts } = { ...statisticsSizes, ...sizes };
    tell(`${attempts} attempts ...`);
    const filled = await timed(() => fillExams(database, { attempts, places }));
    tell(`filled in ${Math.round(filled.ms / 1000)} s; measuring ...`);
    return measure(database, attempts * places, tell);
  });

async function measure(database: Database, responses: number, tell: (line: string) => void): Promise<Result[]> {
  const { db, pool } = database;
  const statistics = async () => {
    const { sql, parameters } = itemSumsStatement(db, recentSince, await selectWhetherFewOpen(db)).compile(db);
    return statementMs(pool, sql, parameters, settings);
  };
  const page = async () => (await timed(() => readExamStatistics(db, "en", now))).ms;
  const took = {
    scan: [] as number[],
    cold: [] as number[],
    coldPage: [] as number[],
    keeping: [] as number[],
    sums: [] as number[],
    page: [] as number[],
    dryRun: [] as number[],
  };
  const regrade = await regradeOf(database);
  let [kept, touched] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    tell(`round ${round + 1} of ${rounds}`);
    took.scan.push(await statementMs(pool, oneScan, [], { max_parallel_workers_per_gather: "0" }));
    await pool.query("delete from exam_month");
    took.cold.push(await statistics());
    took.coldPage.push(await page());
    const job = await timed(() => keepExamMonths(db, now, { failed: refuse }));
    kept = job.result.kept;
    took.keeping.push(job.ms / kept);
    took.sums.push(await statistics());
    took.page.push(await page());
    const run = await timed(() => foreseeRegrade(db, regrade, { undo: false, keepPasses: true }, now));
    touched = run.result.attempts;
    took.dryRun.push(run.ms);
  }
  const checked = await timed(() => verifyExamMonths(db));
  if (checked.result.different.length > 0) throw new Error("what is kept is not what the attempts give");
  const reference = median(took.scan);
  const open = `${kept} months kept, the present one and that of 90 days ago read`;
  return [
    result(`one scan of ${responses.toLocaleString("en")} responses`, "ms", { value: reference }),
    result(`the statistics' one statement, ${open} (one scan)`, "ms", {
      value: median(took.sums),
      reference,
      target: 4,
    }),
    result(`the same, no month kept yet (one scan)`, "ms", { value: median(took.cold), reference }),
    result(`everything the statistics page asks, ${open}`, "ms", { value: median(took.page), target: 1_000 }),
    result("the same, no month kept yet", "ms", { value: median(took.coldPage) }),
    result("keeping a month, the mean of all", "ms", { value: median(took.keeping) }),
    result(`checking ${checked.result.months} kept months`, "ms", { value: checked.ms }),
    result(`dry run of a regrade over ${touched} attempts`, "ms", { value: median(took.dryRun), target: 2_000 }),
  ];
}

async function regradeOf({ pool }: Database) {
  const { rows } = await pool.query<{ id: string }>(`select ${itemVersion(4)} as id`);
  return { itemVersionId: rows[0]?.id ?? "", treatment: { kind: "full_marks" as const }, appliedAt: null };
}

function refuse(_month: string, error: unknown): never {
  throw error;
}
