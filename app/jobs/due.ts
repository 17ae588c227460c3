/**
 * When a job is due: its schedule names slots in UTC, and a job is due when a slot has come since it was last done. However many slots
 * were missed, one run catches up on all; there is no window in which they would have to be noticed.
 */
export type JobSchedule =
  | { readonly everyMinutes: number }
  /** "HH:MM" in UTC, where every day has every minute once. */
  | { readonly dailyAt: `${number}:${number}` };

const minute = 60_000;
const day = 24 * 60 * minute;

const period = (schedule: JobSchedule): number => ("everyMinutes" in schedule ? schedule.everyMinutes * minute : day);

function offset(schedule: JobSchedule): number {
  if ("everyMinutes" in schedule) return 0;
  const [hours, minutes] = schedule.dailyAt.split(":").map(Number) as [number, number];
  return (hours * 60 + minutes) * minute;
}

/** The last slot at or before `now`. */
function lastSlot(schedule: JobSchedule, now: Date): number {
  const [every, start] = [period(schedule), offset(schedule)];
  return Math.floor((now.getTime() - start) / every) * every + start;
}

/** How far the clocks of instances may differ without one taking the other's runs for those of another time. */
const skew = 10 * minute;

/**
 * `lastDoneAt` is the instant the last finished run was stamped with. A clock that was put back repeats nothing until it has come
 * past that instant again; only when that lies more than a period ahead (and more than clocks differ) it does not count, so that what runs every
 * minute does not stand still for the hour by which somebody put the clock right.
 */
export function isDue(schedule: JobSchedule, lastDoneAt: Date | null, now: Date): boolean {
  if (lastDoneAt === null || lastDoneAt.getTime() - now.getTime() > Math.max(period(schedule), skew)) return true;
  return lastDoneAt.getTime() < lastSlot(schedule, now);
}

/** What the database tells of the runs of a job. */
export interface JobPast {
  readonly lastDoneAt: Date | null;
  /** How many runs on schedule have failed since it was last done, and when the last of them ended. */
  readonly failures: number;
  readonly failedAt: Date | null;
}

export const neverRun: JobPast = { lastDoneAt: null, failures: 0, failedAt: null };

const longestWaitMinutes = 60;

/**
 * When a job that has failed is tried again; null when it waits for nothing. The wait doubles from a minute to an hour and ends with the next slot: what
 * runs every minute goes on so. Counted in whole minutes, because the schedule looks once a minute. A failure that a clock far ahead has stamped does not count.
 */
function waitsUntil(schedule: JobSchedule, { failures, failedAt }: JobPast, now: Date): Date | null {
  if (failures === 0 || failedAt === null || failedAt.getTime() - now.getTime() > skew) return null;
  const wait = Math.min(2 ** (failures - 1), longestWaitMinutes) * minute;
  const again = Math.floor(failedAt.getTime() / minute) * minute + wait;
  const until = Math.min(again, lastSlot(schedule, failedAt) + period(schedule));
  return until > now.getTime() ? new Date(until) : null;
}

/** Whether the schedule is to run it now. */
export const isToRun = (schedule: JobSchedule, past: JobPast, now: Date): boolean =>
  isDue(schedule, past.lastDoneAt, now) && waitsUntil(schedule, past, now) === null;

/** When the schedule runs it next: `now`, at its next slot, or after a failure when that is tried again. */
export function nextRunAt(schedule: JobSchedule, past: JobPast, now: Date): Date {
  const { lastDoneAt } = past;
  if (lastDoneAt === null || isDue(schedule, lastDoneAt, now)) return waitsUntil(schedule, past, now) ?? now;
  const after = new Date(Math.max(now.getTime(), lastDoneAt.getTime()));
  return new Date(lastSlot(schedule, after) + period(schedule));
}

/**
 * Late: due, and a whole period (ten minutes at least, an hour at most) has gone by since the slot came. A job that was never done has been due
 * for as long as it was known: since its first run, or since the process began that should have run it.
 */
export function isLate(schedule: JobSchedule, lastDoneAt: Date | null, knownSince: Date, now: Date): boolean {
  if (!isDue(schedule, lastDoneAt, now)) return false;
  const missed = lastDoneAt === null ? knownSince.getTime() : lastSlot(schedule, lastDoneAt) + period(schedule);
  return now.getTime() - missed > Math.max(10 * minute, Math.min(period(schedule), 60 * minute));
}
