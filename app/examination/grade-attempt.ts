/**
 * From graded items to the result of an attempt. A section counts by its weight, not by the points its items happen to carry,
 * so that two forms of one blueprint weigh the same.
 *
 * Rounding: items are graded to the thousandth of a point; from there everything is exact (whole numbers, no binary fractions)
 * and percentages shown are cut off after two decimals. 69.999 % is shown as 69.99 and is below a cut score of 70.
 */
import type { Blueprint } from "./blueprint";
import type { ItemKey } from "./item-key";
import { pointsUnder, type Treatment } from "./regrade/treatment";
import type { ItemResponse } from "./response";
import type { Section } from "./section-names";

export interface SectionResult {
  readonly section: Section;
  readonly points: number;
  readonly maxPoints: number;
  readonly percent: number;
  readonly minimumPercent: number | null;
  /** Reached its own minimum; true where the blueprint sets none. */
  readonly met: boolean;
}

/** What is stored in `attempt.result` and shown to the candidate; it names no item and no key. */
export interface AttemptResult {
  readonly scorePercent: number;
  readonly passed: boolean;
  readonly sections: readonly SectionResult[];
  readonly cutScorePercent: number;
  /** Passed by an earlier result that a regrade lowered, and kept. */
  readonly passKept?: true;
}

/** Below its own minimum, or below what the whole examination asks for. */
export const isWeak = ({ met, percent }: SectionResult, cutScorePercent: number): boolean =>
  !met || percent < cutScorePercent;

export const hasWeakSection = ({ sections, cutScorePercent }: AttemptResult): boolean =>
  sections.some((section) => isWeak(section, cutScorePercent));

export interface AnsweredItem {
  readonly section: Section;
  readonly key: ItemKey;
  readonly maxPoints: number;
  readonly response: ItemResponse | null;
  /** What a regrade in force does about the item; null for most. */
  readonly treatment?: Treatment | null;
  /** What people have given it; nothing for most. */
  readonly marked?: number | null | undefined;
}

export interface GradedItem {
  readonly section: Section;
  readonly points: number;
  readonly maxPoints: number;
}

const thousandths = (points: number): bigint => BigInt(Math.round(points * 1000));

/** A share of `whole` in hundredths of a per cent, cut off. */
const percentOf = (part: bigint, whole: bigint): number => Number((part * 10_000n) / whole) / 100;

function sum(items: readonly GradedItem[], of: (item: GradedItem) => number): bigint {
  return items.reduce((total, item) => total + thousandths(of(item)), 0n);
}

/** The result of items already graded: sections in the blueprint's order, those without an item left out. */
export function resultOf(blueprint: Blueprint, cutScorePercent: number, graded: readonly GradedItem[]): AttemptResult {
  const shares = blueprint.sections.flatMap(({ section, weight, minimumPercent }) => {
    const items = graded.filter((item) => item.section === section);
    const [points, maxPoints] = [sum(items, (item) => item.points), sum(items, (item) => item.maxPoints)];
    return maxPoints === 0n
      ? []
      : [{ section, weight: BigInt(weight), minimumPercent: minimumPercent ?? null, points, maxPoints }];
  });
  if (shares.length === 0) throw new Error("an attempt without items has no result");
  // One denominator for all sections, so that the comparison with the cut score is a comparison of whole numbers.
  const denominator = shares.reduce((product, { maxPoints }) => product * maxPoints, 1n);
  const score = shares.reduce(
    (total, { weight, points, maxPoints }) => total + (weight * points * denominator) / maxPoints,
    0n,
  );
  const full = shares.reduce((total, { weight }) => total + weight * denominator, 0n);
  const reachedCut = score * 10_000n >= BigInt(Math.round(cutScorePercent * 100)) * full;
  const sections = shares.map(({ section, points, maxPoints, minimumPercent }) => ({
    section,
    points: Number(points) / 1000,
    maxPoints: Number(maxPoints) / 1000,
    percent: percentOf(points, maxPoints),
    minimumPercent,
    met: minimumPercent === null || points * 100n >= BigInt(minimumPercent) * maxPoints,
  }));
  return {
    scorePercent: percentOf(score, full),
    passed: reachedCut && sections.every(({ met }) => met),
    sections,
    cutScorePercent,
  };
}

/**
 * Grades every item of a form and the attempt: `points[i]` belongs to `items[i]`, null where a regrade leaves the item out. Passed means
 * the cut score reached and every section's minimum met.
 */
export function gradeAttempt(attempt: {
  readonly blueprint: Blueprint;
  readonly cutScorePercent: number;
  readonly items: readonly AnsweredItem[];
}): { readonly points: readonly (number | null)[]; readonly result: AttemptResult } {
  const points = attempt.items.map((item) => pointsUnder(item.treatment ?? null, item));
  const graded = attempt.items.flatMap(({ section, maxPoints }, index) => {
    const earned = points[index] ?? null;
    return earned === null ? [] : [{ section, maxPoints, points: earned }];
  });
  return { points, result: resultOf(attempt.blueprint, attempt.cutScorePercent, graded) };
}
