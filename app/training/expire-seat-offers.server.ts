import { recordEvents } from "~/audit/record-events.server";
import { planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { selectExpiredOffers, updateEnrolmentState } from "./enrolment-queries.server";
import { offerFreeSeats } from "./offer-free-seats.server";
import { lockTrainingSession } from "./session-queries.server";

export interface ExpiredOffers {
  readonly expired: number;
  readonly offered: number;
}

/**
 * Ends the offers that have run out and offers their seats to the next, one transaction a session. What fails in one session keeps the
 * others from nothing and is told to `failed`, or thrown without it. A second run changes nothing.
 */
export async function expireSeatOffers(
  db: Db,
  now: Date,
  failed: (sessionId: string, error: unknown) => void = (_, error) => {
    throw error;
  },
): Promise<ExpiredOffers> {
  const sessionIds = [...new Set((await selectExpiredOffers(db, now)).map((offer) => offer.trainingSessionId))];
  const total = { expired: 0, offered: 0 };
  for (const sessionId of sessionIds) {
    try {
      const { expired, offered } = await expireOffersOf(db, sessionId, now);
      total.expired += expired;
      total.offered += offered;
    } catch (error) {
      failed(sessionId, error);
    }
  }
  return total;
}

function expireOffersOf(db: Db, trainingSessionId: string, now: Date): Promise<ExpiredOffers> {
  return inTransaction(db, async (trx) => {
    const session = await lockTrainingSession(trx, trainingSessionId);
    const expired = await selectExpiredOffers(trx, now, trainingSessionId);
    const ids = expired.map(({ id }) => id);
    await updateEnrolmentState(trx, ids, { state: "offer_expired", at: now });
    const offers = await offerFreeSeats(trx, session, null, now);
    await planNotices(trx, offers.notices, now);
    const events = expired.map(({ id, personId, organisationId }) => ({
      actorId: null,
      action: "enrolment.offer_expired",
      subjectType: "enrolment",
      subjectId: id,
      organisationId,
      before: { state: "offered", personId },
      after: { state: "offer_expired" },
    }));
    await recordEvents(trx, [...events, ...offers.events], now);
    return { expired: ids.length, offered: offers.count };
  });
}
