import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table certificate (
      id uuid primary key default gen_random_uuid(),
      number text not null unique,
      programme_code text not null references certification_programme (code),
      person_id uuid not null references person (id),
      organisation_id uuid not null references organisation (id),
      attempt_id uuid not null unique references attempt (id),
      previous_certificate_id uuid unique references certificate (id),
      validity daterange not null check (not isempty(validity) and not lower_inf(validity) and not upper_inf(validity)),
      anchor_on date not null,
      term integer not null check (term >= 1),
      renewal_window_days integer not null,
      policy_version integer not null,
      holder_name text not null,
      organisation_name text not null,
      language text not null check (language in ('en', 'de')),
      issued_on date not null,
      issued_at timestamptz not null,
      overlap_allowed boolean not null default false,
      constraint no_overlapping_certificates exclude using gist (person_id with =, programme_code with =, validity with &&) where (not overlap_allowed)
    )`,
    `create index certificate_person on certificate (person_id, issued_at)`,
    `create index certificate_organisation on certificate (organisation_id)`,
    `create table certificate_document (
      certificate_id uuid primary key references certificate (id),
      sha256 text not null check (length(sha256) = 64),
      bytes bytea not null,
      frozen_at timestamptz not null
    )`,
    `create index certificate_document_sha256 on certificate_document (sha256)`,
    `create trigger certificate_document_frozen before update or delete on certificate_document for each row execute function refuse_change()`,
    `create table certificate_suspension (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references certificate (id),
      during daterange not null check (not isempty(during) and not lower_inf(during)),
      reason_class text not null check (reason_class in ('under_investigation', 'conduct', 'administrative')),
      note text not null check (length(note) between 3 and 2000),
      recorded_at timestamptz not null,
      recorded_by uuid references person (id),
      superseded_at timestamptz,
      exclude using gist (certificate_id with =, during with &&) where (superseded_at is null)
    )`,
    `create table certificate_revocation (
      certificate_id uuid primary key references certificate (id),
      effective_on date not null,
      reason_class text not null check (reason_class in ('exam_misconduct', 'issued_in_error', 'conduct')),
      note text not null check (length(note) between 3 and 2000),
      recorded_at timestamptz not null,
      recorded_by uuid references person (id)
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
