import { type RawBuilder, sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { ItemKind, ItemStatus } from "~/platform/schema/examination-tables";
import type { Section } from "../section-names";
import {
  answeredColumns,
  cellsOf,
  countingDefinition,
  formsOf,
  scoredColumns,
  sectionsOf,
  timesOf,
} from "./attempt-figures-queries.server";
import type { ChoiceSums, ItemSums } from "./item-statistics";
import type { SectionSums } from "./reliability";
import { mergedTimes, secondsOfClass, unpackedHistogram } from "./spent-time";

/** The sums of one item version. */
export interface VersionFigures extends ItemSums {
  readonly itemVersionId: string;
}

interface Rows {
  readonly items:
    | (Omit<VersionFigures, "recent" | "choices" | "times"> & { recentN: number; recentX: number })[]
    | null;
  readonly choices: { itemVersionId: string; choice: string | null; n: number; y: number }[] | null;
  readonly times: { itemVersionId: string; classes: number[]; counts: number[] }[] | null;
  readonly histograms: { itemVersionId: string; histogram: string }[] | null;
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
 * The sums over all responses to certification items in graded attempts, one entry an item version that anybody has had: one statement,
 * whatever their number, from what is kept of months that are over and the attempts of all others. `x`, `y` are shares of points; items left out of an attempt by a regrade are not in.
 * Times are kept by class, see `secondsOfClass`.
 */
export async function selectItemSums(
  db: Reader,
  recentSince: Date,
): Promise<{ versions: VersionFigures[]; programmes: PointShares[] }> {
  const { rows } = await itemSumsStatement(db, recentSince, await selectWhetherFewOpen(db)).execute(db);
  const [found] = rows;
  const choicesOf = byVersion(found?.choices ?? []);
  const [timesOf, histogramsOf] = [byVersion(found?.times ?? []), byVersion(found?.histograms ?? [])];
  const versions = (found?.items ?? []).map(({ recentN, recentX, ...sums }) => ({
    ...sums,
    recent: { n: recentN, x: recentX },
    choices: (choicesOf.get(sums.itemVersionId) ?? []).map(asChoice),
    times: mergedTimes([
      ...(timesOf.get(sums.itemVersionId) ?? []).flatMap(({ classes, counts }) =>
        classes.map((one, index) => ({ seconds: secondsOfClass(one), n: counts[index] ?? 0 })),
      ),
      ...(histogramsOf.get(sums.itemVersionId) ?? []).flatMap(({ histogram }) => unpackedHistogram(histogram)),
    ]),
  }));
  return { versions, programmes: found?.programmes ?? [] };
}

/**
 * The months that are read as they are kept (`kept`), and the graded attempts of all others (`live`), as two parts of a with clause. Of the month in which what is recent
 * begins, a part would be needed: it is not among the kept ones.
 */
const keptAndLive = (db: Reader, recentSince: Date | null, columns: RawBuilder<unknown>) => {
  const split = sql`date_trunc('month', ${recentSince}::timestamptz at time zone 'UTC')::date`;
  return sql`kept as materialized (
      select id as kept_id, month as kept_month, month > ${split} as recent from exam_month
      where definition = ${countingDefinition(db)} and month is distinct from ${split}
        and not exists (select from exam_month_change where exam_month_change.month = exam_month.month)
    ), live as materialized (
      select attempt.* from (
        select month::date from generate_series(
          (select min(finished_month) from attempt where graded_at is not null), (select max(finished_month) from attempt where graded_at is not null), interval '1 month') as month
        where not exists (select from kept where kept_month = month::date)
      ) as open_month
      cross join lateral (
        select ${columns} from attempt where finished_month = month and graded_at is not null offset 0
      ) as attempt
    )`;
};

const live = sql.ref("live");

/** Whether most of the graded attempts are in months that are kept. It decides how the others are read, not what is found. */
export async function selectWhetherFewOpen(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ few: boolean }>`
    select 4 * count(*) filter (where exam_month.id is null) <= count(*) as few
    from attempt left join exam_month on exam_month.month = finished_month and definition = ${countingDefinition(db)}
      and not exists (select from exam_month_change where exam_month_change.month = exam_month.month)
    where graded_at is not null
  `.execute(db);
  return rows[0]?.few === true;
}

/** All that is asked for is computed from few cells, of what is kept and what is read. */
export const itemSumsStatement = (db: Reader, recentSince: Date, few: boolean) => sql<Rows>`
    with ${keptAndLive(db, recentSince, answeredColumns)}, figure as materialized (
      select programme_version_id, item_version_id, choice, sum(n)::float8 as n, sum(x) as x, sum(xx) as xx, sum(y) as y, sum(yy) as yy, sum(xy) as xy,
        sum(recent_n)::float8 as recent_n, sum(recent_x) as recent_x
      from (
        select programme_version_id, item_version_id, choice, n, x, xx, y, yy, xy, case when recent then n else 0 end as recent_n, case when recent then x else 0 end as recent_x
        from kept join exam_month_cell on exam_month_id = kept_id
        union all ${cellsOf({ name: live, few }, sql`${recentSince}::timestamptz`)}
      ) as cell
      group by programme_version_id, item_version_id, choice
    )
    select
      (select json_agg(json_build_object('itemVersionId', item_version_id, 'n', n, 'x', x, 'xx', xx, 'y', y, 'yy', yy, 'xy', xy,
          'recentN', recent_n, 'recentX', recent_x))
        from (select item_version_id, sum(n) as n, sum(x) as x, sum(xx) as xx, sum(y) as y, sum(yy) as yy, sum(xy) as xy,
            sum(recent_n) as recent_n, sum(recent_x) as recent_x
          from figure group by item_version_id) as item) as items,
      (select json_agg(json_build_object('itemVersionId', item_version_id, 'choice', choice, 'n', n, 'y', y))
        from (select item_version_id, choice, sum(n) as n, sum(y) as y from figure group by item_version_id, choice) as chosen) as choices,
      (select json_agg(json_build_object('itemVersionId', item_version_id, 'classes', classes, 'counts', counts))
        from (select item_version_id, array_agg(class) as classes, array_agg(n) as counts from (${timesOf({ name: live, few })}) as timed group by item_version_id) as listed) as times,
      (select json_agg(json_build_object('itemVersionId', item_version_id, 'histogram', histogram::text))
        from (select item_version_id, sum(histogram) as histogram from kept join exam_month_time on exam_month_id = kept_id group by item_version_id) as summed) as histograms,
      (select json_agg(json_build_object('programmeVersionId', programme_version_id, 'itemVersionId', item_version_id, 'n', n, 'x', x, 'xx', xx))
        from (select programme_version_id, item_version_id, sum(n) as n, sum(x) as x, sum(xx) as xx
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

export interface FormFigures {
  readonly programmeVersionId: string;
  readonly persons: number;
  readonly score: number;
  readonly scoreSquares: number;
}

/** What the graded attempts scored, by version of the programme, and in each section: of kept months and of the attempts of all others. */
export async function selectScoreSums(db: Reader) {
  const { rows } = await sql<{ forms: FormFigures[] | null; sections: SectionFigures[] | null }>`
    with ${keptAndLive(db, null, scoredColumns)}, form as (
      select programme_version_id, sum(persons) as persons, sum(score) as score, sum(score_squares) as score_squares
      from (
        select programme_version_id, persons, score, score_squares from kept join exam_month_form on exam_month_id = kept_id
        union all ${formsOf(live)}
      ) as part
      group by programme_version_id
    ), section_part as (
      select programme_version_id, section, sum(persons) as persons, sum(points) as points, sum(max_points) as max_points,
        sum(weighted_squares) as weighted_squares, sum(squares) as squares, sum(share) as share, sum(share_squares) as share_squares
      from (
        select programme_version_id, section, persons, points, max_points, weighted_squares, squares, share, share_squares
        from kept join exam_month_section on exam_month_id = kept_id
        union all ${sectionsOf(live)}
      ) as part
      group by programme_version_id, section
    )
    select
      (select json_agg(json_build_object('programmeVersionId', programme_version_id, 'persons', persons, 'score', score, 'scoreSquares', score_squares)) from form) as forms,
      (select json_agg(json_build_object('programmeVersionId', programme_version_id, 'section', section, 'persons', persons, 'points', points, 'maxPoints', max_points,
          'weightedSquares', weighted_squares, 'squares', squares, 'share', share, 'shareSquares', share_squares)) from section_part) as sections
  `.execute(db);
  const { forms, sections } = rows[0] ?? { forms: null, sections: null };
  return { forms: forms ?? [], sections: sections ?? [] };
}

/** The versions of the item to which there are responses in graded attempts, the latest first. */
export async function selectAnsweredVersions(
  db: Reader,
  itemId: string,
): Promise<{ itemVersionId: string; version: number }[]> {
  return db
    .selectFrom("itemVersion")
    .select(["itemVersion.id as itemVersionId", "version"])
    .where("itemId", "=", itemId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("attemptItem")
          .innerJoin("attempt", "attempt.id", "attemptId")
          .select("attempt.id")
          .whereRef("itemVersionId", "=", "itemVersion.id")
          .where("gradedAt", "is not", null)
          .where("points", "is not", null),
      ),
    )
    .orderBy("version", "desc")
    .execute();
}
