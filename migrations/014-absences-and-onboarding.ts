import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // Whoever is away; why is nobody's business. Superseded without a successor: the plan was dropped.
    `create table planned_absence (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      organisation_id uuid not null references organisation (id),
      during daterange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
      recorded_at timestamptz not null,
      recorded_by uuid references person (id),
      superseded_at timestamptz,
      constraint one_absence_at_a_time
        exclude using gist (person_id with =, organisation_id with =, during with &&) where (superseded_at is null)
    )`,
    `create index planned_absence_organisation on planned_absence (organisation_id) where superseded_at is null`,

    // Clause 2.2: a Platinum partner asks, IONOS decides; approving opts in (second_level_opt_in).
    `create table second_level_application (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      reason text not null check (length(reason) between 1 and 2000),
      plan text not null check (length(plan) between 1 and 2000),
      applied_at timestamptz not null,
      applied_by uuid not null references person (id),
      outcome text check (outcome in ('approved', 'declined', 'withdrawn')),
      outcome_reason text check (length(outcome_reason) between 1 and 2000),
      obliged_from date,
      decided_at timestamptz,
      decided_by uuid references person (id),
      check ((outcome is null) = (decided_at is null)),
      check (outcome is distinct from 'declined' or outcome_reason is not null),
      check ((outcome is not distinct from 'approved') = (obliged_from is not null))
    )`,
    `create unique index second_level_application_open on second_level_application (organisation_id) where outcome is null`,
    `create index second_level_application_organisation on second_level_application (organisation_id, applied_at)`,

    // Clause 2.5: that the access exists and that a PIN is set. The PIN itself is never stored.
    `create table support_access_readiness (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      organisation_id uuid not null references organisation (id),
      point text not null check (point in ('dcd_access', 'support_pin')),
      recorded_at timestamptz not null,
      recorded_by uuid references person (id),
      superseded_at timestamptz,
      superseded_by uuid references person (id)
    )`,
    `create unique index support_access_readiness_open
      on support_access_readiness (organisation_id, person_id, point) where superseded_at is null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
