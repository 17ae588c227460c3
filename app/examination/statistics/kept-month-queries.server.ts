import { type RawBuilder, sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import type { Reader, Trx } from "~/platform/database/handle";
import { isRehearsal } from "~/platform/database/rehearse";
import {
  answeredColumns,
  cellsOf,
  countingDefinition,
  formsOf,
  histogramsOf,
  sectionsOf,
} from "./attempt-figures-queries.server";

/** The months before `before` with graded attempts that are not kept, or not as they are now, in order; each by its first day. */
export async function selectMonthsToKeep(db: Reader, before: Date): Promise<Day[]> {
  const { rows } = await sql<{ month: Day }>`
    select month::date from generate_series((select min(finished_month) from attempt where graded_at is not null),
      date_trunc('month', ${before}::timestamptz at time zone 'UTC') - interval '1 month', interval '1 month') as month
    where exists (select from attempt where finished_month = month::date and graded_at is not null)
      and not exists (
        select from exam_month where exam_month.month = month.month::date and definition = ${countingDefinition(db)}
          and not exists (select from exam_month_change where exam_month_change.month = exam_month.month))
    order by month
  `.execute(db);
  return rows.map(({ month }) => month);
}

const counted = { name: sql.ref("counted"), few: true };
const countedIn = (month: RawBuilder<unknown>) =>
  sql`with counted as materialized (select ${answeredColumns}, score_percent, result from attempt where finished_month = ${month} and graded_at is not null)`;

/**
 * Keeps the month's figures as they are. Until the transaction ends nobody changes them. False, and nothing done, while somebody is changing them: the
 * lock is not waited for, so that nobody ever waits in a row behind it.
 */
export async function keepMonth(trx: Trx, month: Day, now: Date): Promise<boolean> {
  const lock = sql<{ free: boolean }>`
    select case when ${isRehearsal} then true else pg_try_advisory_xact_lock(60, exam_month_lock(${month}::date)) end as free`;
  if (!(await lock.execute(trx)).rows[0]?.free) return false;
  await sql`delete from exam_month_change where month = ${month}::date`.execute(trx);
  await sql`delete from exam_month where month = ${month}::date`.execute(trx);
  const kept = await sql<{ id: number }>`
    insert into exam_month (month, definition, kept_at) values (${month}::date, ${countingDefinition(trx)}, ${now}) returning id`.execute(
    trx,
  );
  const id = sql`${kept.rows[0]?.id}::bigint`;
  const attempts = countedIn(sql`${month}::date`);
  await sql`${attempts} insert into exam_month_cell
    select ${id}, programme_version_id, item_version_id, choice, n, x, xx, y, yy, xy from (${cellsOf(counted, sql`'infinity'`)}) as cell`.execute(
    trx,
  );
  await sql`${attempts} insert into exam_month_time
    select ${id}, item_version_id, histogram from (${histogramsOf(counted)}) as timed`.execute(trx);
  await sql`${attempts} insert into exam_month_form
    select ${id}, programme_version_id, persons, score, score_squares from (${formsOf(counted.name)}) as form`.execute(
    trx,
  );
  await sql`${attempts} insert into exam_month_section
    select ${id}, programme_version_id, section, persons, points, max_points, weighted_squares, squares, share, share_squares
    from (${sectionsOf(counted.name)}) as part`.execute(trx);
  return true;
}

/** Every month that the statistics read as it is kept, in order. */
export async function selectKeptMonths(db: Reader): Promise<Day[]> {
  const { rows } = await sql<{ month: Day }>`
    select month from exam_month
    where definition = ${countingDefinition(db)} and not exists (select from exam_month_change where exam_month_change.month = exam_month.month)
    order by month
  `.execute(db);
  return rows.map(({ month }) => month);
}

/** Sums of what is kept, taken off those that are counted anew; float sums differ by the order of adding up, in the last of their 15 digits. */
const beyondRounding = (columns: readonly string[]) =>
  sql.join(
    columns.map((name) => sql`abs(sum(sign * ${sql.ref(name)})) > 1e-9 * (1 + sum(abs(${sql.ref(name)})))`),
    sql` or `,
  );

/** Whether the figures kept of a month that is read as it is kept are not those of its attempts. */
export async function differsFromAttempts(db: Reader, month: Day): Promise<boolean> {
  const { rows } = await sql<{ differs: boolean }>`
    ${countedIn(sql`${month}::date`)}, kept as (
      select id as exam_month_id from exam_month
      where month = ${month}::date and definition = ${countingDefinition(db)} and not exists (select from exam_month_change where month = ${month}::date)
    )
    select exists (select from kept) and (
      exists (
        select from (
          select 1 as sign, programme_version_id, item_version_id, choice, n, x, xx, y, yy, xy from (${cellsOf(counted, sql`'infinity'`)}) as cell
          union all select -1, programme_version_id, item_version_id, choice, n, x, xx, y, yy, xy from kept join exam_month_cell using (exam_month_id)
        ) as both_cells
        group by programme_version_id, item_version_id, choice
        having sum(sign * n) <> 0 or ${beyondRounding(["x", "xx", "y", "yy", "xy"])}
      ) or exists (
        select from (
          select 1 as sign, item_version_id, histogram from (${histogramsOf(counted)}) as timed
          union all select -1, item_version_id, histogram from kept join exam_month_time using (exam_month_id)
        ) as both_times
        group by item_version_id having sum(sign * histogram) <> 0
      ) or exists (
        select from (
          select 1 as sign, programme_version_id, persons, score, score_squares from (${formsOf(counted.name)}) as form
          union all select -1, programme_version_id, persons, score, score_squares from kept join exam_month_form using (exam_month_id)
        ) as both_forms
        group by programme_version_id having sum(sign * persons) <> 0 or sum(sign * score) <> 0 or sum(sign * score_squares) <> 0
      ) or exists (
        select from (
          select 1 as sign, scored.* from (${sectionsOf(counted.name)}) as scored
          union all select -1, programme_version_id, section, persons, points, max_points, weighted_squares, squares, share, share_squares
          from kept join exam_month_section using (exam_month_id)
        ) as both_sections
        group by programme_version_id, section
        having sum(sign * persons) <> 0 or ${beyondRounding(["points", "max_points", "weighted_squares", "squares", "share", "share_squares"])}
      )
    ) as differs
  `.execute(db);
  return rows[0]?.differs === true;
}
