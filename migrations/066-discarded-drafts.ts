import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // A draft that is given up stays for the record. It was never in use, so it is not retired, and no reviewer has seen it.
    `alter table item_version
      drop constraint item_version_status_check,
      add constraint item_version_status_check check (status in ('draft', 'in_review', 'active', 'retired', 'discarded'))`,
    `alter table item_step
      drop constraint item_step_step_check,
      add constraint item_step_step_check check (step in ('submitted', 'returned', 'approved', 'retired', 'discarded'))`,
    `create trigger item_version_stays_discarded before update on item_version for each row
      when (old.status = 'discarded' and new.status <> 'discarded') execute function refuse_change()`,
    // What was discarded is not in the version that is reviewed: who wrote it may review what others have written since.
    `create or replace function refuse_own_review() returns trigger language plpgsql as $$
      begin
        if exists (
          select from item_version as work where work.item_id = new.item_id and work.author_id = new.reviewer_id and work.version <= new.version
            and work.status <> 'discarded'
            and work.version > (select coalesce(max(version), 0) from item_version
              where item_id = new.item_id and id <> new.id and status in ('active', 'retired'))
        ) then
          raise exception 'the reviewer of an item is none of its authors' using errcode = 'check_violation';
        end if;
        return new;
      end $$`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
