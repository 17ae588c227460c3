import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { contentFor, parseItemContent } from "../item";
import { type GeneratedOptions, generatedOptions, type SeededResponse } from "./generated-options";
import { statisticsPolicy } from "./item-statistics";

/** Each makes its item anew, which takes some hundredths of a millisecond. */
const latest = 2_000;

/**
 * Who chose what of a generated choice item, of its latest 2,000 responses that count; null for every other item, and while the responses are too few.
 */
export async function readGeneratedOptions(
  db: Reader,
  itemVersionId: string,
  language: Language,
): Promise<GeneratedOptions | null> {
  const stored = await db
    .selectFrom("itemVersion")
    .select("content")
    .where("id", "=", itemVersionId)
    .executeTakeFirstOrThrow();
  const content = parseItemContent(stored.content);
  const isChoice = content.kind === "single_choice" || content.kind === "multiple_choice";
  if (!("generator" in content) || !isChoice) return null;
  const { rows } = await sql<SeededResponse>`
    select attempt_item.seed, response, ((points_sum - attempt_item.points) / (max_points_sum - item_version.points))::float8 as rest
    from attempt_item join attempt on attempt.id = attempt_id join item_version on item_version.id = item_version_id
    where item_version_id = ${itemVersionId}::uuid and graded_at is not null and attempt_item.points is not null
      and max_points_sum > item_version.points
    order by finished_at desc, attempt.id limit ${latest}
  `.execute(db);
  if (rows.length < statisticsPolicy.fewestResponses) return null;
  return generatedOptions(rows, (seed) => contentFor(content, seed), language);
}
