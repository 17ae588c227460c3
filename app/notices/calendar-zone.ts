/**
 * A time zone as calendars want it (VTIMEZONE, RFC 5545, 3.6.5). Where the clocks change by the same rule year after year, the rule is
 * written; where they do not, the changes themselves, as far as they are needed.
 */
import { Temporal } from "temporal-polyfill";
import { RecentlyUsed } from "~/kernel/recently-used";
import { localTime } from "./icalendar";

interface Change {
  readonly at: Temporal.ZonedDateTime;
  /** What the clock showed as it was set. */
  readonly wall: Temporal.PlainDateTime;
  readonly offsetFrom: number;
  readonly offsetTo: number;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** In so many further years a rule has to hold to be taken for one. */
const yearsOfRule = 3;

function changeFrom(moment: Temporal.ZonedDateTime, direction: "next" | "previous"): Change | undefined {
  const at = moment.getTimeZoneTransition(direction);
  if (!at) return undefined;
  const offsetFrom = at.subtract({ milliseconds: 1 }).offsetNanoseconds;
  const wall = at.withTimeZone("UTC").toPlainDateTime().add({ nanoseconds: offsetFrom });
  return { at, wall, offsetFrom, offsetTo: at.offsetNanoseconds };
}

const isLastOfMonth = ({ wall }: Change): boolean => wall.day + 7 > wall.daysInMonth;
const weekOfMonth = ({ wall }: Change): number => Math.ceil(wall.day / 7);

/** The rule by which the change comes again every year, as "BYMONTH=3;BYDAY=-1SU"; undefined when it does not. */
function yearlyRule(change: Change): string | undefined {
  const occurrences = [change];
  for (let latest: Change | undefined = change; occurrences.length <= yearsOfRule; ) {
    const back = changeFrom(latest.at, "next");
    latest = back && changeFrom(back.at, "next");
    if (!latest) return undefined;
    occurrences.push(latest);
  }
  const alike = occurrences.every(
    ({ wall, offsetFrom, offsetTo }, years) =>
      wall.year === change.wall.year + years &&
      wall.month === change.wall.month &&
      wall.dayOfWeek === change.wall.dayOfWeek &&
      wall.toPlainTime().equals(change.wall.toPlainTime()) &&
      offsetFrom === change.offsetFrom &&
      offsetTo === change.offsetTo,
  );
  if (!alike) return undefined;
  const day = (week: number) => `BYMONTH=${change.wall.month};BYDAY=${week}${weekdays[change.wall.dayOfWeek - 1]}`;
  if (occurrences.every(isLastOfMonth)) return day(-1);
  const week = weekOfMonth(change);
  return occurrences.every((other) => weekOfMonth(other) === week) ? day(week) : undefined;
}

function offsetText(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / 1e9;
  const digits = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, "0"),
  );
  return `${nanoseconds < 0 ? "-" : "+"}${digits[0]}${digits[1]}${digits[2] === "00" ? "" : digits[2]}`;
}

function observance({ wall, offsetFrom, offsetTo }: Omit<Change, "at">, rule?: string): string[] {
  const name = offsetTo > offsetFrom ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${name}`,
    `DTSTART:${localTime(wall)}`,
    `TZOFFSETFROM:${offsetText(offsetFrom)}`,
    `TZOFFSETTO:${offsetText(offsetTo)}`,
    ...(rule ? [`RRULE:FREQ=YEARLY;${rule}`] : []),
    `END:${name}`,
  ];
}

function observances(zone: string, from: Date, until: Date): string[] {
  const begin = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.fromEpochMilliseconds(until.getTime());
  const last = changeFrom(begin.add({ milliseconds: 1 }), "previous");
  const before = last && changeFrom(last.at, "previous");
  let next = changeFrom(begin, "next");
  // The clocks are not set any more, or never were: the offset stands for itself.
  if (!next || !last) {
    const offset = begin.offsetNanoseconds;
    const wall = Temporal.PlainDateTime.from("1970-01-01T00:00");
    return observance({ wall, offsetFrom: offset, offsetTo: offset });
  }
  const [ruleBefore, rule] = [before && yearlyRule(before), yearlyRule(last)];
  if (before && ruleBefore && rule) return [...observance(before, ruleBefore), ...observance(last, rule)];
  const lines = observance(last);
  for (; next && Temporal.Instant.compare(next.at.toInstant(), end) <= 0; next = changeFrom(next.at, "next")) {
    lines.push(...observance(next));
  }
  return lines;
}

/** Looking up when clocks are set is slow, and everybody of a session is told the same. */
const written = new RecentlyUsed<string[]>(100);

/** The zone (IANA name), true from one instant until the other at least. */
export function zoneLines(zone: string, from: Date, until: Date): string[] {
  const key = `${zone} ${from.toISOString()} ${until.toISOString()}`;
  const known = written.get(key);
  if (known) return known;
  const lines = ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances(zone, from, until), "END:VTIMEZONE"];
  written.set(key, lines);
  return lines;
}
