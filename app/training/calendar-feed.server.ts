import { recordEvents } from "~/audit/record-events.server";
import type { TrainingFacts } from "~/notices/mail-facts";
import { type Db, inTransaction, type Reader } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { calendarFacts, seatBooking, trainerBooking } from "./calendar-facts";
import { deleteFeed, replaceFeed, selectTrainingsOf } from "./calendar-feed-queries.server";
import { selectTrainingSessions } from "./session-queries.server";
import { trainingFacts } from "./training-notices.server";

/** Calendar programs keep what they have been shown; what is long over need not be shown again. */
const backDays = 90;

const subjectOf = (personId: string) => ({ subjectType: "person", subjectId: personId });

/** Gives the person an address for their calendar program; one that there was before opens nothing any more. */
export async function openCalendarFeed(db: Db, personId: string, now: Date, random: Random): Promise<void> {
  const token = random.bytes(24).toString("base64url");
  await inTransaction(db, async (trx) => {
    await replaceFeed(trx, { personId, token, createdAt: now });
    await recordEvents(trx, [{ actorId: personId, action: "person.calendar_opened", ...subjectOf(personId) }], now);
  });
}

/** Takes the address away; the same again changes nothing. */
export async function closeCalendarFeed(db: Db, personId: string, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await deleteFeed(trx, personId))) return;
    await recordEvents(trx, [{ actorId: personId, action: "person.calendar_closed", ...subjectOf(personId) }], now);
  });
}

/** The person's trainings as their calendar is to know them, under the same names as in the mails about them: seats held, and trainings given. */
export async function readCalendarFeed(db: Reader, personId: string, now: Date): Promise<TrainingFacts[]> {
  const since = new Date(now.getTime() - backDays * 86_400_000);
  const trainings = await selectTrainingsOf(db, personId, since);
  const sessions = await selectTrainingSessions(
    db,
    trainings.map(({ trainingSessionId }) => trainingSessionId),
  );
  return trainings.flatMap(({ trainingSessionId, enrolment }) => {
    const session = sessions.find(({ id }) => id === trainingSessionId);
    if (!session) return [];
    const booking = enrolment ? seatBooking(enrolment) : trainerBooking(session, personId);
    // Nobody is named in what an address shows that anybody may open who has it.
    const facts = trainingFacts(session, enrolment ? "participant" : "trainer", "");
    return [{ ...facts, ...calendarFacts("REQUEST", booking, now) }];
  });
}
