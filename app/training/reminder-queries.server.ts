import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";

export interface Attender {
  readonly trainingSessionId: string;
  readonly personId: string;
  readonly personName: string;
  /** The organisation that enrolled the person; null for the trainer. */
  readonly organisationId: string | null;
  readonly startsAt: Date;
  readonly timeZone: string;
  /** Since when the person has a seat or, for the trainer, the session stands in the calendar. */
  readonly joinedAt: Date;
  /** Null for the trainer. */
  readonly enrolmentId: string | null;
  /** Of the enrolment or, for the trainer, of the session. */
  readonly calendarSequence: number;
}

/** Everybody enrolled in a session whose first part begins in `[from, until)`, and its trainer. One statement. */
export async function selectAttendersBetween(db: Reader, from: Date, until: Date): Promise<Attender[]> {
  const sessions = db
    .selectFrom("trainingSession")
    .innerJoin("trainingPart", (join) =>
      join.onRef("trainingPart.trainingSessionId", "=", "trainingSession.id").on("ordinal", "=", 1),
    )
    .where("trainingSession.state", "=", "scheduled")
    .where(sql<boolean>`lower(during) >= ${from} and lower(during) < ${until}`);
  const participants = sessions
    .innerJoin("enrolment", "enrolment.trainingSessionId", "trainingSession.id")
    .innerJoin("person", "person.id", "enrolment.personId")
    .where("enrolment.state", "=", "enrolled")
    .select([
      "trainingSession.id as trainingSessionId",
      "person.id as personId",
      "person.fullName as personName",
      sql<string | null>`enrolment.organisation_id`.as("organisationId"),
      sql<Date>`lower(during)`.as("startsAt"),
      "trainingSession.timeZone",
      "enrolment.stateSince as joinedAt",
      sql<string | null>`enrolment.id`.as("enrolmentId"),
      "enrolment.calendarSequence",
    ]);
  const trainers = sessions
    .innerJoin("person", "person.id", "trainingSession.trainerId")
    .select([
      "trainingSession.id as trainingSessionId",
      "person.id as personId",
      "person.fullName as personName",
      sql<string | null>`null::uuid`.as("organisationId"),
      sql<Date>`lower(during)`.as("startsAt"),
      "trainingSession.timeZone",
      "trainingSession.createdAt as joinedAt",
      sql<string | null>`null::uuid`.as("enrolmentId"),
      "trainingSession.revision as calendarSequence",
    ]);
  return participants.unionAll(trainers).execute();
}
