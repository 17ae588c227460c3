import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // When a programme can be sat; without a standing row it always can. A window is withdrawn, never changed.
    `create table exam_window (
      id uuid primary key default gen_random_uuid(),
      programme_code text not null references certification_programme (code),
      opens_at timestamptz not null,
      closes_at timestamptz not null check (closes_at > opens_at),
      reason text not null check (length(reason) between 3 and 500),
      recorded_at timestamptz not null,
      recorded_by uuid not null references person (id),
      withdrawn_at timestamptz check (withdrawn_at >= recorded_at),
      withdrawn_by uuid references person (id),
      check ((withdrawn_at is null) = (withdrawn_by is null))
    )`,
    `create index exam_window_standing on exam_window (programme_code) where withdrawn_at is null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
