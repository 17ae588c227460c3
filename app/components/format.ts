import { type Day, type DayRange, lastDay, weekdayOf } from "~/kernel/calendar";
import { type Language, plural } from "./messages";

/**
 * Dates, times and amounts as people read them. The names of days and months stand here, because those of `Intl` differ
 * between releases of the runtime, and a page must read the same on the server and in the browser.
 */

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

/** How far a day is away, to stand *beside* its date: "in 12 days", "today", "3 days ago". */
export function formatDaysAway(days: number, language: Language): string {
  const count = formatNumber(Math.abs(days), language);
  if (language === "de") {
    if (days === 0) return "heute";
    if (days === 1) return "morgen";
    if (days === -1) return "gestern";
    return days > 0 ? `in ${count} Tagen` : `vor ${count} Tagen`;
  }
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${count} days` : `${count} days ago`;
}

/** Hours and minutes for people ("1 h 30 min"); below a minute, seconds. */
export function formatDuration(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hour, minute, second] = language === "de" ? ["Std.", "Min.", "Sek."] : ["h", "min", "s"];
  if (whole < 60) return `${whole} ${second}`;
  const minutes = Math.floor(whole / 60);
  const parts = [
    [Math.floor(minutes / 60), hour],
    [minutes % 60, minute],
  ];
  return parts.flatMap(([amount, unit]) => (amount ? [`${amount} ${unit}`] : [])).join(" ");
}

const locales = { en: "en-GB", de: "de-DE" } as const;

export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits }).format(value);
}

/** `share` 0..1 as a percentage without decimals. */
export function formatPercent(share: number, language: Language): string {
  return language === "de" ? `${formatNumber(share * 100, "de", 0)} %` : `${formatNumber(share * 100, "en", 0)}%`;
}

/** `minorUnits` are cents or pence; `currency` is an ISO 4217 code. */
export function formatMoney(minorUnits: number, currency: string, language: Language): string {
  const formatter = new Intl.NumberFormat(locales[language], { style: "currency", currency });
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2;
  return formatter.format(minorUnits / 10 ** digits);
}

/** "3 of 5 people" style counts: the number and the form of the noun that goes with it. */
export function formatCount(count: number, language: Language, forms: { one: string; other: string }): string {
  return `${formatNumber(count, language)} ${plural(language, count, forms)}`;
}
