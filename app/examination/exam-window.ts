import { type Day, dayIn } from "~/kernel/calendar";

/**
 * When the examination is open. Without a window it always is; once exam managers have set one, it can be sat inside windows only, and the end of the
 * window ends whatever is under way.
 */

export interface ExamWindow {
  readonly opensAt: Date;
  /** The first instant that no longer belongs to it. */
  readonly closesAt: Date;
}

export type Opening =
  | { readonly open: true; readonly closesAt: Date | null }
  /** `opensAt`: of the next window; null when none is set. */
  | { readonly open: false; readonly opensAt: Date | null };

/** Whether one may start at `now`, and until when at the latest one may sit. Windows that touch or overlap are one. */
export function openingAt(windows: readonly ExamWindow[], now: Date): Opening {
  if (windows.length === 0) return { open: true, closesAt: null };
  const inOrder = [...windows].sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  let closesAt: Date | undefined;
  for (const window of inOrder) {
    const reached: Date = closesAt ?? now;
    if (window.opensAt <= reached && window.closesAt > reached) closesAt = window.closesAt;
  }
  if (closesAt) return { open: true, closesAt };
  return { open: false, opensAt: inOrder.find(({ opensAt }) => opensAt > now)?.opensAt ?? null };
}

/**
 * Whether one may start on a day to come, of a zone: the instant from which on where a window opens on it or later, null while none is set for then,
 * "that_day" where nothing but the day has to come.
 */
export function opensOnDay(windows: readonly ExamWindow[], day: Day, zone: string): "that_day" | Date | null {
  if (windows.length === 0) return "that_day";
  const lastOf = ({ closesAt }: ExamWindow) => dayIn(zone, new Date(closesAt.getTime() - 1));
  const coming = windows.filter((window) => lastOf(window) >= day);
  if (coming.length === 0) return null;
  const first = Math.min(...coming.map(({ opensAt }) => opensAt.getTime()));
  return dayIn(zone, new Date(first)) < day ? "that_day" : new Date(first);
}

/** The first instant from `at` on at which one may start; null while no window is set for it. */
export function opensFrom(windows: readonly ExamWindow[], at: Date): Date | null {
  const opening = openingAt(windows, at);
  return opening.open ? at : opening.opensAt;
}

/** What a new window does that whoever sets it may not have meant. */
export const windowEffects = ["closes_always_open", "shorter_than_exam"] as const;
export type WindowEffect = (typeof windowEffects)[number];

/** How many minutes one can sit from `now` on in the window and those that touch or overlap it. */
export function minutesInWindow(windows: readonly ExamWindow[], window: ExamWindow, now: Date): number {
  const after = openingAt([...windows, window], window.opensAt);
  let from = window.opensAt;
  for (const before of [...windows].sort((a, b) => b.closesAt.getTime() - a.closesAt.getTime())) {
    if (before.opensAt < from && before.closesAt >= from) from = before.opensAt;
  }
  const to = after.open && after.closesAt ? after.closesAt : window.closesAt;
  return Math.floor((to.getTime() - Math.max(from.getTime(), now.getTime())) / 60_000);
}
