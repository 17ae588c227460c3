import { foreseeRegrade } from "~/eligibility/foresee-regrade.server";
import { readExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import { countingSettings, itemSumsStatement } from "~/examination/statistics/statistics-queries.server";
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
 * The statistics over 100,000 attempts, or as many as asked for, of 40 items against one scan of the responses, and the dry run of a regrade that 10,000 attempts have, on a
 * PostgreSQL server that the bench makes and removes. Run it from the project's folder.
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
  const { sql, parameters } = itemSumsStatement(recentSince).compile(db);
  const [scans, sums, pages, dryRuns]: [number[], number[], number[], number[]] = [[], [], [], []];
  const { rows } = await pool.query<{ id: string }>(`select ${itemVersion(4)} as id`);
  const regrade = { itemVersionId: rows[0]?.id ?? "", treatment: { kind: "full_marks" as const }, appliedAt: null };
  let touched = 0;
  for (let round = 0; round < rounds; round += 1) {
    tell(`round ${round + 1} of ${rounds}`);
    scans.push(await statementMs(pool, oneScan, [], { max_parallel_workers_per_gather: "0" }));
    sums.push(await statementMs(pool, sql, parameters, settings));
    pages.push((await timed(() => readExamStatistics(db, "en", now))).ms);
    const run = await timed(() => foreseeRegrade(db, regrade, { undo: false, keepPasses: true }, now));
    touched = run.result.attempts;
    dryRuns.push(run.ms);
  }
  const reference = median(scans);
  return [
    result(`one scan of ${responses.toLocaleString("en")} responses`, "ms", { value: reference }),
    result("the statistics' one statement", "ms", { value: median(sums), reference, target: 4 }),
    result("everything the statistics page asks", "ms", { value: median(pages), reference }),
    result(`dry run of a regrade over ${touched} attempts`, "ms", { value: median(dryRuns), target: 2_000 }),
  ];
}
