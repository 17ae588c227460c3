import { sql } from "kysely";
import type { Reader } from "./handle";

/**
 * What the database shows at this moment, as a word: the same as an earlier one exactly if nothing at all was committed in between (PostgreSQL manual,
 * `pg_current_snapshot`: which transactions were over, and which were not). So whatever was read between two equal ones is true still.
 */
export async function selectSnapshot(db: Reader): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(db);
  return rows[0]?.snapshot ?? "";
}
