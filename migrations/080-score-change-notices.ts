import { type Kysely, sql } from "kysely";

/** Candidates are told of a score that a regrade changed, though the outcome stays: one more kind of notice, whatever the list holds by then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`do $$
    declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind_check' and conrelid = 'notice'::regclass);
    begin
      alter table notice drop constraint notice_kind_check;
      execute 'alter table notice add constraint notice_kind_check ' || replace(kinds, 'ARRAY[', 'ARRAY[''exam_score_changed''::text, ');
    end $$`.execute(db);
}
