import { covers, type Day, type DayRange } from "~/kernel/calendar";
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
  const ordered = pieces.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  return ordered.reduce<DayRange[]>((joined, piece) => {
    const last = joined.at(-1);
    if (!last || (last.end !== null && last.end < piece.start)) return [...joined, piece];
    const end = last.end === null || piece.end === null ? null : last.end > piece.end ? last.end : piece.end;
    return [...joined.slice(0, -1), { start: last.start, end }];
  }, []);
}

export function intersection(a: DayRange, b: DayRange): DayRange | undefined {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end === null ? b.end : b.end === null ? a.end : a.end < b.end ? a.end : b.end;
  return end !== null && end <= start ? undefined : { start, end };
}

export const levelOn = (levels: readonly LevelSpan[], day: Day): LevelSpan | undefined => levels.find((level) => covers(level.during, day));
