import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // What staff granted by mistake, or what has lost its reason, as long as no attempt has used it.
    `alter table attempt_exception
      add column withdrawn_at timestamptz,
      add column withdrawn_by uuid references person (id),
      add column withdrawn_reason text check (length(withdrawn_reason) between 3 and 2000),
      add constraint attempt_exception_withdrawn_whole
        check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
      add constraint attempt_exception_used_or_withdrawn check (used_by_attempt_id is null or withdrawn_at is null)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
