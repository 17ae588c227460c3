import { type Kysely, sql } from "kysely";

/**
 * A proposal that is not to be applied is discarded, with a reason; the checks keep whoever does not know of that from applying it. What regrades did to an
 * attempt is read on the page of its result.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table regrade
      add column discarded_at timestamptz,
      add column discarded_by uuid references person (id),
      add column discard_reason text check (length(discard_reason) between 3 and 2000),
      add check ((discarded_at is null) = (discarded_by is null)),
      add check ((discarded_at is null) = (discard_reason is null)),
      add check (discarded_at is null or applied_at is null)
  `.execute(db);
  await sql`create index regrade_effect_attempt on regrade_effect (attempt_id)`.execute(db);
}
