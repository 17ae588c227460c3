import { sql } from "kysely";
import { keepExamMonths } from "~/examination/statistics/keep-exam-months.server";
import { selectItemSums, selectScoreSums } from "~/examination/statistics/statistics-queries.server";
import { type Database, type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { anOpenAttempt, aSmallBank, grade } from "./sat-exams";

export const hour = 3_600_000;
export const day = 24 * hour;
/** In the middle of a month. */
export const now = new Date("2027-06-20T09:00:00Z");
/** The job's work; a month that fails fails the test. */
export const keepAll = (db: Db, at = now) =>
  keepExamMonths(db, at, {
    failed: (_month, error) => {
      throw error;
    },
  });

/** What the statistics say, in an order that the last digits have no part in. */
async function told(db: Trx, recentSince: Date) {
  const { versions, programmes } = await selectItemSums(db, recentSince);
  const { forms, sections } = await selectScoreSums(db);
  const ordered = versions.map((version) => ({
    ...version,
    choices: version.choices.toSorted((a, b) => `${a.optionIds}`.localeCompare(`${b.optionIds}`) || a.n - b.n),
    times: version.times.toSorted((a, b) => a.seconds - b.seconds),
  }));
  const lines: object[] = [...ordered, ...programmes, ...forms, ...sections];
  const place = (line: object) =>
    JSON.stringify(line, (_key, value) => (typeof value === "number" ? Number(value.toPrecision(6)) : value));
  return lines.toSorted((a, b) => place(a).localeCompare(place(b)));
}

/** With the numbers of `like` where these differ by no more than the order of adding up may make them differ. */
function nearly(found: unknown, like: unknown): unknown {
  if (typeof found === "number" && typeof like === "number")
    return Math.abs(found - like) <= 1e-10 * Math.max(1, Math.abs(like)) ? like : found;
  if (Array.isArray(found)) return found.map((one, index) => nearly(one, Array.isArray(like) ? like[index] : null));
  if (found === null || typeof found !== "object" || found instanceof Date) return found;
  const others = (like ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, nearly(value, others[key])]));
}

class Undone extends Error {}

/** The statistics as they are told, and as they are when no month is kept. */
export async function toldAndCounted({ db }: Database, recentSince: Date) {
  const found: { told: unknown; counted: object[] }[] = [];
  await inTransaction(db, async (trx) => {
    const asKept = await told(trx, recentSince);
    await sql`delete from exam_month`.execute(trx);
    const counted = await told(trx, recentSince);
    found.push({ told: nearly(asKept, counted), counted });
    throw new Undone();
  }).catch((error) => (error instanceof Undone ? undefined : Promise.reject(error)));
  const [pair] = found;
  if (!pair) throw new Error("nothing was told");
  return pair;
}

/** Every kept month, and when it was kept. */
export const keptLines = async ({ pool }: Database) =>
  (
    await pool.query<{ line: string }>("select month || ' ' || kept_at as line from exam_month order by month")
  ).rows.map(({ line }) => line);
/** The months in which something was changed since they were kept. */
export const changed = async ({ pool }: Database) =>
  (await pool.query<{ month: string }>("select distinct month::text from exam_month_change order by month")).rows.map(
    ({ month }) => month,
  );

/** An attempt handed in and graded at that instant. */
export async function sat(database: Database, random: Random, at: Date): Promise<string> {
  const attemptId = await anOpenAttempt(database, random, new Date(at.getTime() - hour));
  await inTransaction(database.db, (trx) => grade(trx, random, attemptId, at, at));
  return attemptId;
}

/** Attempts in three months that are over, at their very ends too, and one in the present month; their ids in that order. */
export async function aYear(database: Database, random: Random): Promise<string[]> {
  await aSmallBank(database);
  const ids: string[] = [];
  for (const at of [
    "2027-01-31T23:59:59Z",
    "2027-02-01T00:00:00Z",
    "2027-02-20T09:00:00Z",
    "2027-04-10T09:00:00Z",
    "2027-06-19T09:00:00Z",
  ])
    ids.push(await sat(database, random, new Date(at)));
  return ids;
}
