import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import type { EnrolmentState } from "~/platform/schema/training-tables";

export interface CalendarQuestion {
  readonly from: Date;
  /** Without it, everything that is planned. */
  readonly until?: Date | undefined;
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
  /** When its last part ends. */
  readonly sessionEndsAt: Date;
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
  const { from, until, courseCode, language, personId } = question;
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
      eb
        .selectFrom("trainingPart as last")
        .select(sql<Date>`max(upper(last.during))`.as("endsAt"))
        .whereRef("last.trainingSessionId", "=", "trainingPart.trainingSessionId")
        .as("sessionEndsAt"),
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
    .where(sql<boolean>`during && tstzrange(${from}, ${until ?? null})`)
    .orderBy("during")
    .orderBy("titleEn");
  if (courseCode) query = query.where("trainingSession.courseCode", "=", courseCode);
  if (language) query = query.where("trainingSession.language", "=", language);
  const rows = await query.execute();
  return rows.map(({ during, taken, waiting, partCount, sessionStartsAt, sessionEndsAt, ...row }) => ({
    ...row,
    startsAt: during.start,
    endsAt: during.end,
    sessionStartsAt: sessionStartsAt ?? during.start,
    sessionEndsAt: sessionEndsAt ?? during.end,
    partCount: partCount ?? 1,
    taken: taken ?? 0,
    waiting: waiting ?? 0,
  }));
}
