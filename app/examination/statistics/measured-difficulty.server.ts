import { type Db, inTransaction, type Reader } from "~/platform/database/handle";
import { applyCountingSettings } from "./attempt-figures-queries.server";
import { statisticsPolicy } from "./item-statistics";
import { selectItemSums } from "./statistics-queries.server";

/** By item version, the mean per cent of its points that candidates have reached; only where the responses are enough for a figure. */
export async function measuredDifficulties(db: Reader, now: Date): Promise<ReadonlyMap<string, number>> {
  const { versions } = await selectItemSums(db, now);
  return new Map(
    versions.flatMap(({ itemVersionId, n, x }) =>
      n < statisticsPolicy.fewestResponses ? [] : [[itemVersionId, (100 * x) / n]],
    ),
  );
}

/** The same in a transaction of its own, for a page that asks for nothing else of the kind. */
export const readMeasuredDifficulties = (db: Db, now: Date): Promise<ReadonlyMap<string, number>> =>
  inTransaction(db, async (trx) => {
    await applyCountingSettings(trx);
    return measuredDifficulties(trx, now);
  });
