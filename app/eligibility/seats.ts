import { type Day, daysBetween } from "~/kernel/calendar";
import type { Standing } from "./standing";

/** One seat of the three-seats sign. What is missing to the minimum the sign draws by itself; what goes beyond it is reserve. */
export interface SeatFact {
  readonly personId: string;
  readonly state: "filled" | "draining" | "upcoming";
  /** Of a draining seat: 1 when its last days begin, 0 at its end. */
  readonly remainingShare?: number;
}

/**
 * The seats of a standing: everybody who counts, and after them those on the way (`upcoming`: in training, or with a certificate that starts later).
 * A seat drains over the last `drainDays` before its person stops counting, whatever the cause.
 */
export function seatsOf(standing: Standing, upcoming: readonly string[], drainDays: number): SeatFact[] {
  const seats = standing.counted.map(({ personId, until }): SeatFact => {
    const daysLeft = until === null ? Number.POSITIVE_INFINITY : daysBetween(standing.day, until);
    return daysLeft > drainDays
      ? { personId, state: "filled" }
      : { personId, state: "draining", remainingShare: daysLeft / drainDays };
  });
  const counted = new Set(seats.map(({ personId }) => personId));
  const onTheWay = [...new Set(upcoming)].filter((personId) => !counted.has(personId));
  return [...seats, ...onTheWay.map((personId): SeatFact => ({ personId, state: "upcoming" }))];
}

/** Flagged administrators who do not count on `day` but will, by a certificate that is already issued. */
export function upcomingByCertificate(
  members: readonly { personId: string; administrator: boolean }[],
  certificates: readonly { personId: string; validity: { start: Day } }[],
  day: Day,
): string[] {
  const later = new Set(certificates.filter(({ validity }) => validity.start > day).map(({ personId }) => personId));
  return members
    .filter(({ personId, administrator }) => administrator && later.has(personId))
    .map(({ personId }) => personId);
}
