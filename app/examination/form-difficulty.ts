import type { Blueprint } from "./blueprint";
import { resultOf } from "./grade-attempt";
import type { Section } from "./section-names";

interface FormItem {
  readonly section: Section;
  readonly points: number;
  /** Per cent of the points that are expected; null when nothing is known. */
  readonly difficulty: number | null;
}

/** The score in per cent that is expected on a form, made of its items as a result is made of points. Null where nothing is known of an item. */
export function expectedScore(blueprint: Blueprint, items: readonly FormItem[]): number | null {
  const graded = items.flatMap(({ section, points, difficulty }) =>
    difficulty === null ? [] : [{ section, maxPoints: points, points: (points * difficulty) / 100 }],
  );
  return graded.length < items.length || graded.length === 0 ? null : resultOf(blueprint, 0, graded).scorePercent;
}
