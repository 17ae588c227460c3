import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table course (
      code text primary key,
      kind text not null check (kind in ('support_24_7', 'second_level')),
      title_en text not null,
      title_de text not null,
      contents_en text not null,
      contents_de text not null
    )`,
    `create table training_session (
      id uuid primary key default gen_random_uuid(),
      course_code text not null references course (code),
      trainer_id uuid not null references person (id),
      language text not null check (language in ('en', 'de')),
      place text,
      link text,
      time_zone text not null,
      capacity integer not null check (capacity between 1 and 500),
      enrolment_closes_at timestamptz not null,
      charge_minor_units integer not null default 0 check (charge_minor_units >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      tax_note text,
      state text not null check (state in ('scheduled', 'cancelled')),
      revision integer not null default 0,
      created_by uuid references person (id),
      created_at timestamptz not null,
      check (place is not null or link is not null)
    )`,
    `create table training_part (
      id uuid primary key default gen_random_uuid(),
      training_session_id uuid not null references training_session (id),
      ordinal integer not null check (ordinal >= 1),
      during tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
      trainer_id uuid not null references person (id),
      taking_place boolean not null default true,
      unique (training_session_id, ordinal),
      constraint trainer_in_one_place exclude using gist (trainer_id with =, during with &&) where (taking_place)
    )`,
    `create index training_part_during on training_part using gist (during)`,
    `create table enrolment (
      id uuid primary key default gen_random_uuid(),
      training_session_id uuid not null references training_session (id),
      person_id uuid not null references person (id),
      organisation_id uuid not null references organisation (id),
      state text not null check (state in ('enrolled', 'waiting', 'offered', 'offer_expired', 'withdrawn')),
      enrolled_by uuid references person (id),
      queued_at timestamptz not null,
      queue_position bigint generated always as identity,
      offer_expires_at timestamptz check ((state = 'offered') = (offer_expires_at is not null)),
      purchase_order text,
      charge_accepted_by uuid references person (id),
      calendar_sequence integer not null default 0,
      state_since timestamptz not null
    )`,
    `create unique index enrolment_once on enrolment (training_session_id, person_id) where state in ('enrolled', 'waiting', 'offered')`,
    `create index enrolment_session on enrolment (training_session_id, queue_position)`,
    `create index enrolment_person on enrolment (person_id)`,
    `create index enrolment_organisation on enrolment (organisation_id)`,
    `create table attendance (
      enrolment_id uuid not null references enrolment (id),
      training_part_id uuid not null references training_part (id),
      mark text not null check (mark in ('present', 'partial', 'absent')),
      recorded_at timestamptz not null,
      recorded_by uuid references person (id),
      primary key (enrolment_id, training_part_id)
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
