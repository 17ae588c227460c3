/** Where organisations would stand if changed exam results were carried out: the same rule over facts that have been changed beforehand. */
import type { Consequence } from "~/certification/result-change";
import type { Day } from "~/kernel/calendar";
import type { CertificateFact, StandingFacts } from "./counting";

export interface PersonConsequence {
  readonly personId: string;
  readonly consequence: Consequence;
}

function changed(certificate: CertificateFact, { consequence }: PersonConsequence, today: Day): CertificateFact {
  if (!("certificateId" in consequence) || consequence.certificateId !== certificate.certificateId) return certificate;
  if (consequence.kind === "suspended") {
    return { ...certificate, suspensions: [...certificate.suspensions, { start: today, end: null }] };
  }
  if (consequence.kind !== "reinstated") return certificate;
  const before = certificate.suspensions.filter(({ start }) => start < today);
  return {
    ...certificate,
    suspensions: before.map(({ start, end }) => ({ start, end: end !== null && end < today ? end : today })),
  };
}

/** The facts of an organisation as they would be with the consequences for its members. */
export function factsWith(facts: StandingFacts, consequences: readonly PersonConsequence[], today: Day): StandingFacts {
  const here = consequences.filter(({ personId }) => facts.members.some((member) => member.personId === personId));
  const issued = here.flatMap(({ personId, consequence }): CertificateFact[] =>
    consequence.kind === "issued"
      ? [
          {
            certificateId: `issued to ${personId}`,
            personId,
            validity: consequence.validity,
            suspensions: [],
            revokedOn: null,
          },
        ]
      : [],
  );
  const certificates = here.reduce<readonly CertificateFact[]>(
    (all, one) => all.map((certificate) => changed(certificate, one, today)),
    facts.certificates,
  );
  return { ...facts, certificates: [...certificates, ...issued] };
}
