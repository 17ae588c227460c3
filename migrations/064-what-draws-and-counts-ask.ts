import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // In which transaction the figure was changed last: a process that remembers the figures asks for those that have changed since.
    `alter table item_exposure add column changed_in xid8`,
    // Locked in one order, so that two starts wait for each other and not in a circle. By lists, which the key answers: as joins, all figures are read twice.
    `create or replace function count_exposure() returns trigger language plpgsql as $$
      begin
        with placed_now as materialized (
          select item_id, count(*) as times from placed join item_version on item_version.id = placed.item_version_id group by item_id
        ), held as materialized (
          select item_id from item_exposure where item_id = any (array(select item_id from placed_now)) order by item_id for no key update
        )
        update item_exposure set drawn = drawn + times, changed_in = pg_current_xact_id()
          from placed_now
          where item_exposure.item_id = any (array(select item_id from held)) and placed_now.item_id = item_exposure.item_id;
        return null;
      end $$`,
    // A server would plan its five statements anew for each list of people, as it supposes ten of them where there is most often one. Who replaces
    // the function says so again.
    `alter function recount_people(uuid[]) set plan_cache_mode = force_generic_plan`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
