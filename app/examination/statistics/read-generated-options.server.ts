import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { contentFor, parseItemContent } from "../item";
import { selectContents } from "../item-queries.server";
import { type GeneratedOptions, generatedOptions } from "./generated-options";
import { selectSeededResponses } from "./generated-responses-queries.server";
import { statisticsPolicy } from "./item-statistics";

/** Each makes its item anew, which takes some hundredths of a millisecond. */
const latest = 2_000;

/** Who chose what of a generated choice item, of its latest 2,000 responses; null for every other item, and while the responses are too few. */
export async function readGeneratedOptions(
  db: Reader,
  itemVersionId: string,
  language: Language,
): Promise<GeneratedOptions | null> {
  const content = parseItemContent((await selectContents(db, [itemVersionId])).get(itemVersionId));
  const isChoice = content.kind === "single_choice" || content.kind === "multiple_choice";
  if (!("generator" in content) || !isChoice) return null;
  const responses = await selectSeededResponses(db, itemVersionId, latest);
  if (responses.length < statisticsPolicy.fewestResponses) return null;
  return generatedOptions(responses, (seed) => contentFor(content, seed), language);
}
