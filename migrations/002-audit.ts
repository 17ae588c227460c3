import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table audit_event (
      sequence bigint primary key,
      at timestamptz not null,
      actor_id uuid references person (id),
      action text not null,
      subject_type text not null,
      subject_id uuid not null,
      organisation_id uuid references organisation (id),
      before jsonb,
      after jsonb,
      reason text,
      previous_hash text not null check (length(previous_hash) = 64),
      hash text not null unique check (length(hash) = 64)
    )`,
    `create index audit_event_subject on audit_event (subject_id, sequence)`,
    `create index audit_event_organisation on audit_event (organisation_id, sequence)`,
    // The chain's end, locked by whoever appends: order and links are decided by this lock, not by a sequence.
    `create table audit_chain_end (
      "only" boolean primary key default true check ("only"),
      sequence bigint not null,
      hash text not null
    )`,
    `insert into audit_chain_end (sequence, hash) values (0, repeat('0', 64))`,
    `create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
      end $$`,
    `create trigger audit_event_append_only before update or delete on audit_event for each row execute function refuse_change()`,
    `create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function refuse_change()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
