/** The days that the examination windows leave, for whoever counts on or back from a day. Without a window every day is open. */
import { Temporal } from "temporal-polyfill";
import { type ExamWindow, opensOnDay } from "~/examination/exam-window";
import { addDays, type Day, dayIn } from "~/kernel/calendar";

export interface ExamDays {
  readonly windows: readonly ExamWindow[];
  /** Of the organisation. */
  readonly zone: string;
}

/** The first day from `day` on at which the examination is open for some time; null while no window is set for it. */
export function firstOpenDay(day: Day, { windows, zone }: ExamDays): Day | null {
  const opens = opensOnDay(windows, day, zone);
  return opens instanceof Date ? dayIn(zone, opens) : opens && day;
}

/** The last day up to `day` at which it is open for some time; null where none is. */
export const lastOpenDay = (day: Day, days: ExamDays): Day | null =>
  days.windows.length === 0 ? day : latest(endsBy(day, days).map((end) => dayIn(days.zone, new Date(end - 1))));

/** Whoever may start from some hour of this day on, or of one before, finds it open by the end of `day`; null where nobody does. */
export const lastArrival = (day: Day, days: ExamDays): Day | null =>
  days.windows.length === 0
    ? day
    : latest(endsBy(day, days).map((end) => addDays(dayIn(days.zone, new Date(end)), -1)));

/** When the windows that open by the end of `day` close, at the end of that day at the latest. */
function endsBy(day: Day, { windows, zone }: ExamDays): number[] {
  const over = Temporal.PlainDate.from(addDays(day, 1)).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  return windows
    .filter(({ opensAt }) => opensAt.getTime() < over)
    .map(({ closesAt }) => Math.min(closesAt.getTime(), over));
}

const latest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null;
