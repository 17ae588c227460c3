import { sql } from "kysely";
import type { Db, Reader } from "~/platform/database/handle";
import { countedOptionsSchema, type GeneratedCount, type SeededResponse } from "./generated-options";

/** A version of a choice item that a generator makes. */
interface VersionToCount {
  readonly itemVersionId: string;
  readonly code: string;
  readonly content: unknown;
}

/** Those versions that were not counted yet, or were before `countedBefore` and had results since. */
export async function selectVersionsToCount(db: Reader, countedBefore: Date): Promise<VersionToCount[]> {
  const { rows } = await sql<VersionToCount>`
    select item_version.id as item_version_id, code, content
    from item_version join item on item.id = item_id left join generated_item_count on item_version_id = item_version.id
    where pool = 'certification' and kind in ('single_choice', 'multiple_choice') and content ? 'generator'
      and exists (select from attempt_item where item_version_id = item_version.id)
      and (counted_at is null or counted_at < ${countedBefore} and exists (select from attempt where graded_at >= counted_at))
    order by code, version
  `.execute(db);
  return rows;
}

/** The responses to the version that count, the latest first, `limit` at the most. Without those of forms that had nothing else. */
export async function selectSeededResponses(
  db: Reader,
  itemVersionId: string,
  limit: number,
): Promise<SeededResponse[]> {
  const { rows } = await sql<SeededResponse>`
    select attempt_item.seed, response, ((points_sum - attempt_item.points) / (max_points_sum - item_version.points))::float8 as rest
    from attempt_item join attempt on attempt.id = attempt_id join item_version on item_version.id = item_version_id
    where item_version_id = ${itemVersionId}::uuid and graded_at is not null and attempt_item.points is not null
      and max_points_sum > item_version.points
    order by finished_at desc, attempt.id limit ${limit}
  `.execute(db);
  return rows;
}

/** In place of what was counted before. */
export async function replaceGeneratedCount(
  db: Db,
  itemVersionId: string,
  { options, ...count }: GeneratedCount & { readonly countedAt: Date },
): Promise<void> {
  const counted = { ...count, options: JSON.stringify(options) };
  await db
    .insertInto("generatedItemCount")
    .values({ itemVersionId, ...counted })
    .onConflict((conflict) => conflict.column("itemVersionId").doUpdateSet(counted))
    .execute();
}

/** What was counted last, by version. */
export async function selectGeneratedCounts(
  db: Reader,
): Promise<Map<string, GeneratedCount & { readonly countedAt: Date }>> {
  const rows = await db.selectFrom("generatedItemCount").selectAll().execute();
  return new Map(
    rows.map(({ itemVersionId, options, ...count }) => [
      itemVersionId,
      { ...count, options: countedOptionsSchema.parse(options) },
    ]),
  );
}
