import { readExamAvailability } from "~/certification/begin-attempt.server";
import { selectCertificatesOf } from "~/certification/certificate-queries.server";
import { selectOptionalActiveAttempt } from "~/examination/attempt-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { covers, dayIn } from "~/kernel/calendar";
import { selectAbsences } from "~/organisations/absence-queries.server";
import { selectMembershipsOf } from "~/organisations/membership-queries.server";
import type { Reader } from "~/platform/database/handle";
import { type NextStep, nextStep } from "./next-step";
import { type PersonCertification, personCertification } from "./person-certification";
import { selectTrainingSeats } from "./preparation-queries.server";
import { readPersonRecord } from "./read-person-record.server";

/** A person's own page: where they belong, whether they are certified, and all they have earned. Days are those of the latest organisation. */
export async function readOwnRecord(db: Reader, personId: string, now: Date) {
  const memberships = await selectMembershipsOf(db, personId);
  const timeZone = memberships[0]?.timeZone ?? "UTC";
  const today = dayIn(timeZone, now);
  const underWay = await selectOptionalActiveAttempt(db, personId);
  const membership = memberships.find(({ during, timeZone }) => covers(during, dayIn(timeZone, now)));
  const certificates = (await selectCertificatesOf(db, personId))
    .filter(({ programmeCode }) => programmeCode === secondLevelAdministrator.code)
    .map(({ id: certificateId, validity, suspensions, revocation }) => ({
      certificateId,
      personId,
      validity,
      suspensions: suspensions.map(({ during }) => during),
      revokedOn: revocation?.effectiveOn ?? null,
    }));
  const certification = personCertification(certificates, today);
  const exam = underWay && now < underWay.deadlineAt ? underWay : null;
  return {
    membership: membership
      ? {
          organisationName: membership.organisationName,
          during: membership.during,
          administrator: membership.administrator,
        }
      : null,
    today,
    timeZone,
    /** An exam that waits to be gone on with. */
    exam,
    absences: membership
      ? (await selectAbsences(db, { organisationId: membership.organisationId, personId, day: today })).map(
          ({ id, during }) => ({ id, during }),
        )
      : [],
    certification,
    /** What a member without a certificate, neither one to come nor a suspended one, has to do next; null for everybody else, and during an exam. */
    next: membership && !exam && isToBeCertified(certification) ? await readNextStep(db, personId, now) : null,
    record: await readPersonRecord(db, personId, { day: today }),
  };
}

const isToBeCertified = (certification: PersonCertification | null): boolean =>
  certification === null || certification.state === "expired" || certification.state === "revoked";

async function readNextStep(db: Reader, personId: string, now: Date): Promise<NextStep> {
  const { verdict, windows } = await readExamAvailability(db, personId, now);
  return nextStep({ verdict, seats: await selectTrainingSeats(db, [personId]), windows }, now);
}
