import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table certification_programme (
      code text primary key,
      name_en text not null,
      name_de text not null
    )`,
    // What an attempt is sat under. A change is a new version; attempts keep theirs.
    `create table programme_version (
      id uuid primary key default gen_random_uuid(),
      programme_code text not null references certification_programme (code),
      version integer not null check (version >= 1),
      blueprint jsonb not null,
      cut_score_percent numeric(5, 2) not null check (cut_score_percent between 0 and 100),
      duration_minutes integer not null check (duration_minutes between 1 and 600),
      requires_training boolean not null,
      active_from timestamptz not null,
      recorded_by uuid references person (id),
      unique (programme_code, version)
    )`,
    `create table item (
      id uuid primary key default gen_random_uuid(),
      code text not null unique,
      pool text not null check (pool in ('certification', 'practice')),
      section text not null,
      created_at timestamptz not null
    )`,
    `create table item_version (
      id uuid primary key default gen_random_uuid(),
      item_id uuid not null references item (id),
      version integer not null check (version >= 1),
      status text not null check (status in ('draft', 'in_review', 'active', 'retired')),
      kind text not null check (kind in ('single_choice', 'multiple_choice', 'numeric', 'ordering', 'matching', 'mark_evidence', 'incident_report')),
      clauses text[] not null,
      points integer not null check (points between 1 and 100),
      content jsonb not null,
      author_id uuid references person (id),
      reviewer_id uuid references person (id),
      recorded_at timestamptz not null,
      check (reviewer_id is null or reviewer_id <> author_id),
      unique (item_id, version)
    )`,
    `create unique index item_version_active on item_version (item_id) where status = 'active'`,

    `create table attempt (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      organisation_id uuid not null references organisation (id),
      programme_version_id uuid not null references programme_version (id),
      ordinal integer not null check (ordinal >= 1),
      seed text not null,
      started_at timestamptz not null,
      deadline_at timestamptz not null check (deadline_at > started_at),
      extra_minutes integer not null default 0 check (extra_minutes >= 0),
      active_client text,
      finished_at timestamptz,
      finished_by text check (finished_by in ('candidate', 'deadline')),
      graded_at timestamptz,
      score_percent numeric(5, 2),
      passed boolean,
      result jsonb,
      check ((finished_at is null) = (finished_by is null)),
      check ((graded_at is null) = (passed is null)),
      check (graded_at is null or finished_at is not null),
      unique (person_id, ordinal)
    )`,
    `create unique index one_active_attempt on attempt (person_id) where finished_at is null`,
    `create index attempt_open_deadline on attempt (deadline_at) where finished_at is null`,
    `create index attempt_organisation on attempt (organisation_id)`,
    // One row an item of the form: what was shown is pinned, the response is the latest by the client's sequence number.
    `create table attempt_item (
      attempt_id uuid not null references attempt (id),
      ordinal integer not null check (ordinal >= 1),
      item_version_id uuid not null references item_version (id),
      seed text not null,
      response jsonb,
      response_sequence bigint not null default 0,
      responded_at timestamptz,
      flagged boolean not null default false,
      points numeric(7, 3),
      primary key (attempt_id, ordinal)
    ) with (fillfactor = 70)`,
    `create index attempt_item_version on attempt_item (item_version_id)`,
    `create table attempt_exception (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      kind text not null check (kind in ('release', 'outside_window', 'extra_time')),
      extra_minutes integer not null default 0 check (extra_minutes between 0 and 240),
      reason text not null check (length(reason) between 3 and 2000),
      recorded_at timestamptz not null,
      recorded_by uuid not null references person (id),
      used_by_attempt_id uuid references attempt (id)
    )`,
    `create index attempt_exception_person on attempt_exception (person_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
