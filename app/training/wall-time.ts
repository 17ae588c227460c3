/**
 * From what a clock on the wall shows to the instant that is meant, and back. A training session is agreed on in wall-clock time of its
 * zone, so 09:00 stays 09:00 when the clocks change between two parts (domain rule 5).
 */
import { Temporal } from "temporal-polyfill";
import type { Day } from "~/kernel/calendar";

/** A day and a time of day `HH:MM` (24 hours), without a zone. */
export interface WallTime {
  readonly day: Day;
  readonly time: string;
}

/** How often the clock shows a time: usually once; not at all in the hour skipped in spring, twice in the one repeated in autumn. */
export type Showing =
  | { readonly kind: "once"; readonly instant: Date }
  | { readonly kind: "twice"; readonly first: Date; readonly second: Date }
  | { readonly kind: "never" };

const toDate = (moment: Temporal.ZonedDateTime): Date => new Date(moment.epochMilliseconds);

/** When a clock on the wall of `zone` (IANA name) shows `wall`. Throws a RangeError for an unknown zone or a malformed time. */
export function showingOf({ day, time }: WallTime, zone: string): Showing {
  const asked = Temporal.PlainDateTime.from(`${day}T${time}`);
  const earlier = asked.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = asked.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: "once", instant: toDate(earlier) };
  return earlier.toPlainDateTime().equals(asked)
    ? { kind: "twice", first: toDate(earlier), second: toDate(later) }
    : { kind: "never" };
}

/** The one instant a person means by `wall`: of a repeated hour the first; undefined for a time that the clocks skip. */
export function meantBy(wall: WallTime, zone: string): Date | undefined {
  const showing = showingOf(wall, zone);
  switch (showing.kind) {
    case "once":
      return showing.instant;
    case "twice":
      return showing.first;
    case "never":
      return undefined;
  }
}

/** The last millisecond of a day in `zone`, whatever the clocks do at midnight. */
export const lastInstantOf = (day: Day, zone: string): Date =>
  new Date(toDate(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone)).getTime() - 1);

/** What the clock on the wall of `zone` shows at `instant`, to the minute. */
export function wallTimeAt(instant: Date, zone: string): WallTime {
  const shown = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return {
    day: shown.toPlainDate().toString() as Day,
    time: shown.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}

/** Whether the clock shows the time of `instant` a second time, so that people must be told which one is meant. */
export const isRepeatedHour = (instant: Date, zone: string): boolean =>
  showingOf(wallTimeAt(instant, zone), zone).kind === "twice";
