import { type Kysely, sql } from "kysely";

/**
 * What each reader of the daily list has been told on it. By the clock alone a list missed what a sweep, begun before it, committed after it.
 * Entered for the last list of each reader, of whose days the next one asks again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table digest_entry (
      recipient_id uuid not null references person (id),
      certificate_id uuid not null references certificate (id),
      stage text not null,
      told_at timestamptz not null,
      primary key (recipient_id, certificate_id, stage)
    )`,
    `insert into digest_entry (recipient_id, certificate_id, stage, told_at)
      select distinct list.recipient_id, told.subject_id, told.stage, list.decided_at
      from (
        select recipient_id, max(decided_at) as decided_at from notice where kind = 'staff_digest' group by recipient_id
      ) as list
      join notice as told on told.kind in ('certificate_lapsing', 'certificate_lapsed')
        and told.decided_at <= list.decided_at and told.decided_at > list.decided_at - interval '8 days'`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
