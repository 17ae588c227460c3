import { sql } from "kysely";
import type { FinishedAttempt, OpenException } from "~/examination/attempt-policy";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { TrainingSeat } from "./next-step";

interface People {
  readonly personIds: readonly string[];
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

type Of<T> = T & { readonly personId: string };

/** The people's enrolments in second-level trainings that were not cancelled, wherever they were made. */
export const selectTrainingSeats = async (db: Reader, personIds: readonly string[]) =>
  (await trainingSeats(db, { personIds: [...personIds] })) as Of<TrainingSeat>[];

const trainingSeats = keptQuery((db, { personIds }: People) =>
  db
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
    .groupBy(["enrolment.id", "trainingSession.id"]),
);

type AttemptFact = Of<Pick<FinishedAttempt, "deadlineAt" | "passed">> & {
  readonly id: string;
  finishedAt: Date | null;
};

/** Every attempt of the people. */
export const selectAttemptsOfAll = (db: Reader, personIds: readonly string[]): Promise<AttemptFact[]> =>
  attempts(db, { personIds: [...personIds] });

const attempts = keptQuery((db, { personIds }: People) =>
  db
    .selectFrom("attempt")
    .select(["id", "personId", "deadlineAt", "finishedAt", "passed"])
    .where("personId", "=", anyOf(personIds)),
);

/** What staff allowed the people and no attempt has used. */
export const selectOpenExceptionsOfAll = (db: Reader, personIds: readonly string[]): Promise<Of<OpenException>[]> =>
  openExceptions(db, { personIds: [...personIds] });

const openExceptions = keptQuery((db, { personIds }: People) =>
  db
    .selectFrom("attemptException")
    .select(["id", "personId", "kind", "extraMinutes"])
    .where("personId", "=", anyOf(personIds))
    .where("usedByAttemptId", "is", null)
    .orderBy("recordedAt")
    .orderBy("id"),
);

/** Whether the version of the programme that applies at `at` asks for the training. */
export async function selectRequiresTraining(db: Reader, at: Date): Promise<boolean> {
  const [row] = await versionsAt(db, { at });
  return row?.requiresTraining ?? true;
}

const versionsAt = keptQuery((db, { at }: { at: Date }) =>
  db
    .selectFrom("programmeVersion")
    .select("requiresTraining")
    .where("programmeCode", "=", secondLevelAdministrator.code)
    .where("activeFrom", "<=", at)
    .orderBy("version", "desc")
    .limit(1),
);
