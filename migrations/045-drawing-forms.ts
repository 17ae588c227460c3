import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // How often each item stands in a form: counted as forms are drawn, because every start asks it of the whole bank. There is a row for every item.
    `create table item_exposure (
      item_id uuid primary key references item (id),
      drawn integer not null check (drawn >= 0)
    ) with (fillfactor = 50)`,
    `insert into item_exposure (item_id, drawn)
      select item.id, count(attempt_item.item_version_id)
      from item left join item_version on item_version.item_id = item.id left join attempt_item on attempt_item.item_version_id = item_version.id
      group by item.id`,
    `create function expose_new_items() returns trigger language plpgsql as $$
      begin
        insert into item_exposure (item_id, drawn) select id, 0 from added;
        return null;
      end $$`,
    `create trigger item_is_exposed after insert on item
      referencing new table as added for each statement execute function expose_new_items()`,
    // In one order, so that two starts wait for each other and not in a circle.
    `create function count_exposure() returns trigger language plpgsql as $$
      begin
        perform from item_exposure
          where item_id in (select item_id from placed join item_version on item_version.id = placed.item_version_id)
          order by item_id for no key update;
        update item_exposure set drawn = drawn + placed_now.times
          from (
            select item_id, count(*) as times from placed join item_version on item_version.id = placed.item_version_id group by item_id
          ) as placed_now
          where placed_now.item_id = item_exposure.item_id;
        return null;
      end $$`,
    `create trigger attempt_item_exposes after insert on attempt_item
      referencing new table as placed for each statement execute function count_exposure()`,

    // Another version whenever an item has changed, so that what forms are drawn from need be read only then. Written at the commit, when the
    // transaction holds all its other locks: whoever works on the bank never waits here for somebody who waits for the work.
    `create table bank_state (
      only_one boolean primary key default true check (only_one),
      version uuid not null default gen_random_uuid(),
      changed_in xid8
    )`,
    "insert into bank_state default values",
    `create function change_bank() returns trigger language plpgsql as $$
      begin
        update bank_state set version = gen_random_uuid(), changed_in = pg_current_xact_id()
          where changed_in is distinct from pg_current_xact_id();
        return null;
      end $$`,
    ...["item", "item_version"].map(
      (table) => `create constraint trigger ${table}_changes_bank after insert or update or delete on ${table}
        deferrable initially deferred for each row execute function change_bank()`,
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
