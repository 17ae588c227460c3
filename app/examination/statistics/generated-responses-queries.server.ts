import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { SeededResponse } from "./generated-options";

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
