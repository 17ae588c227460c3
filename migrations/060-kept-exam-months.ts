import { type Kysely, sql } from "kysely";

/**
 * What the statistics count, kept for months that are over. A kept month counts as long as no line of `exam_month_change` names it: whoever changes a figure of it
 * writes one, by the triggers below, and the month is counted from its attempts again until a job has kept it anew.
 *
 * Who changes holds the month's lock together with others who do; who keeps it holds it alone, and reads only then. So either the change is in what is kept, or the
 * line comes after it. Lines are only ever added by those who change, so that they never wait for each other. This takes transactions that see what was committed before each of
 * their statements (read committed), as all of the portal's are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // In UTC, whatever the zone of the organisation: a month of the statistics, not of the candidate.
    `alter table attempt
      add column finished_month date generated always as (date_trunc('month', finished_at at time zone 'UTC')::date) stored`,
    `create index attempt_finished_month on attempt (finished_month) where graded_at is not null`,
    // \`definition\` names the statements that counted: another version of the portal may count otherwise.
    `create table exam_month (
      id bigint generated always as identity primary key,
      month date not null unique check (extract(day from month) = 1),
      definition text not null,
      kept_at timestamptz not null
    )`,
    `create table exam_month_change (month date not null)`,
    `create table exam_month_cell (
      exam_month_id bigint not null references exam_month (id) on delete cascade,
      programme_version_id uuid not null,
      item_version_id uuid not null,
      choice text,
      n integer not null,
      x float8 not null,
      xx float8 not null,
      y float8,
      yy float8,
      xy float8
    )`,
    `create index exam_month_cell_month on exam_month_cell (exam_month_id)`,
    // Eight decimal digits for each class of times, the shortest last: the sum of two of these numbers is the histogram of both months.
    `create table exam_month_time (
      exam_month_id bigint not null references exam_month (id) on delete cascade,
      item_version_id uuid not null,
      histogram numeric not null,
      primary key (exam_month_id, item_version_id)
    )`,
    `create table exam_month_form (
      exam_month_id bigint not null references exam_month (id) on delete cascade,
      programme_version_id uuid not null,
      persons integer not null,
      score numeric,
      score_squares numeric,
      primary key (exam_month_id, programme_version_id)
    )`,
    `create table exam_month_section (
      exam_month_id bigint not null references exam_month (id) on delete cascade,
      programme_version_id uuid not null,
      section text not null,
      persons integer not null,
      points float8,
      max_points float8,
      weighted_squares float8,
      squares float8,
      share float8,
      share_squares float8,
      primary key (exam_month_id, programme_version_id, section)
    )`,
    `create function exam_month_lock(month date) returns integer language sql immutable as $$ select month - date '2000-01-01' $$`,
    // The lock is taken in an expression, because a statement of its own would cost more than the lock; it is never null.
    `create function change_exam_month(changed date) returns void language plpgsql as $$
      begin
        if pg_advisory_xact_lock_shared(60, exam_month_lock(changed)) is null then return; end if;
        if exists (select from exam_month where month = changed) then
          insert into exam_month_change select changed where not exists (select from exam_month_change where month = changed);
        end if;
      end $$`,
    // Of a new row there is no old one, of one that goes no new one: their months are null.
    `create function attempt_changes_exam_month() returns trigger language plpgsql as $$
      begin
        if old.graded_at is not null then perform change_exam_month(old.finished_month); end if;
        if new.graded_at is not null then perform change_exam_month(new.finished_month); end if;
        return null;
      end $$`,
    `create trigger attempt_changes_its_month after update on attempt for each row
      when ((old.graded_at is not null or new.graded_at is not null)
        and (old.finished_at, old.graded_at, old.programme_version_id, old.score_percent, old.result)
          is distinct from (new.finished_at, new.graded_at, new.programme_version_id, new.score_percent, new.result))
      execute function attempt_changes_exam_month()`,
    `create trigger attempt_adds_to_its_month after insert on attempt for each row when (new.graded_at is not null) execute function attempt_changes_exam_month()`,
    `create trigger attempt_leaves_its_month after delete on attempt for each row when (old.graded_at is not null) execute function attempt_changes_exam_month()`,
    // By the key alone: with more conditions the server may take the index of graded attempts, and read all of it. Before the hand-in there is no month.
    `create function item_changes_exam_month() returns trigger language plpgsql as $$
      declare
        changed date;
      begin
        select finished_month into changed from attempt where id = coalesce(new.attempt_id, old.attempt_id);
        if changed is not null then perform change_exam_month(changed); end if;
        if tg_op = 'UPDATE' and old.attempt_id <> new.attempt_id then
          select finished_month into changed from attempt where id = old.attempt_id;
          if changed is not null then perform change_exam_month(changed); end if;
        end if;
        return null;
      end $$`,
    // While an attempt is under way none of its items has points: saving an answer does no work here. An item that gets its points and its time at
    // once gets them at the hand-in, which grades the attempt in the same statement: there the attempt's trigger does for all. The condition is read by each save, so it is short.
    `create trigger attempt_item_changes_its_month after update on attempt_item for each row
      when (old.points is not null or (new.points is not null and (old.spent_seconds is not null or new.spent_seconds is null)))
      execute function item_changes_exam_month()`,
    `create trigger attempt_item_adds_to_its_month after insert on attempt_item for each row when (new.points is not null) execute function item_changes_exam_month()`,
    `create trigger attempt_item_leaves_its_month after delete on attempt_item for each row when (old.points is not null) execute function item_changes_exam_month()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
