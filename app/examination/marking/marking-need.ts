/**
 * Whether a result may stand as the portal has counted it, or waits until people have marked what a count cannot judge (domain rules §6): only
 * close to the cut score, and only where their marks can change the outcome.
 */
import { policy } from "~/kernel/policy";
import { type Blueprint, itemCountOf } from "../blueprint";
import { type AnsweredItem, type AttemptResult, type GradedItem, resultOf } from "../grade-attempt";
import { isAnswered } from "../response";

/**
 * The standard error of measurement, in points of a hundred, of a candidate who stands at the cut score: the binomial error of Lord (1957), section
 * by section with the weights of the blueprint (Feldt 1984). It follows from the form alone, so it is known before the first candidate and the
 * same for everybody.
 */
export function standardErrorAtCut(blueprint: Blueprint, cutScorePercent: number): number {
  const weights = blueprint.sections.reduce((sum, { weight }) => sum + weight, 0);
  const spread = blueprint.sections.reduce((sum, { weight, items }) => sum + (weight / weights) ** 2 / items, 0);
  const cut = cutScorePercent / 100;
  return itemCountOf(blueprint) === 0 ? 0 : 100 * Math.sqrt(cut * (1 - cut) * spread);
}

export interface MarkingNeed {
  /** By the order of the form, from 1 on. */
  readonly ordinals: readonly number[];
  readonly standardError: number;
}

interface CountedAttempt {
  readonly blueprint: Blueprint;
  readonly cutScorePercent: number;
  readonly items: readonly AnsweredItem[];
  /** `points[i]` belongs to `items[i]`; null where it is left out. */
  readonly points: readonly (number | null)[];
  readonly result: AttemptResult;
}

/** The answers that people have to mark before the result stands; null when it stands. An empty report, and one that a regrade decides, is not among them. */
export function markingNeed({ blueprint, cutScorePercent, items, points, result }: CountedAttempt): MarkingNeed | null {
  const waiting = items.flatMap((item, index) =>
    isAnswered(item.response) && !item.treatment && policy.markedKinds.some((kind) => kind === item.key.kind)
      ? [index]
      : [],
  );
  if (waiting.length === 0) return null;
  const standardError = standardErrorAtCut(blueprint, cutScorePercent);
  if (Math.abs(result.scorePercent - cutScorePercent) > policy.markingBandErrors * standardError) return null;
  const outcomeWith = (share: 0 | 1): boolean => {
    const graded = items.flatMap(({ section, maxPoints }, index): GradedItem[] => {
      const counted = points[index] ?? null;
      if (counted === null) return [];
      return [{ section, maxPoints, points: waiting.includes(index) ? share * maxPoints : counted }];
    });
    return resultOf(blueprint, cutScorePercent, graded).passed;
  };
  return outcomeWith(0) === outcomeWith(1) ? null : { ordinals: waiting.map((index) => index + 1), standardError };
}
