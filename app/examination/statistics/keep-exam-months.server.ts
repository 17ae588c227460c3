import type { Day } from "~/kernel/calendar";
import { type Db, inTransaction } from "~/platform/database/handle";
import { applyCountingSettings } from "./attempt-figures-queries.server";
import { statisticsPolicy } from "./item-statistics";
import { keepMonth, selectMonthsToKeep } from "./kept-month-queries.server";

/**
 * Keeps what the statistics count of every month that is over and is not kept as it is now, one transaction a month. `inUse` are the months in which somebody is
 * changing a result at this moment: they stay open until the next time. Kept again, nothing changes.
 */
export async function keepExamMonths(
  db: Db,
  now: Date,
  { stopping, failed }: { readonly stopping?: AbortSignal; readonly failed: (month: Day, error: unknown) => void },
): Promise<{ kept: number; inUse: number }> {
  const before = new Date(now.getTime() - statisticsPolicy.settledDays * 86_400_000);
  const done = { kept: 0, inUse: 0 };
  for (const month of await selectMonthsToKeep(db, before)) {
    if (stopping?.aborted) break;
    try {
      const kept = await inTransaction(db, async (trx) => {
        await applyCountingSettings(trx);
        return keepMonth(trx, month, now);
      });
      done[kept ? "kept" : "inUse"] += 1;
    } catch (error) {
      failed(month, error);
    }
  }
  return done;
}
