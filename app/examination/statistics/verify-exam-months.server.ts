import type { Day } from "~/kernel/calendar";
import { type Db, inTransaction } from "~/platform/database/handle";
import { applyCountingSettings } from "./attempt-figures-queries.server";
import { differsFromAttempts, selectKeptMonths } from "./kept-month-queries.server";

/** Counts every kept month from its attempts and compares; the months that differ. */
export async function verifyExamMonths(db: Db, stopping?: AbortSignal): Promise<{ months: number; different: Day[] }> {
  const months = await selectKeptMonths(db);
  const different: Day[] = [];
  for (const month of months) {
    if (stopping?.aborted) break;
    const differs = await inTransaction(db, async (trx) => {
      await applyCountingSettings(trx);
      return differsFromAttempts(trx, month);
    });
    if (differs) different.push(month);
  }
  return { months: months.length, different };
}
