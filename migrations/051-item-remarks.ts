import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // A remark may answer another one, of the same item, that answers none itself.
    `alter table item_comment add column replies_to bigint references item_comment (id)`,
    `create index item_comment_replies_to on item_comment (replies_to) where replies_to is not null`,
    `create function refuse_stray_reply() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from item_comment as first
          join item_version as then_written on then_written.id = first.item_version_id
          join item_version as now_written on now_written.id = new.item_version_id
          where first.id = new.replies_to and first.replies_to is null and then_written.item_id = now_written.item_id
        ) then
          raise exception 'a reply answers a remark on the same item' using errcode = 'check_violation';
        end if;
        return new;
      end $$`,
    `create trigger item_comment_reply before insert on item_comment for each row
      when (new.replies_to is not null) execute function refuse_stray_reply()`,
    // A remark is open until somebody settles it, and may be opened again; the last turn counts.
    `create table item_comment_turn (
      id bigint generated always as identity primary key,
      item_comment_id bigint not null references item_comment (id),
      turn text not null check (turn in ('resolved', 'reopened')),
      person_id uuid not null references person (id),
      recorded_at timestamptz not null
    )`,
    `create index item_comment_turn_comment on item_comment_turn (item_comment_id, id)`,
    `create trigger item_comment_turn_frozen before update or delete on item_comment_turn for each row execute function refuse_change()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
