import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";

/** People of the organisations who hold a seat in a second-level training that is not over at `at`. */
export async function selectPeopleInTraining(
  db: Reader,
  organisationIds: readonly string[],
  at: Date,
): Promise<{ organisationId: string; personId: string }[]> {
  return organisationIds.length === 0 ? [] : peopleInTraining(db, { organisationIds: [...organisationIds], at });
}

const peopleInTraining = keptQuery((db, { organisationIds, at }: { organisationIds: readonly string[]; at: Date }) =>
  db
    .selectFrom("enrolment")
    .innerJoin("trainingSession", "trainingSession.id", "enrolment.trainingSessionId")
    .innerJoin("course", "course.code", "trainingSession.courseCode")
    .select(["enrolment.organisationId", "enrolment.personId"])
    .distinct()
    .where("enrolment.organisationId", "=", sql<string>`any(${organisationIds}::uuid[])`)
    .where("enrolment.state", "=", "enrolled")
    .where("trainingSession.state", "=", "scheduled")
    .where("course.kind", "=", "second_level")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("trainingPart")
          .select("trainingPart.id")
          .whereRef("trainingPart.trainingSessionId", "=", "trainingSession.id")
          .where(sql<boolean>`upper(during) > ${at}`),
      ),
    ),
);

/** Every training the person was or is enrolled in or waits for, the latest first; `marks` in the order of its parts. */
export async function selectTrainingsOf(db: Reader, personId: string) {
  return db
    .selectFrom("enrolment")
    .innerJoin("trainingSession", "trainingSession.id", "enrolment.trainingSessionId")
    .innerJoin("course", "course.code", "trainingSession.courseCode")
    .innerJoin("trainingPart", "trainingPart.trainingSessionId", "trainingSession.id")
    .leftJoin("attendance", (join) =>
      join
        .onRef("attendance.enrolmentId", "=", "enrolment.id")
        .onRef("attendance.trainingPartId", "=", "trainingPart.id"),
    )
    .select([
      "enrolment.id as enrolmentId",
      "enrolment.trainingSessionId",
      "enrolment.organisationId",
      "enrolment.state",
      "trainingSession.state as sessionState",
      "trainingSession.timeZone",
      "course.titleEn",
      "course.titleDe",
      sql<Date>`min(lower(during))`.as("startsAt"),
      sql<Date>`max(upper(during))`.as("endsAt"),
      sql<("present" | "partial" | "absent" | null)[]>`array_agg(mark order by ordinal)`.as("marks"),
    ])
    .where("enrolment.personId", "=", personId)
    .where("enrolment.state", "<>", "withdrawn")
    .groupBy(["enrolment.id", "trainingSession.id", "course.code"])
    .orderBy("startsAt", "desc")
    .execute();
}

/** The person's examinations, the latest first: when, and how they ended. `scorePercent` and `passed` are null until graded. */
export async function selectAttemptsOf(db: Reader, personId: string) {
  return db
    .selectFrom("attempt")
    .innerJoin("organisation", "organisation.id", "attempt.organisationId")
    .select([
      "attempt.id",
      "attempt.organisationId",
      "startedAt",
      "finishedAt",
      "scorePercent",
      "passed",
      "organisation.timeZone",
    ])
    .where("personId", "=", personId)
    .orderBy("ordinal", "desc")
    .execute();
}
