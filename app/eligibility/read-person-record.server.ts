import { selectCertificatesOf } from "~/certification/certificate-queries.server";
import { certificateState } from "~/certification/validity";
import { type Day, dayIn, lastDay } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";
import { selectAttemptsOf, selectTrainingsOf } from "./person-record-queries.server";

/**
 * A person's certificates, examinations and trainings, each latest first; states are those of `day`. With `organisationId`, only what
 * was earned for that organisation: what a former employer may go on seeing.
 */
export async function readPersonRecord(
  db: Reader,
  personId: string,
  { day, organisationId }: { day: Day; organisationId?: string | undefined },
) {
  const mine = (row: { readonly organisationId: string }) =>
    organisationId === undefined || row.organisationId === organisationId;
  const certificates = (await selectCertificatesOf(db, personId)).filter(mine);
  const attempts = (await selectAttemptsOf(db, personId)).filter(mine);
  const trainings = (await selectTrainingsOf(db, personId)).filter(mine);
  return {
    certificates: certificates.map((certificate) => ({
      id: certificate.id,
      number: certificate.number,
      organisationName: certificate.organisationName,
      start: certificate.validity.start,
      validThrough: lastDay(certificate.validity),
      state: certificateState(certificate, day).state,
    })),
    attempts: attempts.map(({ id, startedAt, finishedAt, scorePercent, passed, timeZone }) => ({
      id,
      satOn: dayIn(timeZone, startedAt),
      outcome: outcomeOf(finishedAt, passed),
      scorePercent,
    })),
    trainings: trainings.map(
      ({
        enrolmentId,
        trainingSessionId,
        state,
        sessionState,
        timeZone,
        titleEn,
        titleDe,
        startsAt,
        endsAt,
        marks,
      }) => ({
        enrolmentId,
        trainingSessionId,
        titleEn,
        titleDe,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        timeZone,
        state:
          sessionState === "cancelled"
            ? ("cancelled" as const)
            : marks.every((mark) => mark === "present")
              ? ("completed" as const)
              : state,
      }),
    ),
  };
}

const outcomeOf = (
  finishedAt: Date | null,
  passed: boolean | null,
): "under_way" | "handed_in" | "passed" | "not_passed" => {
  if (finishedAt === null) return "under_way";
  if (passed === null) return "handed_in";
  return passed ? "passed" : "not_passed";
};

export type PersonRecord = Awaited<ReturnType<typeof readPersonRecord>>;
