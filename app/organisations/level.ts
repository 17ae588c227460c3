import { covers, type Day, type DayRange, earlierDay, laterDay } from "~/kernel/calendar";
import type { SecondLevelSupport } from "~/platform/schema/people-tables";

/** One stretch of an organisation's history at a programme level (clauses 2.1, 2.2). */
export interface LevelSpan {
  readonly levelCode: string;
  readonly secondLevelSupport: SecondLevelSupport;
  readonly during: DayRange;
}

/**
 * The days on which an organisation is bound to hold second-level support: where the level demands it, and where the level allows it and the
 * organisation has opted in (clause 2.2). In order, touching stretches joined.
 */
export function obligedRanges(levels: readonly LevelSpan[], optIns: readonly DayRange[]): DayRange[] {
  const pieces = levels.flatMap((level): DayRange[] => {
    if (level.secondLevelSupport === "mandatory") return [level.during];
    if (level.secondLevelSupport === "not_available") return [];
    return optIns.flatMap((optIn) => intersection(level.during, optIn) ?? []);
  });
  const joined: DayRange[] = [];
  for (const piece of pieces.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = joined.at(-1);
    if (!last || (last.end !== null && last.end < piece.start)) joined.push(piece);
    else joined[joined.length - 1] = { start: last.start, end: laterEnd(last.end, piece.end) };
  }
  return joined;
}

const laterEnd = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : laterDay(a, b));
const earlierEnd = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : earlierDay(a, b));

export function intersection(a: DayRange, b: DayRange): DayRange | undefined {
  const start = laterDay(a.start, b.start);
  const end = earlierEnd(a.end, b.end);
  return end !== null && end <= start ? undefined : { start, end };
}

export const levelOn = (levels: readonly LevelSpan[], day: Day): LevelSpan | undefined =>
  levels.find((level) => covers(level.during, day));
