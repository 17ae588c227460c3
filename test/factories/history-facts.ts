import type { CertificateFact, MemberFact, StandingFacts } from "~/eligibility/counting";
import type { History, Recorded, Seat } from "./histories";

/** The facts of one organisation as the rule takes them: all that is known, or what was known at an instant. */
export function factsOf({ organisations, people }: History, organisationId: string, knownAt?: Date): StandingFacts {
  const known = <Fact extends Recorded>(rows: readonly Fact[]): Fact[] =>
    rows.filter(({ recordedAt, supersededAt }) =>
      knownAt ? recordedAt <= knownAt && (supersededAt === null || supersededAt > knownAt) : supersededAt === null,
    );
  const organisation = organisations.find((one) => one.organisationId === organisationId);
  const members = people.flatMap(({ personId, seats }): (MemberFact & Seat)[] =>
    known(seats.rows)
      .filter((seat) => seat.organisationId === organisationId)
      .map((seat) => ({ ...seat, personId })),
  );
  const certificates = people.flatMap(({ personId, certificates: held }) =>
    held
      .filter(({ issuedAt }) => !knownAt || issuedAt <= knownAt)
      .map(
        ({ certificateId, validity, suspensions, revocation }): CertificateFact => ({
          certificateId,
          personId,
          validity,
          suspensions: known(suspensions.rows).map(({ during }) => during),
          revokedOn: revocation && (!knownAt || revocation.recordedAt <= knownAt) ? revocation.effectiveOn : null,
        }),
      ),
  );
  return {
    levels: known(organisation?.levels.rows ?? []),
    optIns: known(organisation?.optIns.rows ?? []).map(({ during }) => during),
    members,
    certificates,
  };
}
