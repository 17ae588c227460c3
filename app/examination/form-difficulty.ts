import type { Blueprint } from "./blueprint";
import { resultOf } from "./grade-attempt";
import type { Section } from "./section-names";

export interface GuessedItem {
  readonly section: Section;
  readonly points: number;
  readonly difficultyGuess: number | null;
}

/**
 * The score in per cent that somebody who just deserves to pass is expected to reach on a form, by the guesses of the items' authors: close to the
 * cut score when both are well chosen. Null where an item has no guess.
 */
export function expectedScore(blueprint: Blueprint, items: readonly GuessedItem[]): number | null {
  const graded = items.flatMap(({ section, points, difficultyGuess }) =>
    difficultyGuess === null ? [] : [{ section, maxPoints: points, points: (points * difficultyGuess) / 100 }],
  );
  return graded.length < items.length || graded.length === 0 ? null : resultOf(blueprint, 0, graded).scorePercent;
}
