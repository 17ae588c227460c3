import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { refuseUnlessOpen } from "./change-training-session.server";
import { selectEnrolment, updateEnrolmentState } from "./enrolment-queries.server";
import { offerFreeSeats } from "./offer-free-seats.server";
import { lockTrainingSession } from "./session-queries.server";
import { withdrawnNotices } from "./training-notices.server";

/**
 * Takes somebody out of a session that has not begun: gives up the seat, declines the offer or leaves the waiting list. A seat that becomes
 * free is offered to the next. Throws `changed_meanwhile` when the person is out already.
 */
export async function withdrawEnrolment(
  db: Db,
  { actorId, enrolmentId }: { actorId: string | null; enrolmentId: string },
  now: Date,
): Promise<{ offered: number }> {
  const { trainingSessionId } = await selectEnrolment(db, enrolmentId);
  return inTransaction(db, async (trx) => {
    const session = await lockTrainingSession(trx, trainingSessionId);
    refuseUnlessOpen(session, now);
    const { state, personId, organisationId } = await selectEnrolment(trx, enrolmentId);
    if (state === "withdrawn" || state === "offer_expired") throw conflict("changed_meanwhile");
    await updateEnrolmentState(trx, [enrolmentId], { state: "withdrawn", at: now });
    const offers = await offerFreeSeats(trx, session, actorId, now);
    const withdrawn = await selectEnrolment(trx, enrolmentId);
    const told = withdrawnNotices(session, withdrawn, { actorId, heldSeat: state === "enrolled", now });
    await planNotices(trx, [...told, ...offers.notices], now);
    const event = {
      actorId,
      action: "enrolment.withdrawn",
      subjectType: "enrolment",
      subjectId: enrolmentId,
      organisationId,
      before: { state, personId },
      after: { state: "withdrawn" },
    };
    await recordEvents(trx, [event, ...offers.events], now);
    return { offered: offers.count };
  });
}
