import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Information for exam managers, never a verdict: to which questions an answer arrived after the end, and so does not count. Nothing of what it said.
  await sql`create table attempt_late_answer (
    attempt_id uuid not null,
    ordinal integer not null,
    given_at timestamptz not null,
    arrived_at timestamptz not null,
    primary key (attempt_id, ordinal),
    foreign key (attempt_id, ordinal) references attempt_item (attempt_id, ordinal),
    check (given_at <= arrived_at)
  )`.execute(db);
}
