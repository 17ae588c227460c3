import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // The ledger: what was decided to be told to whom. A row is never changed; its delivery stands in outbox_message.
    `create table notice (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in (
        'certificate_lapsing', 'certificate_lapsed', 'below_three_ahead', 'below_three_now', 'restored',
        'training_enrolled', 'training_waiting', 'training_seat_offered', 'training_changed', 'training_cancelled',
        'training_reminder', 'training_withdrawn', 'exam_available', 'exam_passed', 'exam_not_passed',
        'certificate_issued', 'certificate_revoked', 'certificate_suspended', 'certificate_reinstated')),
      subject_id uuid not null,
      cycle text not null,
      stage text not null,
      recipient_id uuid not null references person (id),
      organisation_id uuid references organisation (id),
      facts jsonb not null,
      decided_at timestamptz not null,
      constraint notice_once unique (kind, subject_id, cycle, stage, recipient_id)
    )`,
    `create index notice_recipient on notice (recipient_id, decided_at desc)`,
    `create index notice_organisation on notice (organisation_id, decided_at desc)`,
    `create index notice_decided on notice (decided_at desc)`,
    `create table outbox_message (
      id uuid primary key default gen_random_uuid(),
      notice_id uuid unique references notice (id),
      template text not null,
      recipient_id uuid not null references person (id),
      facts jsonb not null,
      message_id text not null unique,
      state text not null check (state in ('pending', 'sent', 'superseded', 'suppressed', 'parked')),
      state_reason text,
      tries integer not null default 0,
      next_try_at timestamptz not null,
      leased_until timestamptz,
      lease_token uuid,
      sent_at timestamptz,
      last_error text,
      created_at timestamptz not null
    )`,
    `create index outbox_message_due on outbox_message (next_try_at) where state = 'pending'`,
    // Where mail goes when no SMTP server is configured; shown in demo and development only.
    `create table mailbox_message (
      message_id text primary key,
      to_address text not null,
      subject text not null,
      text_body text not null,
      html_body text not null,
      attachments jsonb not null,
      received_at timestamptz not null
    )`,
    `create index mailbox_message_received on mailbox_message (received_at desc)`,
    `create table job_run (
      id uuid primary key default gen_random_uuid(),
      job text not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      outcome text check (outcome in ('done', 'failed')),
      counts jsonb not null default '{}',
      error text,
      trigger text not null check (trigger in ('schedule', 'command', 'staff'))
    )`,
    `create index job_run_job on job_run (job, started_at desc)`,
    // One row a job; whoever holds the lease runs it. The lease runs by the database's own clock.
    `create table job_lease (
      job text primary key,
      leased_until timestamptz,
      lease_token uuid,
      last_done_at timestamptz
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
