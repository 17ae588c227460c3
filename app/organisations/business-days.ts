/** Business days of a contracting entity (clause 2.4.3): every day that is neither a free weekday nor a public holiday there. */
import { addDays, type Day, weekdayOf } from "~/kernel/calendar";

export interface BusinessCalendar {
  /** 1 = Monday ... 7 = Sunday. */
  readonly freeWeekdays: readonly number[];
  readonly holidays: ReadonlySet<Day>;
}

export const isBusinessDay = ({ freeWeekdays, holidays }: BusinessCalendar, day: Day): boolean =>
  !freeWeekdays.includes(weekdayOf(day)) && !holidays.has(day);

/**
 * The first day on which a change may take effect that is announced on `announcedOn` with `days` business days' notice. The day of the announcement
 * does not count and every day of the notice runs to its end: announced on a Monday with five, from Tuesday of the next week.
 */
export function earliestEffectiveOn(calendar: BusinessCalendar, announcedOn: Day, days: number): Day {
  if (calendar.freeWeekdays.length >= 7) throw new Error("a calendar without business days");
  let [day, left] = [addDays(announcedOn, 1), days];
  while (left > 0) {
    if (isBusinessDay(calendar, day)) left -= 1;
    day = addDays(day, 1);
  }
  return day;
}

/** So long before the last holiday that is known, staff are asked for those that follow. */
const nearDays = 183;

/** The last of the holidays, in order, when it is near or past: beyond it every weekday would count, and a notice come out too short. */
export function lastHolidayIfNear(holidays: readonly Day[], today: Day): Day | null {
  const last = holidays.at(-1);
  return last !== undefined && last < addDays(today, nearDays) ? last : null;
}
