import type { Db } from "~/platform/database/handle";
import { contentFor, parseItemContent } from "../item";
import { replaceGeneratedCount, selectSeededResponses, selectVersionsToCount } from "./generated-count-queries.server";
import { countGenerated } from "./generated-options";
import { statisticsPolicy } from "./item-statistics";

/**
 * Counts what was chosen of every generated choice item with results since it was counted last, in its latest responses (`countedResponses`), an hour at
 * the earliest after that. Returns how many items; one that cannot be counted is told, and tried again the next time.
 */
export async function countGeneratedItems(
  db: Db,
  now: Date,
  { stopping, failed }: { readonly stopping?: AbortSignal; readonly failed: (code: string, error: unknown) => void },
): Promise<number> {
  const before = new Date(now.getTime() - statisticsPolicy.countAgainHours * 3_600_000);
  let counted = 0;
  for (const { itemVersionId, code, content: stored } of await selectVersionsToCount(db, before)) {
    if (stopping?.aborted) break;
    try {
      const content = parseItemContent(stored);
      const responses = await selectSeededResponses(db, itemVersionId, statisticsPolicy.countedResponses);
      if (responses.length < statisticsPolicy.fewestResponses) continue;
      const count = await countGenerated(responses, (seed) => contentFor(content, seed));
      await replaceGeneratedCount(db, itemVersionId, { ...count, countedAt: now });
      counted += 1;
    } catch (error) {
      failed(code, error);
    }
  }
  return counted;
}
