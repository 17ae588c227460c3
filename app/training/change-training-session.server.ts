import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { planNotices } from "~/notices/plan-notices.server";
import { selectToldParts } from "~/notices/told-parts-queries.server";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import {
  type Enrolment,
  selectOpenEnrolments,
  selectSeats,
  updateEnrolmentsAfterChange,
} from "./enrolment-queries.server";
import { offerFreeSeats } from "./offer-free-seats.server";
import { withTrainerFree } from "./schedule-training-session.server";
import { planInWords, type SessionPlan } from "./session-plan";
import {
  lockTrainingSession,
  replaceParts,
  selectTrainingSession,
  type TrainingSession,
  updateTrainingSession,
} from "./session-queries.server";
import { bookingsOf, changedNotices } from "./training-notices.server";

export interface ChangeTrainingSession {
  readonly actorId: string | null;
  readonly trainingSessionId: string;
  /** The revision that was looked at; another one since then refuses the change. */
  readonly revision: number;
  readonly trainerId: string;
  readonly language: Language;
  /** From `planSession`. Course and charge stay: people accepted them when they enrolled. */
  readonly plan: SessionPlan;
}

/**
 * Changes a session that has not begun and tells everybody in it. More seats are offered to the waiting list; fewer than are held are
 * refused. A change of capacity or deadline alone sends no mail: nothing changes for those who are in.
 */
export async function changeTrainingSession(
  db: Db,
  command: ChangeTrainingSession,
  now: Date,
): Promise<{ told: number; offered: number }> {
  const { actorId, trainingSessionId, trainerId, language } = command;
  const { parts, ...place } = command.plan;
  return withTrainerFree(db, { trainerId, parts, exceptSessionId: trainingSessionId }, () =>
    inTransaction(db, async (trx) => {
      const before = await lockTrainingSession(trx, trainingSessionId);
      refuseUnlessOpen(before, now);
      if (before.revision !== command.revision) throw conflict("changed_meanwhile");
      const { taken } = await selectSeats(trx, trainingSessionId);
      if (place.capacity < taken) throw conflict("capacity_below_enrolled", { enrolled: taken });

      await updateTrainingSession(trx, trainingSessionId, { ...place, trainerId, language });
      await replaceParts(trx, { trainingSessionId, trainerId, parts });
      await updateEnrolmentsAfterChange(trx, trainingSessionId, place.enrolmentClosesAt);

      const after = await selectTrainingSession(trx, trainingSessionId);
      const formerTrainer = before.trainerId === trainerId ? null : { id: before.trainerId, name: before.trainerName };
      const enrolments = await selectOpenEnrolments(trx, trainingSessionId);
      const notices = concernsParticipants(before, after)
        ? changedNotices(
            { session: after, enrolments, formerTrainer, told: await toldParts(trx, after, enrolments) },
            now,
          )
        : [];
      const offers = await offerFreeSeats(trx, after, actorId, now);
      await planNotices(trx, [...notices, ...offers.notices], now);
      const subject = { subjectType: "training_session", subjectId: trainingSessionId };
      const event = { before: recorded(before), after: recorded(after) };
      await recordEvents(
        trx,
        [{ actorId, action: "training_session.changed", ...subject, ...event }, ...offers.events],
        now,
      );
      return { told: notices.length, offered: offers.count };
    }),
  );
}

async function toldParts(trx: Trx, session: TrainingSession, enrolments: readonly Enrolment[]) {
  const bookings = bookingsOf(session, enrolments);
  const [recipients, uids] = [bookings.map(({ recipientId }) => recipientId), bookings.map(({ uid }) => uid)];
  return selectToldParts(trx, recipients, uids);
}

/** A session that was cancelled or has begun is no longer changed. */
export function refuseUnlessOpen(session: TrainingSession, now: Date): void {
  if (session.state === "cancelled") throw conflict("training_session_cancelled");
  if (session.parts.some((part) => part.start <= now)) throw conflict("training_session_started");
}

const recorded = (session: TrainingSession) => ({
  trainerId: session.trainerId,
  language: session.language,
  ...planInWords(session),
});

/** Whether those who come have to know: when, where, with whom, in which language. */
function concernsParticipants(before: TrainingSession, after: TrainingSession): boolean {
  const seen = (session: TrainingSession) => {
    const { capacity: _, enrolmentClosesAt: __, ...rest } = recorded(session);
    return JSON.stringify(rest);
  };
  return seen(before) !== seen(after);
}
