import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // Where the item comes from, line by line; and the versions in which the words of each language were last brought up to date.
    `alter table item_version
      add column sources text[] not null default '{}',
      add column english_revised integer not null default 1 check (english_revised between 1 and version),
      add column german_revised integer not null default 1 check (german_revised between 1 and version),
      add constraint item_version_reviewed check (status not in ('active', 'retired') or author_id is null or reviewer_id is not null)`,
    `create unique index item_version_in_review on item_version (item_id) where status = 'in_review'`,
    // Attempts and the audit trail point at versions, so what a version says stays as it is; only its standing moves.
    `create trigger item_version_frozen before update on item_version for each row
      when ((old.item_id, old.version, old.kind, old.clauses, old.points, old.content, old.difficulty_guess, old.author_id, old.recorded_at, old.sources, old.english_revised, old.german_revised)
        is distinct from (new.item_id, new.version, new.kind, new.clauses, new.points, new.content, new.difficulty_guess, new.author_id, new.recorded_at, new.sources, new.english_revised, new.german_revised))
      execute function refuse_change()`,
    `create trigger item_version_kept before delete on item_version for each row execute function refuse_change()`,
    // The reviewer has written nothing since the version that was last in use: what is reviewed is all that work, not the last save of it.
    `create function refuse_own_review() returns trigger language plpgsql as $$
      begin
        if exists (
          select from item_version as work where work.item_id = new.item_id and work.author_id = new.reviewer_id and work.version <= new.version
            and work.version > (select coalesce(max(version), 0) from item_version
              where item_id = new.item_id and id <> new.id and status in ('active', 'retired'))
        ) then
          raise exception 'the reviewer of an item is none of its authors' using errcode = 'check_violation';
        end if;
        return new;
      end $$`,
    `create trigger item_version_reviewer_apart before update on item_version for each row
      when (new.status = 'active' and old.status <> 'active') execute function refuse_own_review()`,

    // What happened to a version on its way into use and out of it.
    `create table item_step (
      id bigint generated always as identity primary key,
      item_version_id uuid not null references item_version (id),
      step text not null check (step in ('submitted', 'returned', 'approved', 'retired')),
      person_id uuid not null references person (id),
      remark text check (length(remark) between 1 and 2000),
      recorded_at timestamptz not null
    )`,
    `create index item_step_version on item_step (item_version_id)`,
    `create trigger item_step_frozen before update or delete on item_step for each row execute function refuse_change()`,
    `create table item_comment (
      id bigint generated always as identity primary key,
      item_version_id uuid not null references item_version (id),
      person_id uuid not null references person (id),
      body text not null check (length(body) between 1 and 2000),
      recorded_at timestamptz not null
    )`,
    `create index item_comment_version on item_comment (item_version_id)`,
    `create trigger item_comment_frozen before update or delete on item_comment for each row execute function refuse_change()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
