/**
 * What the statistics count of graded attempts, as parts of statements. Of months that are kept and of attempts that are read it is the same: what is kept was counted by these.
 *
 * `attempts` names what is counted, with the columns of `answeredColumns` for what is counted of responses, of `scoredColumns` for scores.
 */
import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";

export const answeredColumns = sql`id, programme_version_id, finished_at, points_sum, max_points_sum`;
export const scoredColumns = sql`programme_version_id, score_percent, result`;

/** Some of all attempts. `few`: so few of them that looking up the items of one after the other is less work than reading all there are. */
interface Attempts {
  readonly name: RawBuilder<unknown>;
  readonly few: boolean;
}

/**
 * What these statements are run under: the server cannot know how few cells the responses fall into, takes them for millions, and would sort
 * every response on disk instead of counting in memory.
 */
export const countingSettings = { work_mem: "64MB", enable_sort: "off" } as const;

/** Until the transaction ends. */
export async function applyCountingSettings(trx: Trx): Promise<void> {
  for (const [name, value] of Object.entries(countingSettings)) {
    await sql`select set_config(${name}, ${value}, true)`.execute(trx);
  }
}

/** What was chosen; of kinds without options only that something was given; null where nothing was. */
const chosen = sql`coalesce(response ->> 'optionId', nullif(response ->> 'optionIds', '[]'), case when coalesce(
  case when response ->> 'unit' is not null then response ->> 'value' end, nullif(response ->> 'pairs', '{}'), nullif(response ->> 'entryIds', '[]'), nullif(response ->> 'lineIds', '[]'), nullif(response ->> 'placements', '{}'))
  is not null then 'given' end)`;

/** The class of a time, as `secondsOfClass` has it. */
export const timeClass = (seconds: RawBuilder<unknown>) =>
  sql`case when ${seconds} < 120 then ${seconds} when ${seconds} < 600 then 108 + ${seconds} / 10 else 158 + least(${seconds} / 60, 120) end`;

/**
 * The items of the attempts that count, each beside its attempt. Of few attempts a fence makes the server look items up by their key: it cannot know how few there
 * are, and would read every response ever given.
 */
const itemsOf = ({ name, few }: Attempts) => sql`${name} cross join lateral (
        select item_version_id, response, points as earned, spent_seconds from attempt_item
        where attempt_id = ${name}.id and points is not null ${few ? sql`offset 0` : sql``}
      ) as given`;

/**
 * By version of the programme, item version and choice: how many, sums of x (the share of the item's points), of y (the share of the points of all other items of the
 * attempt), of their squares and product, and of those since `recentSince` how many and their x. Counts first what is the same, item, choice, points
 * and the points of the whole form, so that a response costs no more than being read and counted.
 */
export const cellsOf = (attempts: Attempts, recentSince: RawBuilder<unknown>) => sql`
    select programme_version_id, item_version_id, choice, sum(n)::integer as n, sum(n * x) as x, sum(n * x * x) as xx, sum(y) as y, sum(yy) as yy, sum(x * y) as xy,
      sum(recent_n)::integer as recent_n, sum(recent_n * x) as recent_x
    from (
      select item_version_id, programme_version_id, ${chosen} as choice, earned, max_points_sum, count(*)::float8 as n,
        (count(*) filter (where finished_at >= ${recentSince}))::float8 as recent_n, sum(points_sum) as t, sum(points_sum * points_sum) as tt
      from ${itemsOf(attempts)}
      group by item_version_id, programme_version_id, choice, earned, max_points_sum
    ) as counted
    join item_version on item_version.id = item_version_id
    cross join lateral (
      select earned::float8 as e, earned::float8 / item_version.points as x, nullif(max_points_sum - item_version.points, 0) as rest
    ) as share
    cross join lateral (select (t - n * e) / rest as y, (tt - 2 * e * t + n * e * e) / (rest * rest) as yy) as others
    group by programme_version_id, item_version_id, choice`;

/** How many responses to an item version took how long. In the cells these would multiply them until they no longer fit into memory. */
export const timesOf = (attempts: Attempts) => sql`
    select item_version_id, class, count(*)::integer as n
    from (select item_version_id, ${timeClass(sql`spent_seconds`)} as class from ${itemsOf(attempts)} where spent_seconds is not null) as timed
    group by item_version_id, class`;

/** The same, of each item version in one number, which `unpackedHistogram` reads: the classes in their order, those that nobody was in as zeros. */
export const histogramsOf = (attempts: Attempts) => sql`
    select item_version_id, string_agg(lpad(n::text, 8, '0') || repeat('0', 8 * (class - shorter - 1)), '' order by class desc)::numeric as histogram
    from (
      select item_version_id, class, n, coalesce(lead(class) over (partition by item_version_id order by class desc), -1) as shorter
      from (${timesOf(attempts)}) as timed
    ) as placed
    group by item_version_id`;

/** Scores in per cent, by version of the programme. */
export const formsOf = (attempts: RawBuilder<unknown>) => sql`
    select programme_version_id, count(*)::integer as persons, sum(score_percent) as score, sum(score_percent ^ 2) as score_squares
    from ${attempts}
    group by programme_version_id`;

/** Sums over T points of M in a section, by version of the programme, as `SectionSums` has them. */
export const sectionsOf = (attempts: RawBuilder<unknown>) => sql`
    select programme_version_id, section, count(*)::integer as persons, sum(t) as points, sum(m) as max_points,
      sum(t * t / m) as weighted_squares, sum(t * t) as squares, sum(t / m) as share, sum((t / m) ^ 2) as share_squares
    from (
      select programme_version_id, part ->> 'section' as section, (part ->> 'points')::float8 as t, (part ->> 'maxPoints')::float8 as m
      from ${attempts} cross join lateral jsonb_array_elements(result -> 'sections') as part
    ) as scored
    where m > 0
    group by programme_version_id, section`;

/** A name for the statements above: what was kept under another one was counted otherwise, and is not read. */
export function countingDefinition(db: Reader): string {
  const name = sql.ref("attempt");
  const attempts = { name, few: true };
  const parts = [cellsOf(attempts, sql`'infinity'`), histogramsOf(attempts), formsOf(name), sectionsOf(name)];
  const { sql: words } = sql.join(parts).compile(db);
  return createHash("sha256").update(words).digest("hex").slice(0, 16);
}
