import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { EnrollableSession, Seats } from "./enrolment-rule";

interface ComingTraining extends EnrollableSession, Seats {
  readonly trainingSessionId: string;
  readonly timeZone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The second-level trainings in which enrolment is open at `at`, with their seats, in the order of their start. One statement. */
export const selectComingTrainings = (db: Reader, at: Date): Promise<ComingTraining[]> => comingTrainings(db, { at });

const comingTrainings = keptQuery((db, { at }: { at: Date }) =>
  db
    .selectFrom("trainingSession")
    .innerJoin("course", "course.code", "trainingSession.courseCode")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("trainingPart")
          .select([sql<Date>`min(lower(during))`.as("startsAt"), sql<Date>`max(upper(during))`.as("endsAt")])
          .whereRef("trainingPart.trainingSessionId", "=", "trainingSession.id")
          .as("part"),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("enrolment")
          .select([
            sql<number>`count(*) filter (where enrolment.state in ('enrolled', 'offered'))`.as("taken"),
            sql<number>`count(*) filter (where enrolment.state = 'waiting')`.as("waiting"),
          ])
          .whereRef("enrolment.trainingSessionId", "=", "trainingSession.id")
          .as("seats"),
      (join) => join.onTrue(),
    )
    .select([
      "trainingSession.id as trainingSessionId",
      "trainingSession.state",
      "capacity",
      "enrolmentClosesAt",
      "timeZone",
      "part.startsAt",
      "part.endsAt",
      "seats.taken",
      "seats.waiting",
    ])
    .where("course.kind", "=", "second_level")
    .where("trainingSession.state", "=", "scheduled")
    .where("enrolmentClosesAt", ">", at)
    .orderBy("part.startsAt"),
);
