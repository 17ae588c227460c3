/**
 * What is ahead of the whole programme, with what is known and no renewal assumed: how many organisations fall below the minimum in which month, and
 * whether the seats of the trainings that are scheduled will do for those who must be trained for the first time.
 */
import { addDays, type Day } from "~/kernel/calendar";
import type { Status } from "./standing";

/** `2027-03`. */
export type Month = string;

export interface ForecastRow {
  readonly status: Status;
  readonly fallsOn: Day | null;
}

/** The month of `today` and so many after it. */
export function monthsFrom(today: Day, after: number): Month[] {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return Array.from({ length: after + 1 }, (_, index) => {
    const count = year * 12 + month - 1 + index;
    return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
  });
}

/** How many fall in each month; who has fallen already is not counted again. */
export function fallsByMonth(rows: readonly ForecastRow[], months: readonly Month[]): number[] {
  const coming = rows.filter(({ status }) => status === "met" || status === "at_risk");
  return months.map((month) => coming.filter(({ fallsOn }) => fallsOn?.startsWith(month)).length);
}

/** An organisation that is or will be below the minimum, as much of it as says how many must be trained. */
export interface SeatDemand {
  readonly minimum: number;
  /** Who counts on the day below, certified and administrators. */
  readonly countThen: number;
  /** Named administrators who do not count then, but can be certified, or certified again, without another training. */
  readonly trained: number;
  /** The first day below; null when it is below already. */
  readonly fallsOn: Day | null;
}

/** Seats that the organisation still needs to reach the minimum: one for each person who is missing and cannot be certified without a training. */
export const seatsNeeded = ({ minimum, countThen, trained }: SeatDemand): number =>
  Math.max(0, minimum - countThen - trained);

/** The month by whose end the training must be over: at once for who is below, else before the fall with time for the examination and one more try. */
export function neededBy({ fallsOn }: SeatDemand, today: Day, examDays: number): Month {
  const last = fallsOn === null ? today : addDays(fallsOn, -examDays);
  return (last < today ? today : last).slice(0, 7);
}

export interface CapacityMonth {
  readonly month: Month;
  /** Seats that must be taken by the end of the month, of those that become due in it. */
  readonly needed: number;
  /** Free seats of trainings that end in it. */
  readonly free: number;
  /** Free seats so far, less needed seats so far; negative when too few. */
  readonly balance: number;
}

/** Month by month: a seat that is free in a month also serves who needs it later, never who needed it before. */
export function capacityByMonth(
  months: readonly Month[],
  needed: ReadonlyMap<Month, number>,
  free: ReadonlyMap<Month, number>,
): CapacityMonth[] {
  let balance = 0;
  return months.map((month) => {
    const [due, seats] = [needed.get(month) ?? 0, free.get(month) ?? 0];
    balance += seats - due;
    return { month, needed: due, free: seats, balance };
  });
}
