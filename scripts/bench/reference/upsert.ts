import type pg from "pg";

/** As wide as a stored answer of an exam. */
export async function createUpsertTable(pool: pg.Pool): Promise<void> {
  await pool.query(`create table if not exists stored_answer (
    attempt integer not null, ordinal integer not null, sequence integer not null, response jsonb not null, flagged boolean not null,
    saved_at timestamptz not null default now(), primary key (attempt, ordinal))`);
}

const ordinals = 20;

/** Stores one answer, in the place of the one before. */
export async function upsert(pool: pg.Pool, index: number): Promise<void> {
  await pool.query(
    `insert into stored_answer (attempt, ordinal, sequence, response, flagged) values ($1, $2, $3, $4, $5)
     on conflict (attempt, ordinal) do update set sequence = excluded.sequence, response = excluded.response, flagged = excluded.flagged, saved_at = now()
     returning saved_at`,
    [
      1,
      (index % ordinals) + 1,
      index,
      JSON.stringify({ kind: "single_choice", optionId: `option-${index % 5}` }),
      false,
    ],
  );
}
