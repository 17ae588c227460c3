/** Months of the training calendar, as weeks that begin on Monday (ISO 8601). */
import { addDays, type Day, parseDay, weekdayOf } from "~/kernel/calendar";

/** `YYYY-MM`. */
export type Month = `${number}-${number}`;

export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;
export const firstDayOf = (month: Month): Day => `${month}-01` as Day;

/** The month a text names, or undefined. */
export function parseMonth(text: string | null): Month | undefined {
  const day = text === null ? undefined : parseDay(`${text}-01`);
  return day && monthOf(day);
}

export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const count = year * 12 + number - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}` as Month;
}

/** Whole weeks, Monday to Sunday, that hold every day of the month; those at its edges reach into its neighbours. */
export function weeksOf(month: Month): Day[][] {
  const first = firstDayOf(month);
  const end = firstDayOf(addMonths(month, 1));
  const weeks: Day[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday < end; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  }
  return weeks;
}
