import { sql } from "kysely";
import type { FinishedAttempt, OpenException } from "~/examination/attempt-policy";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { Reader } from "~/platform/database/handle";
import type { TrainingSeat } from "./next-step";

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

type Of<T> = T & { readonly personId: string };

/** The people's enrolments in second-level trainings that were not cancelled, wherever they were made. */
export async function selectTrainingSeats(db: Reader, personIds: readonly string[]): Promise<Of<TrainingSeat>[]> {
  const rows = await db
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
      "enrolment.personId",
      "enrolment.trainingSessionId",
      "enrolment.state",
      "enrolment.offerExpiresAt",
      "trainingSession.timeZone",
      sql<Date>`min(lower(during))`.as("startsAt"),
      sql<Date>`max(upper(during))`.as("endsAt"),
      sql<TrainingSeat["marks"]>`array_agg(mark order by ordinal)`.as("marks"),
    ])
    .where("enrolment.personId", "=", anyOf(personIds))
    .where("enrolment.state", "in", ["enrolled", "waiting", "offered"])
    .where("trainingSession.state", "=", "scheduled")
    .where("course.kind", "=", "second_level")
    .groupBy(["enrolment.id", "trainingSession.id"])
    .execute();
  return rows as Of<TrainingSeat>[];
}

type AttemptFact = Of<Pick<FinishedAttempt, "deadlineAt" | "passed">> & {
  readonly id: string;
  finishedAt: Date | null;
};

/** Every attempt of the people. */
export async function selectAttemptsOfAll(db: Reader, personIds: readonly string[]): Promise<AttemptFact[]> {
  return db
    .selectFrom("attempt")
    .select(["id", "personId", "deadlineAt", "finishedAt", "passed"])
    .where("personId", "=", anyOf(personIds))
    .execute();
}

/** What staff allowed the people and no attempt has used. */
export async function selectOpenExceptionsOfAll(
  db: Reader,
  personIds: readonly string[],
): Promise<Of<OpenException>[]> {
  return db
    .selectFrom("attemptException")
    .select(["id", "personId", "kind", "extraMinutes"])
    .where("personId", "=", anyOf(personIds))
    .where("usedByAttemptId", "is", null)
    .orderBy("recordedAt")
    .orderBy("id")
    .execute();
}

/** Whether the version of the programme that applies at `at` asks for the training. */
export async function selectRequiresTraining(db: Reader, at: Date): Promise<boolean> {
  const row = await db
    .selectFrom("programmeVersion")
    .select("requiresTraining")
    .where("programmeCode", "=", secondLevelAdministrator.code)
    .where("activeFrom", "<=", at)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.requiresTraining ?? true;
}
