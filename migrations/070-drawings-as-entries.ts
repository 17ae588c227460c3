import { type Kysely, sql } from "kysely";

/**
 * What was drawn is entered and not added up: everybody who begins at nine draws what has been drawn least, and so the same items, and each waited until
 * those before had stored what they counted up. `item_exposure` holds what the nights have added up, without the entries since.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table exposure_entry (
      drawn_in xid8 not null default pg_current_xact_id(),
      id bigint generated always as identity,
      item_ids uuid[] not null,
      primary key (drawn_in, id)
    )`,
    `create or replace function count_exposure() returns trigger language plpgsql as $$
      begin
        insert into exposure_entry (item_ids)
          select array_agg(item_id) from placed join item_version on item_version.id = placed.item_version_id having count(*) > 0;
        return null;
      end $$`,
    // What an older version asks of beside this one stays; it draws by figures that stand still.
    `comment on column item_exposure.changed_in is 'not used any more; to be dropped once no version before 070 runs'`,
    // Another one whenever entries have been added up: who remembers figures reads them anew.
    `alter table bank_state add column added_up uuid not null default gen_random_uuid()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
