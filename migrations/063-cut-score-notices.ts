import { type Kysely, sql } from "kysely";

/** Judges are told when there is something to rate: one more kind of notice, whatever the list holds by then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`do $$
    declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind_check' and conrelid = 'notice'::regclass);
    begin
      alter table notice drop constraint notice_kind_check;
      execute 'alter table notice add constraint notice_kind_check ' || replace(kinds, 'ARRAY[', 'ARRAY[''cut_score_round''::text, ');
    end $$`.execute(db);
}
