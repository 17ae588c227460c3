import type { Day } from "~/kernel/calendar";
import type { Db } from "~/platform/database/handle";
import { differsFromAttempts, selectKeptMonths } from "./kept-month-queries.server";

/** Counts every kept month from its attempts and compares; the months that differ. */
export async function verifyExamMonths(db: Db, stopping?: AbortSignal): Promise<{ months: number; different: Day[] }> {
  const months = await selectKeptMonths(db);
  const different: Day[] = [];
  for (const month of months) {
    if (stopping?.aborted) break;
    if (await differsFromAttempts(db, month)) different.push(month);
  }
  return { months: months.length, different };
}
