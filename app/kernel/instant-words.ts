import type { Day } from "./calendar";
import { type DayStyle, formatDay } from "./day-words";
import { germanPlaces } from "./german-places";

type Language = "en" | "de";

/** `dateTime` says day, time and zone, for somewhere to be; `stamp` is for tables and logs, whose caption names the zone. */
export type InstantStyle = "dateTime" | "stamp" | "time" | "timeWithSeconds";

interface WallClock {
  readonly day: Day;
  /** "09:05". */
  readonly time: string;
  readonly seconds: string;
  /** "UTC+1", "UTC−3:30", "UTC". */
  readonly offset: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A page says the same few instants again and again, and each costs as much as a look-up in the database. */
const told = new Map<string, WallClock>();
const mostTold = 2_000;

function wallClock(instant: string | Date, zone: string): WallClock {
  const key = `${zone} ${typeof instant === "string" ? instant : instant.getTime()}`;
  let clock = told.get(key);
  if (!clock) {
    clock = readWallClock(instant, zone);
    if (told.size >= mostTold) told.clear();
    told.set(key, clock);
  }
  return clock;
}

function readWallClock(instant: string | Date, zone: string): WallClock {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "longOffset",
    });
    formatters.set(zone, formatter);
  }
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter.formatToParts(new Date(instant))) part[type] = value;
  return {
    day: `${part.year}-${part.month}-${part.day}` as Day,
    time: `${part.hour}:${part.minute}`,
    seconds: part.second ?? "",
    offset: shortOffset(part.timeZoneName ?? ""),
  };
}

/** "GMT+01:00" to "UTC+1": only digits are taken, the runtime's words ("GMT", "GMT+00:00") differ between releases. */
function shortOffset(longOffset: string): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(longOffset) ?? [];
  if (Number(hours ?? 0) === 0 && Number(minutes ?? 0) === 0) return "UTC";
  return `UTC${sign === "-" ? "−" : "+"}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
}

/** The zone as people call it: "Berlin (UTC+1)", in German "Wien (UTC+1)", or only "UTC" where the zone has no place. */
export function formatZone(instant: string | Date, zone: string, language: Language): string {
  const { offset } = wallClock(instant, zone);
  const named = zone.includes("/") ? zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ") : "";
  const place = language === "de" ? (germanPlaces.get(named) ?? named) : named;
  return place === "" || place === "UTC" ? offset : `${place} (${offset})`;
}

/** What the clock on the wall of `zone` (IANA name) shows at `instant`; ISO text is what loaders hand over. */
export function formatInstant(
  instant: string | Date,
  language: Language,
  zone: string,
  style: InstantStyle = "dateTime",
): string {
  const { day, time, seconds } = wallClock(instant, zone);
  switch (style) {
    case "dateTime":
      return `${dayAndTime(day, time, language, "weekday")}, ${formatZone(instant, zone, language)}`;
    case "stamp":
      return dayAndTime(day, time, language, "short");
    case "time":
      return time;
    case "timeWithSeconds":
      return `${time}:${seconds}`;
  }
}

function dayAndTime(day: Day, time: string, language: Language, style: DayStyle): string {
  return `${formatDay(day, language, style)}, ${time}${language === "de" ? " Uhr" : ""}`;
}

/** From one instant to another; the day is said once when both fall on it: "Tue 10 Mar 2026, 09:00–12:00, Berlin (UTC+1)". */
export function formatInstantRange(start: string | Date, end: string | Date, language: Language, zone: string): string {
  const from = wallClock(start, zone);
  const to = wallClock(end, zone);
  if (from.day !== to.day) {
    return `${dayAndTime(from.day, from.time, language, "weekday")} – ${formatInstant(end, language, zone)}`;
  }
  return `${dayAndTime(from.day, `${from.time}–${to.time}`, language, "weekday")}, ${formatZone(start, zone, language)}`;
}

/** The value of an `<input type="datetime-local">` for `instant` on the wall of `zone`. */
export function toLocalInputValue(instant: string | Date, zone: string): string {
  const { day, time } = wallClock(instant, zone);
  return `${day}T${time}`;
}
