import { sql } from "kysely";
import type { Reader } from "./handle";

/**
 * What the database shows at this moment, as a word: the same as an earlier one exactly if nothing at all was committed in between, in any database of the
 * server (PostgreSQL manual, `pg_current_snapshot`: which transactions were over, and which were not). So whatever was read between two equal ones is true
 * still. A standby does not tell one snapshot from another: there no two are equal.
 */
export async function selectSnapshot(db: Reader): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`
    select case when pg_is_in_recovery() then gen_random_uuid()::text else pg_current_snapshot()::text end as snapshot`.execute(
    db,
  );
  return (rows[0] as (typeof rows)[number]).snapshot;
}
