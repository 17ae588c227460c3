import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // What the candidate accepted before the start: which version of the text, in which language, and the time and end that were shown.
    `create table attempt_declaration (
      attempt_id uuid primary key references attempt (id),
      version integer not null check (version >= 1),
      language text not null check (language in ('en', 'de')),
      duration_minutes integer not null check (duration_minutes >= 1),
      deadline_at timestamptz not null,
      accepted_at timestamptz not null
    )`,
    `create trigger attempt_declaration_stays before update or delete on attempt_declaration
      for each row execute function refuse_change()`,

    // What candidates write for themselves while they sit the exam; gone when it is over.
    `create table attempt_note (
      attempt_id uuid not null,
      ordinal integer not null,
      text text not null check (length(text) <= 2000),
      sequence bigint not null check (sequence >= 1),
      written_at timestamptz not null,
      primary key (attempt_id, ordinal),
      foreign key (attempt_id, ordinal) references attempt_item (attempt_id, ordinal)
    )`,

    // Information for exam managers, never a verdict.
    `create table attempt_event (
      attempt_id uuid not null references attempt (id),
      client_id text not null check (length(client_id) between 1 and 64),
      sequence integer not null check (sequence >= 1),
      kind text not null check (kind in ('focus_lost', 'focus_regained', 'pasted')),
      ordinal integer not null check (ordinal >= 1),
      characters integer check (characters >= 0),
      happened_at timestamptz not null,
      primary key (attempt_id, client_id, sequence),
      check ((kind = 'pasted') = (characters is not null))
    )`,
    `create table attempt_origin (
      attempt_id uuid not null references attempt (id),
      address text not null check (length(address) <= 64),
      browser text not null check (length(browser) <= 40),
      system text not null check (length(system) <= 40),
      first_seen_at timestamptz not null,
      last_seen_at timestamptz not null,
      primary key (attempt_id, address, browser, system)
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
