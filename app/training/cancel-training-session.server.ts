import { recordEvents } from "~/audit/record-events.server";
import { planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { refuseUnlessOpen } from "./change-training-session.server";
import { selectOpenEnrolments, updateEnrolmentsAfterChange } from "./enrolment-queries.server";
import { cancelParts, lockTrainingSession, selectTrainingSession } from "./session-queries.server";
import { cancelledNotices } from "./training-notices.server";

export interface CancelTrainingSession {
  readonly actorId: string | null;
  readonly trainingSessionId: string;
  /** Told to everybody in it. */
  readonly reason: string | null;
}

/** Calls off a session that has not begun: everybody in it and on its waiting list is told, its trainer is free again. */
export async function cancelTrainingSession(
  db: Db,
  { actorId, trainingSessionId, reason }: CancelTrainingSession,
  now: Date,
): Promise<{ told: number }> {
  return inTransaction(db, async (trx) => {
    refuseUnlessOpen(await lockTrainingSession(trx, trainingSessionId), now);
    await cancelParts(trx, trainingSessionId);
    await updateEnrolmentsAfterChange(trx, trainingSessionId, null);
    const enrolments = await selectOpenEnrolments(trx, trainingSessionId);
    const session = await selectTrainingSession(trx, trainingSessionId);
    const told = await planNotices(trx, cancelledNotices(session, enrolments, { reason, now }), now);
    const subject = { subjectType: "training_session", subjectId: trainingSessionId };
    await recordEvents(trx, [{ actorId, action: "training_session.cancelled", ...subject, reason }], now);
    return { told };
  });
}
