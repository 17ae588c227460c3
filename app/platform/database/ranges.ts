import pg from "pg";
import type { Day, DayRange } from "~/kernel/calendar";
import type { InstantRange } from "../schema/columns";

/** What PostgreSQL writes for a discrete or canonical half-open range: `[a,b)`, bounds quoted where they hold spaces. */
const halfOpen = /^\["?([^",]+)"?,"?([^",]*)"?\)$/;
const parseInstant = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ);

function bounds(type: string, text: string): [start: string, end: string] {
  const [, start, end] = halfOpen.exec(text) ?? [];
  if (start === undefined || end === undefined || start.includes("infinity") || end.includes("infinity")) {
    throw new RangeError(
      `The ${type} "${text}" is empty, has no start or is not half-open; the portal stores no such range.`,
    );
  }
  return [start, end];
}

/** Reads PostgreSQL's daterange text, `[2026-01-01,2027-01-01)` or open `[2026-01-01,)`. Throws on an empty range. */
export function parseDayRange(text: string): DayRange {
  const [start, end] = bounds("daterange", text);
  return { start: start as Day, end: end === "" ? null : (end as Day) };
}

/** Reads PostgreSQL's tstzrange text, whatever offset the session's time zone gives it. Throws on an unbounded range. */
export function parseInstantRange(text: string): InstantRange {
  const [start, end] = bounds("tstzrange", text);
  if (end === "") throw new RangeError(`The tstzrange "${text}" has no end; the portal stores no such range.`);
  return { start: parseInstant(start) as Date, end: parseInstant(end) as Date };
}

/** Writes a day range as PostgreSQL reads it, half-open. */
export const dayRangeText = (range: DayRange): string => `[${range.start},${range.end ?? ""})`;

/** Writes an instant range as PostgreSQL reads it, half-open, in UTC, exact to the millisecond. */
export const instantRangeText = (range: InstantRange): string =>
  `[${range.start.toISOString()},${range.end.toISOString()})`;
