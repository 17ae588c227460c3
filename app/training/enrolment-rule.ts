/**
 * Who gets a seat, who waits, and who is offered a seat that became free: first come, first served (domain rule 5). The caller holds the
 * lock of the training session while it asks.
 */
import { policy } from "~/kernel/policy";

export interface EnrollableSession {
  readonly state: "scheduled" | "cancelled";
  readonly capacity: number;
  readonly enrolmentClosesAt: Date;
}

export interface Seats {
  /** Held by somebody enrolled or offered to somebody from the list. */
  readonly taken: number;
  readonly waiting: number;
}

type Closed = { readonly kind: "closed"; readonly why: "cancelled" | "deadline_passed" };

/** Who waits is told why: no seat is free, or the free ones belong to those who came before. */
export type EnrolmentVerdict =
  | { readonly kind: "enrolled" }
  | { readonly kind: "waiting"; readonly place: number; readonly why: "full" | "others_came_first" }
  | Closed;

/** At the deadline itself enrolment is closed: the range before it is half-open. */
function enrolmentClosed(session: EnrollableSession, now: Date): Closed | undefined {
  if (session.state === "cancelled") return { kind: "closed", why: "cancelled" };
  if (now >= session.enrolmentClosesAt) return { kind: "closed", why: "deadline_passed" };
  return undefined;
}

/** Seats that the next person to come gets at once: none while others wait. */
const openSeats = (capacity: number, seats: Seats): number =>
  seats.waiting > 0 ? 0 : Math.max(0, capacity - seats.taken);

/** How a session stands for somebody who looks for a seat. */
export type Standing =
  | { readonly kind: "cancelled" | "over" | "begun" | "closed" }
  | { readonly kind: "free"; readonly seats: number }
  | { readonly kind: "full"; readonly waiting: number };

/** From the beginning of the first part (`startsAt`) to the end of the last one (`endsAt`) a session is under way. */
export function standingOf(
  session: EnrollableSession & { startsAt: Date; endsAt: Date },
  seats: Seats,
  now: Date,
): Standing {
  const closed = enrolmentClosed(session, now);
  if (closed?.why === "cancelled") return { kind: "cancelled" };
  if (now >= session.endsAt) return { kind: "over" };
  if (now >= session.startsAt) return { kind: "begun" };
  if (closed) return { kind: "closed" };
  const open = openSeats(session.capacity, seats);
  return open > 0 ? { kind: "free", seats: open } : { kind: "full", waiting: seats.waiting };
}

/** What happens to each of `count` people who come now, one after the other in their order. */
export function decideEnrolments(
  session: EnrollableSession,
  seats: Seats,
  count: number,
  now: Date,
): EnrolmentVerdict[] {
  const closed = enrolmentClosed(session, now);
  if (closed) return Array.from({ length: count }, () => closed);
  const open = openSeats(session.capacity, seats);
  const full = seats.taken + Math.min(open, count) >= session.capacity;
  return Array.from({ length: count }, (_, index) =>
    index < open
      ? { kind: "enrolled" }
      : { kind: "waiting", place: seats.waiting + index - open + 1, why: full ? "full" : "others_came_first" },
  );
}

/** Until when an offered seat is held: the policy's hours, but never past the deadline. */
export function offerExpiry(session: EnrollableSession, now: Date): Date {
  const held = now.getTime() + policy.waitingListOfferHours * 3_600_000;
  return new Date(Math.min(held, session.enrolmentClosesAt.getTime()));
}

export interface WaitingEntry {
  readonly enrolmentId: string;
  /** The person may no longer take a seat for that organisation, so the entry is passed over. */
  readonly blocked: boolean;
}

/** Why nobody more is moved up. */
type Standstill = Closed["why"] | "nobody_waiting" | "no_free_seat" | "all_blocked";

export interface OfferVerdict<Entry extends WaitingEntry> {
  readonly offers: readonly Entry[];
  readonly standstill: Standstill;
}

/** Who of the waiting list, in its order, is offered the free seats; a blocked entry is passed over and keeps its place. */
export function decideOffers<Entry extends WaitingEntry>(
  session: EnrollableSession,
  taken: number,
  queue: readonly Entry[],
  now: Date,
): OfferVerdict<Entry> {
  const closed = enrolmentClosed(session, now);
  if (closed) return { offers: [], standstill: closed.why };
  if (queue.length === 0) return { offers: [], standstill: "nobody_waiting" };
  const free = Math.max(0, session.capacity - taken);
  const able = queue.filter((entry) => !entry.blocked);
  const offers = able.slice(0, free);
  if (offers.length === free) return { offers, standstill: "no_free_seat" };
  return { offers, standstill: offers.length === queue.length ? "nobody_waiting" : "all_blocked" };
}

/** Accepted at the expiry itself is too late. */
export const offerStands = (expiresAt: Date | null, now: Date): boolean => expiresAt !== null && now < expiresAt;
