import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { refuseUnlessOpen } from "./change-training-session.server";
import { selectEnrolment, selectMayTakeSeat, updateEnrolmentState } from "./enrolment-queries.server";
import { offerStands } from "./enrolment-rule";
import { lockTrainingSession } from "./session-queries.server";
import { enrolledNotice } from "./training-notices.server";

/** Takes the seat that was offered from the waiting list. Throws `offer_expired` from the instant at which the offer ends. */
export async function acceptOffer(
  db: Db,
  { actorId, enrolmentId }: { actorId: string | null; enrolmentId: string },
  now: Date,
): Promise<void> {
  const { trainingSessionId } = await selectEnrolment(db, enrolmentId);
  await inTransaction(db, async (trx) => {
    const session = await lockTrainingSession(trx, trainingSessionId);
    refuseUnlessOpen(session, now);
    const enrolment = await selectEnrolment(trx, enrolmentId);
    if (enrolment.state === "enrolled") throw conflict("already_enrolled", { name: enrolment.personName });
    const stands = enrolment.state === "offered" && offerStands(enrolment.offerExpiresAt, now);
    if (!stands || !(await selectMayTakeSeat(trx, enrolmentId, now))) throw conflict("offer_expired");
    await updateEnrolmentState(trx, [enrolmentId], { state: "enrolled", at: now });
    await planNotices(trx, [enrolledNotice(session, await selectEnrolment(trx, enrolmentId), now)], now);
    const event = {
      actorId,
      action: "enrolment.accepted",
      subjectType: "enrolment",
      subjectId: enrolmentId,
      organisationId: enrolment.organisationId,
      before: { state: "offered" },
      after: { state: "enrolled", personId: enrolment.personId },
    };
    await recordEvents(trx, [event], now);
  });
}
