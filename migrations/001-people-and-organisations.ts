import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create extension if not exists btree_gist`,

    `create table programme_level (
      code text primary key,
      name_en text not null,
      name_de text not null,
      second_level_support text not null check (second_level_support in ('not_available', 'optional', 'mandatory'))
    )`,
    `insert into programme_level (code, name_en, name_de, second_level_support) values
      ('partner', 'Partner', 'Partner', 'not_available'),
      ('platinum', 'Platinum partner', 'Platinum-Partner', 'optional'),
      ('distributor', 'Distributor', 'Distributor', 'mandatory'),
      ('reseller', 'Reseller', 'Reseller', 'not_available')`,

    `create table organisation (
      id uuid primary key default gen_random_uuid(),
      name text not null check (length(name) between 1 and 200),
      contracting_entity text not null check (contracting_entity in ('ionos_se', 'ionos_inc', 'ionos_ltd')),
      time_zone text not null,
      language text not null check (language in ('en', 'de')),
      distributor_id uuid references organisation (id) check (distributor_id <> id),
      self_enrolment boolean not null default false,
      created_at timestamptz not null
    )`,
    `create unique index organisation_name on organisation (lower(name))`,
    `create index organisation_distributor on organisation (distributor_id) where distributor_id is not null`,

    `create table person (
      id uuid primary key default gen_random_uuid(),
      full_name text not null check (length(full_name) between 1 and 200),
      email text not null check (length(email) between 3 and 254),
      language text not null check (language in ('en', 'de')),
      password_hash text,
      created_at timestamptz not null,
      deactivated_at timestamptz
    )`,
    `create unique index person_email on person (lower(email))`,

    `create table role_assignment (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      role text not null check (role in ('partner_admin', 'auditor', 'training_manager', 'exam_manager', 'portal_admin')),
      organisation_id uuid references organisation (id),
      recorded_at timestamptz not null,
      recorded_by uuid references person (id),
      superseded_at timestamptz,
      check ((role = 'partner_admin') = (organisation_id is not null))
    )`,
    `create unique index role_assignment_open on role_assignment (person_id, role, organisation_id) nulls not distinct where superseded_at is null`,
    `create index role_assignment_organisation on role_assignment (organisation_id) where superseded_at is null`,

    `create table organisation_level (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      level_code text not null references programme_level (code),
      during daterange not null check (not isempty(during) and not lower_inf(during)),
      recorded_at timestamptz not null,
      recorded_by uuid references person (id),
      superseded_at timestamptz,
      exclude using gist (organisation_id with =, during with &&) where (superseded_at is null)
    )`,
    `create table second_level_opt_in (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      during daterange not null check (not isempty(during) and not lower_inf(during)),
      recorded_at timestamptz not null,
      recorded_by uuid references person (id),
      superseded_at timestamptz,
      exclude using gist (organisation_id with =, during with &&) where (superseded_at is null)
    )`,
    `create table membership (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      organisation_id uuid not null references organisation (id),
      during daterange not null check (not isempty(during) and not lower_inf(during)),
      administrator boolean not null,
      recorded_at timestamptz not null,
      recorded_by uuid references person (id),
      superseded_at timestamptz,
      constraint one_membership_at_a_time exclude using gist (person_id with =, during with &&) where (superseded_at is null)
    )`,
    `create index membership_organisation on membership (organisation_id, person_id)`,

    `create table sign_in_session (
      token_hash text primary key,
      person_id uuid references person (id),
      data jsonb not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      user_agent text,
      address text
    )`,
    `create index sign_in_session_person on sign_in_session (person_id)`,
    `create index sign_in_session_expiry on sign_in_session (expires_at)`,
    `create table one_time_link (
      token_hash text primary key,
      purpose text not null check (purpose in ('invitation', 'password_reset')),
      person_id uuid not null references person (id),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`,
    `create index one_time_link_person on one_time_link (person_id)`,
    `create table rate_limit (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
