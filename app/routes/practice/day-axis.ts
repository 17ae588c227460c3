import { type Day, daysBetween } from "~/kernel/calendar";

/** Where each day stands between the first (0) and the last (1), by the time between them; a day alone in the middle. The earliest first. */
export function dayShares(days: readonly Day[]): number[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const whole = daysBetween(first, last);
  return days.map((day) => (whole === 0 ? 0.5 : daysBetween(first, day) / whole));
}

/** Which days have room for their names: the first, the last, and of those between each that is at least `room` from its neighbours with a name. */
export function namedDays(shares: readonly number[], room: number): number[] {
  const last = shares.length - 1;
  const named: number[] = [];
  for (const [index, share] of shares.entries()) {
    const before = named.at(-1);
    const free = before === undefined || share - (shares[before] ?? 0) >= room;
    if (index === 0 || index === last || (free && (shares[last] ?? 1) - share >= room)) named.push(index);
  }
  return named;
}
