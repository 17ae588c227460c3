import { dayIn } from "~/kernel/calendar";
import { type PlannedNotice, planNotices } from "~/notices/plan-notices.server";
import { isDatabaseGone } from "~/platform/database/errors";
import { type Db, inTransaction } from "~/platform/database/handle";
import { calendarFacts, seatBooking, trainerBooking } from "./calendar-facts";
import { dueReminder, reminderHorizon } from "./reminder";
import { type Attender, selectAttendersBetween } from "./reminder-queries.server";
import { selectTrainingSession, type TrainingSession } from "./session-queries.server";
import { trainingFacts } from "./training-notices.server";

/**
 * Plans what is due of the reminders before training sessions, for participants and trainers, one transaction a session; how many were new.
 * The ledger makes a second run plan nothing. A session that is moved to another start is a new cycle. One that fails is told to `failed`, or thrown without it.
 */
export async function planTrainingReminders(
  db: Db,
  now: Date,
  failed: (sessionId: string, error: unknown) => void = (_, error) => {
    throw error;
  },
): Promise<{ reminded: number }> {
  const attenders = await selectAttendersBetween(db, now, reminderHorizon(now));
  let reminded = 0;
  for (const sessionId of new Set(attenders.map(({ trainingSessionId }) => trainingSessionId))) {
    const own = attenders.filter(({ trainingSessionId }) => trainingSessionId === sessionId);
    try {
      reminded += await inTransaction(db, async (trx) => {
        const session = await selectTrainingSession(trx, sessionId);
        return planNotices(
          trx,
          own.flatMap((attender) => reminderFor(attender, session, now)),
          now,
        );
      });
    } catch (error) {
      if (isDatabaseGone(error)) throw error;
      failed(sessionId, error);
    }
  }
  return { reminded };
}

function reminderFor(attender: Attender, session: TrainingSession, now: Date): PlannedNotice[] {
  const { timeZone, startsAt, joinedAt, personId, personName, organisationId } = attender;
  const dates = {
    today: dayIn(timeZone, now),
    startsOn: dayIn(timeZone, startsAt),
    joinedOn: dayIn(timeZone, joinedAt),
  };
  const stage = dueReminder(dates);
  if (stage === undefined) return [];
  const { enrolmentId, calendarSequence } = attender;
  const booking = enrolmentId ? seatBooking({ id: enrolmentId, calendarSequence }) : trainerBooking(session, personId);
  return [
    {
      kind: "training_reminder",
      subjectId: session.id,
      cycle: startsAt.toISOString(),
      stage: String(stage),
      recipientId: personId,
      organisationId,
      facts: {
        ...trainingFacts(session, enrolmentId ? "participant" : "trainer", personName),
        ...calendarFacts("REQUEST", booking, now),
      },
    },
  ];
}
