import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { type PlannedNotice, planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { calendarFacts, seatBooking, trainerBooking } from "./calendar-facts";
import { dueReminder } from "./reminder";
import { type Attender, selectAttendersBetween } from "./reminder-queries.server";
import { selectTrainingSessions, type TrainingSession } from "./session-queries.server";
import { trainingFacts } from "./training-notices.server";

/**
 * Plans what is due of the reminders before training sessions, for participants and trainers; how many were new. The ledger makes a second
 * run plan nothing. A session that is moved to another start is a new cycle.
 */
export async function planTrainingReminders(db: Db, now: Date): Promise<{ reminded: number }> {
  // One day more than the longest stage, because days are counted in each session's own zone.
  const horizonDays = Math.max(...policy.trainingReminderDays) + 2;
  return inTransaction(db, async (trx) => {
    const until = new Date(now.getTime() + horizonDays * 86_400_000);
    const attenders = await selectAttendersBetween(trx, now, until);
    const ids = [...new Set(attenders.map(({ trainingSessionId }) => trainingSessionId))];
    const sessions = new Map((await selectTrainingSessions(trx, ids)).map((session) => [session.id, session]));
    const notices = attenders.flatMap((attender) => {
      const session = sessions.get(attender.trainingSessionId);
      return session ? reminderFor(attender, session, now) : [];
    });
    return { reminded: await planNotices(trx, notices, now) };
  });
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
