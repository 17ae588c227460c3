import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // Delivered with the portal, or written by staff; what is delivered no longer is withdrawn, and comes back if it is delivered again.
    `alter table item
      add column origin text not null default 'staff' check (origin in ('delivered', 'staff')),
      add column withdrawn_at timestamptz check (withdrawn_at is null or origin = 'delivered'),
      add column enemy_group text check (length(enemy_group) between 1 and 64)`,
    `update item set origin = 'delivered'
      where exists (select from item_version where item_id = item.id and version = 1 and author_id is null)`,
    // Per cent of the points that somebody who just deserves to pass is expected to reach.
    `alter table item_version add column difficulty_guess integer check (difficulty_guess between 1 and 99)`,

    `create table practice_round (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      kind text not null check (kind in ('section', 'mock')),
      section text,
      seed text not null,
      started_at timestamptz not null,
      deadline_at timestamptz check (deadline_at > started_at),
      finished_at timestamptz,
      result jsonb,
      check ((kind = 'section') = (section is not null)),
      check ((kind = 'mock') = (deadline_at is not null))
    )`,
    `create unique index one_open_practice_round on practice_round (person_id, coalesce(section, 'mock')) where finished_at is null`,
    `create table practice_item (
      round_id uuid not null references practice_round (id) on delete cascade,
      ordinal integer not null check (ordinal >= 1),
      item_version_id uuid not null references item_version (id),
      seed text not null,
      response jsonb,
      answered_at timestamptz,
      points numeric(7, 3),
      primary key (round_id, ordinal)
    )`,
    // All that is kept of practice for good: one row a person, section and day.
    `create table practice_progress (
      person_id uuid not null references person (id),
      section text not null,
      practised_on date not null,
      answered integer not null check (answered >= 1),
      points numeric(9, 3) not null check (points >= 0 and points <= max_points),
      max_points numeric(9, 3) not null,
      primary key (person_id, section, practised_on)
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
