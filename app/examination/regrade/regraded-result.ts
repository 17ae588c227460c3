import type { Blueprint } from "../blueprint";
import { type AttemptResult, resultOf } from "../grade-attempt";
import type { Section } from "../section-names";

interface Change {
  readonly blueprint: Blueprint;
  readonly before: AttemptResult;
  /** The item: its section, its points at most, and what it earned and earns; null while it is left out. */
  readonly section: Section;
  readonly maxPoints: number;
  readonly pointsBefore: number | null;
  readonly pointsAfter: number | null;
  /** A pass is not taken away, whatever the points say. */
  readonly keepPass: boolean;
}

/** The result when one item's points change and everything else stays; the result before when that would leave no item at all. */
export function regradedResult(change: Change): AttemptResult {
  const { blueprint, before, maxPoints, pointsBefore, pointsAfter, keepPass } = change;
  const shares = blueprint.sections.map(({ section }) => {
    const { points = 0, maxPoints: whole = 0 } = before.sections.find((one) => one.section === section) ?? {};
    if (section !== change.section) return { section, points, maxPoints: whole };
    return {
      section,
      points: points - (pointsBefore ?? 0) + (pointsAfter ?? 0),
      maxPoints: whole - (pointsBefore === null ? 0 : maxPoints) + (pointsAfter === null ? 0 : maxPoints),
    };
  });
  const graded = shares.filter((share) => share.maxPoints > 0);
  if (graded.length === 0) return before;
  const result = resultOf(blueprint, before.cutScorePercent, graded);
  return keepPass && before.passed && !result.passed ? { ...result, passed: true, passKept: true } : result;
}
