import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import { instantRangeText } from "~/platform/database/ranges";
import type { Language } from "~/platform/schema/people-tables";
import type { EnrolmentState } from "~/platform/schema/training-tables";

export interface CalendarQuestion {
  readonly from: Date;
  readonly until: Date;
  readonly courseCode?: string | undefined;
  readonly language?: Language | undefined;
  /** Whose own state is told with each session. */
  readonly personId: string;
}

export interface CalendarPart {
  readonly trainingSessionId: string;
  readonly partId: string;
  readonly ordinal: number;
  readonly partCount: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When the first part of the session begins. */
  readonly sessionStartsAt: Date;
  readonly timeZone: string;
  readonly titleEn: string;
  readonly titleDe: string;
  readonly language: Language;
  readonly online: boolean;
  readonly state: "scheduled" | "cancelled";
  readonly capacity: number;
  readonly enrolmentClosesAt: Date;
  readonly chargeMinorUnits: number;
  readonly currency: string;
  readonly taken: number;
  readonly waiting: number;
  readonly mine: EnrolmentState | null;
}

/** Every part that lies in the asked time, wholly or in part, by its start, with the seats of its session. One statement. */
export async function selectCalendar(db: Reader, question: CalendarQuestion): Promise<CalendarPart[]> {
  const { from: start, until: end, courseCode, language, personId } = question;
  let query = db
    .selectFrom("trainingPart")
    .innerJoin("trainingSession", "trainingSession.id", "trainingPart.trainingSessionId")
    .innerJoin("course", "course.code", "trainingSession.courseCode")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("enrolment")
          .select([
            sql<number>`count(*) filter (where enrolment.state in ('enrolled', 'offered'))`.as("taken"),
            sql<number>`count(*) filter (where enrolment.state = 'waiting')`.as("waiting"),
            sql<EnrolmentState | null>`max(enrolment.state) filter (where person_id = ${personId} and enrolment.state in ('enrolled', 'offered', 'waiting'))`.as(
              "mine",
            ),
          ])
          .whereRef("enrolment.trainingSessionId", "=", "trainingSession.id")
          .as("seats"),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      "trainingPart.trainingSessionId",
      "trainingPart.id as partId",
      "trainingPart.ordinal",
      eb
        .selectFrom("trainingPart as sibling")
        .select(sql<number>`count(*)`.as("count"))
        .whereRef("sibling.trainingSessionId", "=", "trainingPart.trainingSessionId")
        .as("partCount"),
      eb
        .selectFrom("trainingPart as first")
        .select(sql<Date>`min(lower(first.during))`.as("startsAt"))
        .whereRef("first.trainingSessionId", "=", "trainingPart.trainingSessionId")
        .as("sessionStartsAt"),
      "during",
      "timeZone",
      "titleEn",
      "titleDe",
      "trainingSession.language",
      sql<boolean>`place is null`.as("online"),
      "trainingSession.state",
      "capacity",
      "enrolmentClosesAt",
      "chargeMinorUnits",
      "currency",
      "seats.taken",
      "seats.waiting",
      "seats.mine",
    ])
    .where(sql<boolean>`during && ${instantRangeText({ start, end })}::tstzrange`)
    .orderBy("during")
    .orderBy("titleEn");
  if (courseCode) query = query.where("trainingSession.courseCode", "=", courseCode);
  if (language) query = query.where("trainingSession.language", "=", language);
  const rows = await query.execute();
  return rows.map(({ during, taken, waiting, partCount, sessionStartsAt, ...row }) => ({
    ...row,
    startsAt: during.start,
    endsAt: during.end,
    sessionStartsAt: sessionStartsAt ?? during.start,
    partCount: partCount ?? 1,
    taken: taken ?? 0,
    waiting: waiting ?? 0,
  }));
}
