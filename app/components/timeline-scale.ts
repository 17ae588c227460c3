import { addDays, type Day, daysBetween, earlierDay, laterDay } from "~/kernel/calendar";

/** The arithmetic of the timeline: days to shares of its width, 0 at the left edge and 1 at the right. */

export interface TimelineWindow {
  readonly start: Day;
  /** First day after the window. */
  readonly end: Day;
}

export interface TimelineBar {
  readonly start: Day;
  /** First day no longer covered. */
  readonly end: Day;
  readonly state: "valid" | "upcoming" | "suspended" | "revoked" | "expired";
}

export interface TimelinePerson {
  readonly key: string;
  readonly name: string;
  readonly to?: string;
  /** In the order of their start; a chain of renewals touches, so nothing overlaps. */
  readonly bars: readonly TimelineBar[];
  /** Days on which the person is to be away: a softer mark on the bars. */
  readonly away?: readonly { readonly start: Day; readonly end: Day }[];
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;

/** The first of the month `months` after the month of `day`; negative goes back. */
function monthsFrom(day: Day, months: number): Day {
  const [year, month] = day.split("-").map(Number) as [number, number];
  const index = year * 12 + month - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01` as Day;
}

const monthsBefore = 2;
const fewestMonths = 12;
const mostMonths = 24;

/** Whole months: two before the month of `today`, and on to the last end, but 12 to 24 months in all. */
export function timelineWindow(today: Day, ends: readonly Day[]): TimelineWindow {
  const start = monthsFrom(today, -monthsBefore);
  const lastEnd = ends.reduce((last, end) => laterDay(last, end), today);
  const wanted = monthsFrom(lastEnd, 1);
  return { start, end: earlierDay(laterDay(wanted, monthsFrom(start, fewestMonths)), monthsFrom(start, mostMonths)) };
}

/** Where `day` begins, 0..1 inside the window and beyond it outside. */
export const dayShare = (window: TimelineWindow, day: Day): number =>
  daysBetween(window.start, day) / daysBetween(window.start, window.end);

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The part of `[start, end)` that the window shows; `undefined` when it shows none of it. */
export function visibleSpan(
  window: TimelineWindow,
  range: { readonly start: Day; readonly end: Day },
): Span | undefined {
  const from = Math.max(0, dayShare(window, range.start));
  const to = Math.min(1, dayShare(window, range.end));
  return from < to ? { from, to } : undefined;
}

export interface MonthTick {
  readonly day: Day;
  readonly month: number;
  readonly year: number;
  readonly share: number;
}

/** One tick for the first of each month that begins in the window. */
export function monthTicks(window: TimelineWindow): MonthTick[] {
  const ticks: MonthTick[] = [];
  let day = firstOfMonth(window.start);
  if (day < window.start) day = monthsFrom(day, 1);
  for (; day < window.end; day = monthsFrom(day, 1)) {
    const [year, month] = day.split("-").map(Number) as [number, number];
    ticks.push({ day, month, year, share: dayShare(window, day) });
  }
  return ticks;
}

/** Every how many months a label fits when there is room for `labels` of them. */
export const labelEvery = (months: number, labels: number): number =>
  [1, 2, 3, 6, 12].find((step) => months / step <= labels) ?? 12;

/** Half a day into the day, so that the line of a day stands on it and not between two days. */
export const middleOfDay = (window: TimelineWindow, day: Day): number =>
  (dayShare(window, day) + dayShare(window, addDays(day, 1))) / 2;
