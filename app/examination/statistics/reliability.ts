/**
 * How well the score of a section, and of the whole form, tells candidates apart (domain rules §6): reliability with its interval, and
 * the standard error of measurement.
 *
 * Where everybody has had the same items, a section's reliability is Cronbach's alpha. Where forms are drawn, items are nested in
 * persons and how hard one's items happen to be is part of the error: then it is alpha's one-way form, ICC(1,k) of Shrout and Fleiss
 * (1979), 1 - MSW / MSB. Items weigh by their points. The form, a weighted sum of sections, has stratified alpha (Cronbach, Schönemann and
 * McKie 1965).
 */
import { fQuantile } from "./f-distribution";
import type { Estimate } from "./intervals";
import { statisticsPolicy } from "./item-statistics";

export interface SectionSums {
  readonly persons: number;
  /** Items of the section in a form. */
  readonly items: number;
  /** Over the persons, T points of M: sums of T, M, T² / M, T², and of the share T / M and its square. */
  readonly points: number;
  readonly maxPoints: number;
  readonly weightedSquares: number;
  readonly squares: number;
  readonly share: number;
  readonly shareSquares: number;
  readonly versions: readonly VersionSums[];
}

/** Points x of everybody who has had the item version. */
interface VersionSums {
  readonly n: number;
  readonly maxPoints: number;
  readonly x: number;
  readonly xx: number;
}

export interface Reliability {
  readonly persons: number;
  readonly design: "same_items" | "drawn_items";
  readonly alpha: Estimate;
  /** Standard error of measurement, in per cent of the section's or the form's score. */
  readonly errorPercent: number;
}

const varianceOf = (n: number, sum: number, squares: number): number =>
  Math.max(0, (squares - (sum * sum) / n) / (n - 1));

/**
 * The 95 % interval of Feldt (1965): (1 - alpha) / (1 - estimate) has an F distribution. `within` are the degrees of freedom of what
 * is not explained by persons.
 */
export function feldt(value: number, persons: number, within: number): Estimate {
  const [lower, upper] = [0.975, 0.025].map((share) => 1 - (1 - value) * fQuantile(share, persons - 1, within));
  return { value, low: Math.min(value, lower ?? value), high: Math.max(value, upper ?? value) };
}

/** Null with too few persons, fewer than two items, or when all have the same score. */
export function sectionReliability(sums: SectionSums): Reliability | null {
  const { persons, items } = sums;
  const found = persons < statisticsPolicy.fewestResponses ? null : reliabilityOf(sums);
  if (!found) return null;
  const { design, value } = found;
  const within = (design === "same_items" ? persons - 1 : persons) * (items - 1);
  const errorPercent = 100 * Math.sqrt(Math.max(0, varianceOf(persons, sums.share, sums.shareSquares) * (1 - value)));
  return { persons, design, alpha: feldt(value, persons, within), errorPercent };
}

/** The coefficient alone, for any number of persons from two on. */
export function reliabilityOf(
  sums: SectionSums,
): { readonly design: Reliability["design"]; readonly value: number } | null {
  const { persons: n, items: k, versions } = sums;
  if (n < 2 || k < 2) return null;
  const between = sums.weightedSquares - sums.points ** 2 / sums.maxPoints;
  if (between <= 1e-10 * sums.weightedSquares) return null;
  if (versions.length === k && versions.every((version) => version.n === n)) {
    const items = versions.reduce((sum, { x, xx }) => sum + varianceOf(n, x, xx), 0);
    return { design: "same_items", value: (k / (k - 1)) * (1 - items / varianceOf(n, sums.points, sums.squares)) };
  }
  const within = versions.reduce((sum, { xx, maxPoints }) => sum + xx / maxPoints, 0) - sums.weightedSquares;
  return { design: "drawn_items", value: 1 - Math.max(0, within) / (n * (k - 1)) / (between / (n - 1)) };
}

export interface FormSums {
  readonly persons: number;
  /** Sum of the scores in per cent, and of their squares. */
  readonly score: number;
  readonly scoreSquares: number;
  readonly sections: readonly (SectionSums & { readonly weight: number })[];
}

/** A section of which nothing can be said counts as error altogether. The interval takes the form for one of as many items: an approximation. */
export function formReliability({ persons, score, scoreSquares, sections }: FormSums): Reliability | null {
  const spread = persons < 2 ? 0 : varianceOf(persons, score, scoreSquares);
  if (persons < statisticsPolicy.fewestResponses || spread <= 1e-10 * scoreSquares) return null;
  const weights = sections.reduce((sum, { weight }) => sum + weight, 0);
  const error = sections.reduce((sum, section) => {
    const variance = varianceOf(persons, section.share, section.shareSquares);
    const unexplained = 1 - (reliabilityOf(section)?.value ?? 0);
    return sum + ((100 * section.weight) / weights) ** 2 * variance * unexplained;
  }, 0);
  const items = sections.reduce((sum, section) => sum + section.items, 0);
  const same = sections.every((section) => reliabilityOf(section)?.design !== "drawn_items");
  return {
    persons,
    design: same ? "same_items" : "drawn_items",
    alpha: feldt(1 - error / spread, persons, (persons - 1) * (items - 1)),
    errorPercent: Math.sqrt(error),
  };
}
