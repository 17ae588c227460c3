import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // How often another window or browser has taken over: which turn it is, and in which one an answer was stored. A save reads the one in the row that it
    // locks and writes the other into the row that it writes.
    `alter table attempt add column turn integer not null default 0 check (turn >= 0)`,
    `alter table attempt_item add column response_turn integer not null default 0 check (response_turn >= 0)`,
    `alter table practice_round add column turn integer not null default 0 check (turn >= 0)`,
    `alter table practice_item add column response_turn integer not null default 0 check (response_turn >= 0)`,

    // Information for exam managers, never a verdict: which window took over from which. Whatever answers first takes over from nobody.
    `create table attempt_take_over (
      attempt_id uuid not null references attempt (id),
      turn integer not null check (turn >= 1),
      from_client text not null check (length(from_client) <= 64),
      to_client text not null check (length(to_client) <= 64),
      taken_at timestamptz not null,
      primary key (attempt_id, turn),
      check (from_client <> to_client)
    )`,
    // Of the answer that stands, where it arrived noticeably later than it was given; null where it did not.
    `alter table attempt_item add column delayed_seconds integer check (delayed_seconds > 0)`,
    `create index attempt_item_delayed on attempt_item (attempt_id) where delayed_seconds is not null`,
    // As before, but for the two columns that count in no statistics: to forget what was noticed changes no month.
    `drop trigger attempt_item_changes_its_month on attempt_item`,
    `create trigger attempt_item_changes_its_month
      after update of attempt_id, ordinal, item_version_id, seed, response, response_sequence, responded_at, flagged, points, spent_seconds
      on attempt_item for each row
      when (old.points is not null or (new.points is not null and (old.spent_seconds is not null or new.spent_seconds is null)
        and not (new.points = 0 and new.response is null)))
      execute function item_changes_exam_month()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
