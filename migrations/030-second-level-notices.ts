import { type Kysely, sql } from "kysely";

/** Adds to the kinds of notice, whichever there are by now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `do $$
      declare kinds text;
      begin
        select replace(pg_get_constraintdef(oid), 'ARRAY[', 'ARRAY[''second_level_applied''::text, ''second_level_decided''::text, ')
          into strict kinds from pg_constraint where conname = 'notice_kind_check' and conrelid = 'notice'::regclass;
        alter table notice drop constraint notice_kind_check;
        execute 'alter table notice add constraint notice_kind_check ' || kinds;
      end $$`,
    )
    .execute(db);
}
