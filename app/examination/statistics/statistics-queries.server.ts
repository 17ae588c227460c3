import { sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import type { ItemKind, ItemStatus } from "~/platform/schema/examination-tables";
import type { Section } from "../section-names";
import type { ChoiceSums, ItemSums } from "./item-statistics";
import type { SectionSums } from "./reliability";

/** The sums of one item version. */
export interface VersionFigures extends ItemSums {
  readonly itemVersionId: string;
}

interface Rows {
  readonly items:
    | (Omit<VersionFigures, "recent" | "choices" | "times"> & { recentN: number; recentX: number })[]
    | null;
  readonly choices: { itemVersionId: string; choice: string | null; n: number; y: number }[] | null;
  readonly times: { itemVersionId: string; seconds: number; n: number }[] | null;
  readonly programmes: PointShares[] | null;
}

/** How an item version was answered in the attempts under one version of the programme; `x` is the share of its points. */
export interface PointShares {
  readonly programmeVersionId: string;
  readonly itemVersionId: string;
  readonly n: number;
  readonly x: number;
  readonly xx: number;
}

/**
 * The sums over all responses to certification items in graded attempts, one entry an item version that anybody has had: one statement over
 * all responses, whatever their number. `x`, `y` are shares of points; items left out of an attempt by a regrade are not in. Times
 * are kept to the second up to two minutes, then to 10 s, from ten minutes on to the minute.
 */
export async function selectItemSums(
  db: Reader,
  recentSince: Date,
): Promise<{ versions: VersionFigures[]; programmes: PointShares[] }> {
  const { rows } = await itemSumsStatement(recentSince).execute(db);
  const { items, choices, times, programmes } = rows[0] ?? {
    items: null,
    choices: null,
    times: null,
    programmes: null,
  };
  const [choicesOf, timesOf] = [byVersion(choices ?? []), byVersion(times ?? [])];
  const versions = (items ?? []).map(({ recentN, recentX, ...sums }) => ({
    ...sums,
    recent: { n: recentN, x: recentX },
    choices: (choicesOf.get(sums.itemVersionId) ?? []).map(asChoice),
    times: timesOf.get(sums.itemVersionId) ?? [],
  }));
  return { versions, programmes: programmes ?? [] };
}

/**
 * What `itemSumsStatement` is run under: the server cannot know how few cells the responses fall into, takes them for millions, and would sort
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

/**
 * Joins each response to its attempt and counts what is the same: item, choice, points, and the points of the whole form. All that is asked for is
 * computed from these few cells, so that a response costs no more than being read and counted. Times are counted beside it: in the same cells
 * they would multiply these until they no longer fit into memory.
 */
export const itemSumsStatement = (recentSince: Date) => sql<Rows>`
    with cell as materialized (
      select item_version_id, programme_version_id, choice, earned, max_points_sum as max_points, count(*) as n,
        count(*) filter (where finished_at >= ${recentSince}::timestamptz) as recent_n, sum(points_sum) as t, sum(points_sum * points_sum) as tt
      from (
        select item_version_id, attempt_id, ${chosen} as choice, points as earned
        from attempt_item where points is not null
      ) as given
      join attempt on attempt.id = attempt_id
      where graded_at is not null
      group by item_version_id, programme_version_id, choice, earned, max_points_sum
    ), figure as materialized (
      select item_version_id, programme_version_id, choice, n::float8 as n, recent_n::float8 as recent_n, x,
        (t - n * e) / rest as y, (tt - 2 * e * t + n * e * e) / (rest * rest) as yy
      from cell
      join item_version on item_version.id = item_version_id
      cross join lateral (
        select earned::float8 as e, earned::float8 / item_version.points as x, nullif(max_points - item_version.points, 0) as rest
      ) as share
    ), timed as (
      select item_version_id, seconds, count(*)::float8 as n
      from (
        select item_version_id, case when spent_seconds < 120 then spent_seconds when spent_seconds < 600 then spent_seconds / 10 * 10
          else least(spent_seconds / 60 * 60, 7200) end as seconds
        from attempt_item
        where spent_seconds is not null and points is not null
      ) as spent
      group by item_version_id, seconds
    )
    select
      (select json_agg(json_build_object('itemVersionId', item_version_id, 'n', n, 'x', x, 'xx', xx, 'y', y, 'yy', yy, 'xy', xy,
          'recentN', recent_n, 'recentX', recent_x))
        from (select item_version_id, sum(n) as n, sum(n * x) as x, sum(n * x * x) as xx, sum(y) as y, sum(yy) as yy, sum(x * y) as xy,
            sum(recent_n) as recent_n, sum(recent_n * x) as recent_x
          from figure group by item_version_id) as item) as items,
      (select json_agg(json_build_object('itemVersionId', item_version_id, 'choice', choice, 'n', n, 'y', y))
        from (select item_version_id, choice, sum(n) as n, sum(y) as y from figure group by item_version_id, choice) as chosen) as choices,
      (select json_agg(json_build_object('itemVersionId', item_version_id, 'seconds', seconds, 'n', n)) from timed) as times,
      (select json_agg(json_build_object('programmeVersionId', programme_version_id, 'itemVersionId', item_version_id, 'n', n, 'x', x, 'xx', xx))
        from (select programme_version_id, item_version_id, sum(n) as n, sum(n * x) as x, sum(n * x * x) as xx
          from figure group by programme_version_id, item_version_id) as shared) as programmes
  `;

function byVersion<Row extends { readonly itemVersionId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const here = grouped.get(row.itemVersionId);
    if (here) here.push(row);
    else grouped.set(row.itemVersionId, [row]);
  }
  return grouped;
}

/** `choice` is an option's id, a JSON list of them, `given`, or null. */
const asChoice = ({ choice, n, y }: { choice: string | null; n: number; y: number }): ChoiceSums => ({
  optionIds: choice === null ? [] : choice.startsWith("[") ? (JSON.parse(choice) as string[]) : [choice],
  n,
  y,
});

/** An item version as the statistics name it. */
export interface VersionName {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly code: string;
  readonly version: number;
  readonly status: ItemStatus;
  readonly section: Section;
  readonly kind: ItemKind;
  readonly points: number;
  readonly content: unknown;
}

/** Every version of a certification item, by code and version. */
export async function selectVersionNames(db: Reader): Promise<VersionName[]> {
  const rows = await db
    .selectFrom("itemVersion")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .select([
      "itemVersion.id as itemVersionId",
      "itemId",
      "code",
      "version",
      "status",
      "section",
      "kind",
      "points",
      "content",
    ])
    .where("pool", "=", "certification")
    .orderBy("code")
    .orderBy("version")
    .execute();
  return rows.map((row) => ({ ...row, section: row.section as Section }));
}

/** One section of the attempts under one version of the programme; `items` comes from its blueprint. */
export type SectionFigures = Omit<SectionSums, "items" | "versions"> & {
  readonly programmeVersionId: string;
  readonly section: Section;
};

/** What the graded attempts scored, by version of the programme, and in each section. */
export async function selectScoreSums(db: Reader) {
  const forms = await sql<{ programmeVersionId: string; persons: number; score: number; scoreSquares: number }>`
    select programme_version_id, count(*)::int as persons, sum(score_percent)::float8 as score, sum(score_percent ^ 2)::float8 as score_squares
    from attempt where graded_at is not null
    group by programme_version_id
  `.execute(db);
  const sections = await sql<SectionFigures>`
    select programme_version_id, section, count(*)::int as persons, sum(t) as points, sum(m) as max_points,
      sum(t * t / m) as weighted_squares, sum(t * t) as squares, sum(t / m) as share, sum((t / m) ^ 2) as share_squares
    from (
      select programme_version_id, part ->> 'section' as section, (part ->> 'points')::float8 as t, (part ->> 'maxPoints')::float8 as m
      from attempt cross join lateral jsonb_array_elements(result -> 'sections') as part
      where graded_at is not null
    ) as scored
    where m > 0
    group by programme_version_id, section
  `.execute(db);
  return { forms: forms.rows, sections: sections.rows };
}
