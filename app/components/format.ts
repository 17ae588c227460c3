import type { Day, DayRange } from "~/kernel/calendar";
import * as days from "~/kernel/day-words";
import { type Language, plural } from "./messages";
import { unparted } from "./unparted";

export { monthName } from "~/kernel/day-words";

/** As in mails, but kept on one line where it would read badly in two. */
export const formatDay = (day: Day, language: Language, style?: days.DayStyle): string =>
  unparted(days.formatDay(day, language, style), language);

export const formatDayRange = (range: DayRange, language: Language, style?: days.DayStyle): string =>
  unparted(days.formatDayRange(range, language, style), language);

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

/** Hours and minutes for people ("1 h 30 min"); below an hour, minutes and seconds. */
export function formatDuration(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hour, minute, second] = language === "de" ? ["Std.", "Min.", "Sek."] : ["h", "min", "s"];
  const minutes = Math.floor(whole / 60);
  const parts = [
    [Math.floor(minutes / 60), hour],
    [minutes % 60, minute],
    [whole < 3600 ? whole % 60 : 0, second],
  ];
  if (whole === 0) return `0 ${second}`;
  return parts.flatMap(([amount, unit]) => (amount ? [`${amount} ${unit}`] : [])).join(" ");
}

const locales = { en: "en-GB", de: "de-DE" } as const;

// Making one costs as much as a hundred uses, and a page shows dozens of figures.
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, minimumFractionDigits: number, maximumFractionDigits: number) {
  const key = `${language} ${minimumFractionDigits} ${maximumFractionDigits}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(locales[language], { minimumFractionDigits, maximumFractionDigits });
  numberFormats.set(key, format);
  return format;
}

export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return numberFormat(language, 0, maximumFractionDigits).format(value);
}

/** With all its decimals and a true minus sign, for figures that stand below each other: "0.30" above "−0.57". */
export function formatFigure(value: number, language: Language, decimals = 2): string {
  // Adding 0 makes 0 of what has been rounded to -0.
  const rounded = Number(value.toFixed(decimals)) + 0;
  return numberFormat(language, decimals, decimals).format(rounded).replace("-", "−");
}

/** `share` 0..1 as a percentage without decimals. */
export function formatPercent(share: number, language: Language): string {
  return language === "de" ? `${formatNumber(share * 100, "de", 0)}\u00a0%` : `${formatNumber(share * 100, "en", 0)}%`;
}

/** Per cent with up to two decimals, for a score that may be just short: 69.99 must not read as 70. */
export function formatExactPercent(percent: number, language: Language): string {
  return `${formatNumber(percent, language)}${language === "de" ? "\u00a0%" : "%"}`;
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
