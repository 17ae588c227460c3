/**
 * The modified Angoff method (Angoff 1971): each judge says how likely somebody who just deserves to pass answers each item correctly; of an
 * item with partial credit, what share of its points such people reach on average (Hambleton and Plake 1995). A judge's cut score is the score that such a person would have by this judge's word; the study's is the mean over the judges. How far it would
 * move with other judges, and with other judges and other items, follows Brennan and Lockwood (1980).
 */
import type { Blueprint } from "../blueprint";
import type { Section } from "../section-names";

export interface StudyItem {
  readonly itemVersionId: string;
  readonly section: Section;
  readonly points: number;
}

/** `percent`: of a hundred people who just deserve to pass, so many answer correctly; with partial credit, the mean share of the points they reach. */
export interface Rating {
  readonly personId: string;
  readonly itemVersionId: string;
  readonly percent: number;
}

export interface AngoffResult {
  /** Mean over the judges; like the errors to the hundredth of a per cent. */
  readonly cutScorePercent: number;
  /** Standard deviation of the judges' cut scores over the root of their number. */
  readonly standardError: number;
  /** The same if the items had been others of their kind, too; never smaller than what judges alone account for. */
  readonly errorWithOtherItems: number;
  readonly judges: readonly { readonly personId: string; readonly cutScorePercent: number }[];
  readonly items: number;
}

export interface AngoffShortage {
  /** Judges with a rating for every item; there must be two. */
  readonly completeJudges: number;
  /** Ratings that the judges who have begun still owe. */
  readonly missing: number;
}

const fewestJudges = 2;

const hundredths = (value: number): number => Math.round(value * 100) / 100;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The ratings of each judge in the order of the items; undefined where one is missing. */
function rowsOf(items: readonly StudyItem[], ratings: readonly Rating[]) {
  const byJudge = new Map<string, Map<string, number>>();
  for (const { personId, itemVersionId, percent } of ratings) {
    const row = byJudge.get(personId) ?? new Map<string, number>();
    byJudge.set(personId, row.set(itemVersionId, percent));
  }
  return [...byJudge]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([personId, row]) => ({ personId, row: items.map(({ itemVersionId }) => row.get(itemVersionId)) }));
}

/** What somebody with these chances scores: items weigh by their points in their section, sections by the blueprint. */
function scoreOf(blueprint: Blueprint, items: readonly StudyItem[], row: readonly number[]): number {
  const shares = blueprint.sections.flatMap(({ section, weight }) => {
    const here = items.flatMap(({ points, ...item }, index) =>
      item.section === section ? [{ points, percent: row[index] ?? 0 }] : [],
    );
    const whole = here.reduce((sum, { points }) => sum + points, 0);
    const reached = here.reduce((sum, { points, percent }) => sum + points * percent, 0);
    return whole === 0 ? [] : [{ weight, percent: reached / whole }];
  });
  const weights = shares.reduce((sum, { weight }) => sum + weight, 0);
  return shares.reduce((sum, { weight, percent }) => sum + (weight / weights) * percent, 0);
}

/** Mean squares of a table without repetition: rows (judges), columns (items), and what neither explains. */
export function meanSquares(table: readonly (readonly number[])[]) {
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  const grand = mean(table.flat());
  const rowMeans = table.map(mean);
  const columnMeans = Array.from({ length: columns }, (_, column) => mean(table.map((row) => row[column] ?? 0)));
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const [rowSquares, columnSquares] = [columns * squares(rowMeans), rows * squares(columnMeans)];
  const rest = Math.max(0, squares(table.flat()) - rowSquares - columnSquares);
  return {
    rows: rowSquares / (rows - 1),
    columns: columnSquares / (columns - 1),
    residual: rest / ((rows - 1) * (columns - 1)),
  };
}

/** Judges who have not rated every item do not count; with fewer than two who have, or fewer than two items, there is no result. */
export function angoffResult(
  blueprint: Blueprint,
  items: readonly StudyItem[],
  ratings: readonly Rating[],
): AngoffResult | AngoffShortage {
  const rows = rowsOf(items, ratings);
  const complete = rows.flatMap(({ personId, row }) => {
    const given = row.filter((percent) => percent !== undefined);
    return given.length === items.length ? [{ personId, row: given }] : [];
  });
  if (complete.length < fewestJudges || items.length < 2) {
    const missing = rows.reduce((sum, { row }) => sum + row.filter((percent) => percent === undefined).length, 0);
    return { completeJudges: complete.length, missing };
  }
  const judges = complete.map(({ personId, row }) => ({ personId, cutScorePercent: scoreOf(blueprint, items, row) }));
  const cut = mean(judges.map(({ cutScorePercent }) => cutScorePercent));
  const spread = judges.reduce((sum, { cutScorePercent }) => sum + (cutScorePercent - cut) ** 2, 0);
  const ofMean = spread / (judges.length - 1) / judges.length;
  const squares = meanSquares(complete.map(({ row }) => row));
  const ofItems = Math.max(0, squares.columns - squares.residual) / judges.length / items.length;
  return {
    cutScorePercent: hundredths(cut),
    standardError: hundredths(Math.sqrt(ofMean)),
    errorWithOtherItems: hundredths(Math.sqrt(ofMean + ofItems)),
    judges,
    items: items.length,
  };
}

export const isShort = (outcome: AngoffResult | AngoffShortage): outcome is AngoffShortage => "missing" in outcome;

/** What the judges see of an item between two rounds. */
export interface ItemFeedback {
  readonly itemVersionId: string;
  readonly percents: readonly { readonly personId: string; readonly percent: number }[];
  readonly mean: number;
  /** Largest less smallest. */
  readonly range: number;
}

/** By item, those with the widest spread first: that is what there is to discuss. Items that nobody has rated are left out. */
export function feedbackOf(items: readonly StudyItem[], ratings: readonly Rating[]): ItemFeedback[] {
  return items
    .flatMap(({ itemVersionId }) => {
      const percents = ratings
        .filter((rating) => rating.itemVersionId === itemVersionId)
        .map(({ personId, percent }) => ({ personId, percent }));
      if (percents.length === 0) return [];
      const values = percents.map(({ percent }) => percent);
      return [{ itemVersionId, percents, mean: mean(values), range: Math.max(...values) - Math.min(...values) }];
    })
    .sort((a, b) => b.range - a.range);
}

/** What speaks against signing a result; it can be signed all the same. */
export interface StudyDoubts {
  /** So many judges count, fewer than advised; null where they are enough. */
  readonly fewJudges: number | null;
  /** The standard error over the judges, in percentage points, where it is larger than advised. */
  readonly largeError: number | null;
  /** The signer's own ratings count in the result; `and_opened` where the signer also opened the study. */
  readonly ownRatings: "and_opened" | "only" | null;
}

/** At least five judges (Livingston and Zieky 1982). The error is the house's choice: twice of it is five points to either side. */
export const soundStudy = { fewestJudges: 5, largestStandardError: 2.5 } as const;

export function doubtsOf({ judges, standardError }: AngoffResult, signerId: string, createdBy: string): StudyDoubts {
  const judged = judges.some(({ personId }) => personId === signerId);
  return {
    fewJudges: judges.length < soundStudy.fewestJudges ? judges.length : null,
    largeError: standardError > soundStudy.largestStandardError ? standardError : null,
    ownRatings: judged ? (signerId === createdBy ? "and_opened" : "only") : null,
  };
}
