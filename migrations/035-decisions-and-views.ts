import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // What staff have decided about an organisation's second-level status, beside what is computed. A decision holds from its day until
    // the next one; superseded is what had been decided for a day on or after that of a later decision.
    `create table organisation_decision (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      outcome text not null check (outcome in ('granted', 'remediation', 'suspended', 'withdrawn')),
      effective_on date not null,
      remediation_through date,
      reason text not null check (length(reason) between 1 and 2000),
      recorded_at timestamptz not null,
      recorded_by uuid not null references person (id),
      superseded_at timestamptz,
      check ((outcome = 'remediation') = (remediation_through is not null)),
      check (remediation_through >= effective_on)
    )`,
    `create unique index organisation_decision_holds on organisation_decision (organisation_id, effective_on)
      where superseded_at is null`,
    `create index organisation_decision_history on organisation_decision (organisation_id, recorded_at)`,

    // A question to the overview that a person comes back to; at most one opens by itself.
    `create table saved_view (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      name text not null check (length(name) between 1 and 60),
      query text not null check (length(query) <= 1000),
      opens_first boolean not null default false,
      created_at timestamptz not null
    )`,
    `create unique index saved_view_name on saved_view (person_id, lower(name))`,
    `create unique index saved_view_opens_first on saved_view (person_id) where opens_first`,

    // Who at IONOS looks after the partner, and is told when the count is about to fall.
    `alter table organisation add column partner_manager_id uuid references person (id)`,

    // One more kind of notice, whatever the list holds by then.
    `do $$
    declare
      listed text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind_check');
    begin
      alter table notice drop constraint notice_kind_check;
      execute 'alter table notice add constraint notice_kind_check '
        || regexp_replace(listed, 'ARRAY\\[', 'ARRAY[''status_decided''::text, ''support_contact_change''::text, ');
    end $$`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
