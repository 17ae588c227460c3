/**
 * Calendar arithmetic on days. A certificate, a membership or a level lasts for days of the organisation's calendar,
 * never for multiples of 24 hours, so nothing here knows an hour except `dayIn`.
 */

/** A calendar date, ISO 8601 `YYYY-MM-DD`; compares correctly as text. */
export type Day = `${number}-${number}-${number}`;

/** Half-open: `start` belongs to the range, `end` is the first day after it; no `end` means open. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day | null;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const msPerDay = 86_400_000;

/** From its parts: in little more than half the time of having a date parsed, and pages compare days by the thousand. */
const toEpochDay = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msPerDay;
const fromEpochDay = (epochDay: number): Day => new Date(epochDay * msPerDay).toISOString().slice(0, 10) as Day;

const firstKnown = "1900-01-01";
/** Long after every certificate, and with room for what is counted from it: years have four digits. */
const lastKnown = "2999-12-31";

/** The day a text names, or `undefined` for anything that is not a date of the calendar (30 February is not) from 1900 to 2999. */
export function parseDay(text: string): Day | undefined {
  if (!shape.test(text) || text < firstKnown || text > lastKnown) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : (text as Day);
}

export const addDays = (day: Day, days: number): Day => fromEpochDay(toEpochDay(day) + days);

/** The same date `years` later; 29 February becomes 1 March where there is none (domain rule: nobody loses the day). */
export function addYears(day: Day, years: number): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10) as Day;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toEpochDay(to) - toEpochDay(from);

export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const laterDay = (a: Day, b: Day): Day => (a > b ? a : b);

export const covers = (range: DayRange, day: Day): boolean =>
  range.start <= day && (range.end === null || day < range.end);

/** The last day inside a closed range: what people are shown as "valid through". */
export const lastDay = (range: { readonly end: Day }): Day => addDays(range.end, -1);

/** 1 = Monday ... 7 = Sunday (ISO 8601). */
export const weekdayOf = (day: Day): number => ((((toEpochDay(day) + 3) % 7) + 7) % 7) + 1;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date that a clock on the wall of `zone` (IANA name) shows at `instant`. */
export function dayIn(zone: string, instant: Date): Day {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formatters.set(zone, formatter);
  }
  return formatter.format(instant) as Day;
}

/** Zones for a field to suggest. */
export const timeZones = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** Whether the runtime knows `zone` as an IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone.length > 0 &&
      /^(UTC|[A-Z][A-Za-z_]+\/)/.test(zone)
    );
  } catch {
    return false;
  }
}
