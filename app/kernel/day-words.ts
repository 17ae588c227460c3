/**
 * Days as people read them, in pages and in mails. The names of days and months stand here, because those of `Intl` differ
 * between releases of the runtime, and a page must read the same on the server and in the browser.
 */
import { type Day, type DayRange, lastDay, weekdayOf } from "./calendar";

type Language = "en" | "de";

/** `short` 10 Mar 2026 · `weekday` Tue 10 Mar 2026 · `long` 10 March 2026 · `full` Tuesday, 10 March 2026. */
export type DayStyle = "short" | "weekday" | "long" | "full";

const names = {
  en: {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: "January February March April May June July August September October November December".split(" "),
    weekdayLetters: 3,
  },
  de: {
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
    weekdayLetters: 2,
  },
} as const;

/** `month` 1-12; the first three letters, without a full stop (Mar, Mär), or the whole name. */
export function monthName(month: number, language: Language, style: "short" | "long"): string {
  const name = names[language].months[month - 1] ?? "";
  return style === "long" ? name : name.slice(0, 3);
}

/** A day of the calendar; it belongs to no zone, so none is asked for. */
export function formatDay(day: Day, language: Language, style: DayStyle = "short"): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const weekday = names[language].weekdays[weekdayOf(day) - 1] ?? "";
  const weekdayShort = weekday.slice(0, names[language].weekdayLetters);
  const long =
    language === "de"
      ? `${date}. ${monthName(month, "de", "long")} ${year}`
      : `${date} ${monthName(month, "en", "long")} ${year}`;
  const short =
    language === "de" ? day.split("-").reverse().join(".") : `${date} ${monthName(month, "en", "short")} ${year}`;
  switch (style) {
    case "short":
      return short;
    case "weekday":
      return language === "de" ? `${weekdayShort}, ${short}` : `${weekdayShort} ${short}`;
    case "long":
      return long;
    case "full":
      return `${weekday}, ${long}`;
  }
}

/** The first and the last day *in* the range, which is what people are shown; an open range reads "from ...". */
export function formatDayRange(range: DayRange, language: Language, style: DayStyle = "short"): string {
  const start = formatDay(range.start, language, style);
  if (range.end === null) return language === "de" ? `ab ${start}` : `from ${start}`;
  return `${start} – ${formatDay(lastDay({ end: range.end }), language, style)}`;
}
