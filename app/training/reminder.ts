/** Reminders before a training session (domain rule 4): chosen by state, so a missed day is made up, and only the most urgent one is sent. */
import { addDays, type Day, daysBetween } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";

/**
 * The reminder due on `today` for a session that starts on `startsOn`, in days before it; undefined while none is due. Who joined on or
 * after the day on which it fell due has just been told, and needs no reminding. Days are those of the session's zone.
 */
export function dueReminder(dates: { today: Day; startsOn: Day; joinedOn: Day }): number | undefined {
  const left = daysBetween(dates.today, dates.startsOn);
  if (left < 0) return undefined;
  const stage = policy.trainingReminderDays.filter((days) => left <= days).at(-1);
  if (stage === undefined) return undefined;
  return dates.joinedOn < addDays(dates.startsOn, -stage) ? stage : undefined;
}

/** Sessions that begin before it may be due a reminder: one day more than the longest stage, because days are those of each session's zone. */
export const reminderHorizon = (now: Date): Date =>
  new Date(now.getTime() + (Math.max(...policy.trainingReminderDays) + 2) * 86_400_000);
