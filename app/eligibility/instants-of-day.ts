import { Temporal } from "temporal-polyfill";
import { addDays, type Day } from "~/kernel/calendar";

const beginsAt = (day: Day, timeZone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds;

/**
 * Instants at which it is `day` in one zone or another, so that each of `zones` has its turn; as few as will do, in order. The last moment of the day that
 * ends first serves whoever has the day by then: for zones from America to Japan it is one, with Auckland or Kiritimati there may be two.
 */
export function instantsOf(day: Day, zones: readonly string[]): Date[] {
  const days = zones.map((zone) => ({ begins: beginsAt(day, zone), ends: beginsAt(addDays(day, 1), zone) }));
  const instants: number[] = [];
  for (const { begins, ends } of days.sort((a, b) => a.ends - b.ends)) {
    const last = instants.at(-1);
    if (last === undefined || last < begins) instants.push(ends - 1);
  }
  return instants.map((instant) => new Date(instant));
}
