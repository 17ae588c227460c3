import type { Day, DayRange } from "~/kernel/calendar";
import { intersection } from "~/organisations/level";

/** Lists of day ranges as sets of days: in order, without overlap, and never two that touch. */

const endsBefore = (range: DayRange, day: Day): boolean => range.end !== null && range.end < day;
const laterEnd = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : a > b ? a : b);

/** The days covered by any of the ranges; what touches becomes one, so a renewed certificate does not end. */
export function joined(ranges: readonly DayRange[]): DayRange[] {
  const result: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = result.at(-1);
    if (!last || endsBefore(last, range.start)) result.push(range);
    else result[result.length - 1] = { start: last.start, end: laterEnd(last.end, range.end) };
  }
  return result;
}

/** The days in both sets. Both must be `joined`; so is the result. */
export function overlap(a: readonly DayRange[], b: readonly DayRange[]): DayRange[] {
  const pieces = a.flatMap((one) => b.flatMap((other) => intersection(one, other) ?? []));
  return pieces.sort((one, other) => (one.start < other.start ? -1 : 1));
}

/** The days of `range` that no hole covers. */
export function without(range: DayRange, holes: readonly DayRange[]): DayRange[] {
  let rest: DayRange[] = [range];
  for (const hole of holes) {
    rest = rest.flatMap((piece) => {
      if (!intersection(piece, hole)) return [piece];
      const before = piece.start < hole.start ? [{ start: piece.start, end: hole.start }] : [];
      const after =
        hole.end !== null && (piece.end === null || hole.end < piece.end) ? [{ start: hole.end, end: piece.end }] : [];
      return [...before, ...after];
    });
  }
  return rest;
}
