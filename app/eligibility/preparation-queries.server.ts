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

/** What decides beside their own record whether the people may start an exam. */
export interface Allowances {
  /** Whether the version of the programme that applies at `at` asks for the training. */
  readonly requiresTraining: boolean;
  /** What staff allowed the people and no attempt has used. */
  readonly exceptions: readonly Of<OpenException>[];
}

/** One statement. */
export async function selectAllowances(db: Reader, personIds: readonly string[], at: Date): Promise<Allowances> {
  const [row] = await allowances(db, { personIds: [...personIds], at });
  return { requiresTraining: row?.requiresTraining ?? true, exceptions: row?.exceptions ?? [] };
}

const allowances = keptQuery(
  (_db, { personIds, at }: People & { at: Date }) => sql<{
    requiresTraining: boolean | null;
    exceptions: Of<OpenException>[];
  }>`
    select
      (
        select requires_training from programme_version
        where programme_code = ${secondLevelAdministrator.code} and active_from <= ${at}
        order by version desc limit 1
      ) as requires_training,
      (
        select coalesce(json_agg(json_build_object('id', id, 'personId', person_id, 'kind', kind, 'extraMinutes', extra_minutes)
          order by recorded_at, id), '[]')
        from attempt_exception
        where person_id = ${anyOf(personIds)} and used_by_attempt_id is null
      ) as exceptions
  `,
);
