import type { AuditEntry } from "~/audit/record-events.server";
import type { PlannedNotice } from "~/notices/plan-notices.server";
import type { Trx } from "~/platform/database/handle";
import { selectOpenEnrolments, selectQueue, selectSeats, updateEnrolmentState } from "./enrolment-queries.server";
import { decideOffers, offerExpiry } from "./enrolment-rule";
import type { TrainingSession } from "./session-queries.server";
import { offerNotices } from "./training-notices.server";

export interface OffersMade {
  readonly count: number;
  readonly notices: readonly PlannedNotice[];
  readonly events: readonly AuditEntry[];
}

/**
 * Offers the free seats of a locked session to the waiting list. Notices and events are handed back, for the caller to write with its own:
 * events come last in a transaction.
 */
export async function offerFreeSeats(
  trx: Trx,
  session: TrainingSession,
  actorId: string | null,
  now: Date,
): Promise<OffersMade> {
  const [seats, queue] = [await selectSeats(trx, session.id), await selectQueue(trx, session.id, now)];
  const { offers } = decideOffers(session, seats.taken, queue, now);
  if (offers.length === 0) return { count: 0, notices: [], events: [] };
  const ids = new Set(offers.map((entry) => entry.enrolmentId));
  const offerExpiresAt = offerExpiry(session, now);
  await updateEnrolmentState(trx, [...ids], { state: "offered", at: now, offerExpiresAt });
  const offered = (await selectOpenEnrolments(trx, session.id)).filter((enrolment) => ids.has(enrolment.id));
  return {
    count: offered.length,
    notices: offered.flatMap((enrolment) => offerNotices(session, enrolment, offerExpiresAt, actorId)),
    events: offered.map((enrolment) => ({
      actorId,
      action: "enrolment.offered",
      subjectType: "enrolment",
      subjectId: enrolment.id,
      organisationId: enrolment.organisationId,
      before: { state: "waiting" },
      after: { state: "offered", personId: enrolment.personId, offerExpiresAt: offerExpiresAt.toISOString() },
    })),
  };
}
