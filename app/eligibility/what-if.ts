/** How an organisation would stand if somebody left, did not renew, or joined certified: asked of supposed facts, which nobody records. */
import { addYears, type Day, laterDay } from "~/kernel/calendar";
import type { CertificateFact, MemberFact, StandingFacts } from "./counting";

export interface Supposition {
  /** Who leaves, and the first day without them. */
  readonly leaving: readonly string[];
  readonly leavingOn: Day;
  /** Who lets the certificate end, while everybody else renews in time. */
  readonly notRenewing: readonly string[];
  /** Each a new administrator, certified from that day on; where renewals are supposed, they renew too. */
  readonly joining: readonly Day[];
  /** Everybody renews in time; otherwise nobody does, as the warnings of the portal suppose. */
  readonly renewals: boolean;
}

/** Whoever asks what not renewing would do must suppose that the others do. */
export const supposesRenewals = ({ renewals, notRenewing }: Supposition): boolean => renewals || notRenewing.length > 0;

/** Far enough that no supposed renewal ends inside the time that is shown. */
const renewedYears = 2;

/** A fall that comes only because the supposing stops is none: whoever renews goes on doing so. */
export const comesOfSupposing = (fall: Day, supposition: Supposition, day: Day): boolean =>
  supposesRenewals(supposition) && fall >= addYears(day, renewedYears);

/** What the answer is compared with: the facts, with renewals where they are supposed. */
export const factsBefore = (facts: StandingFacts, supposition: Supposition, day: Day): StandingFacts =>
  supposesRenewals(supposition) ? renewed(facts, [], day) : facts;

/** The facts as they would be. People who join are called `joining-1`, `joining-2` and so on. */
export function factsAfter(facts: StandingFacts, supposition: Supposition, day: Day): StandingFacts {
  const { leaving, leavingOn, notRenewing, joining } = supposition;
  const kept = supposesRenewals(supposition) ? renewed(facts, notRenewing, day) : facts;
  const years = supposesRenewals(supposition) ? renewedYears : 1;
  const newcomers = joining.map((from, index) =>
    newcomer(joiningId(index), { start: from, end: addYears(from, years) }),
  );
  return {
    ...kept,
    members: [
      ...withoutLeavers(kept.members, leaving, leavingOn),
      ...newcomers.map(({ personId, validity }) => ({
        personId,
        during: { start: validity.start, end: null },
        administrator: true,
      })),
    ],
    certificates: [...kept.certificates, ...newcomers],
  };
}

export const joiningId = (index: number): string => `joining-${index + 1}`;

/** The members as they would be if the people's memberships ended; `on` is the first day without them. */
export const withoutLeavers = (members: readonly MemberFact[], leaving: readonly string[], on: Day): MemberFact[] =>
  members.flatMap((member) => {
    const { start, end } = member.during;
    if (!leaving.includes(member.personId) || (end !== null && end <= on)) return [member];
    return start < on ? [{ ...member, during: { start, end: on } }] : [];
  });

const newcomer = (personId: string, validity: CertificateFact["validity"]): CertificateFact => ({
  certificateId: personId,
  personId,
  validity,
  suspensions: [],
  revokedOn: null,
});

/**
 * With the certificate of everybody but `except` that ends last prolonged by renewals, unless it has ended by `day` or is revoked. They run
 * from end to end: a chain that began on 29 February is a day off in leap years. A suspension is of one certificate and bars nobody from
 * renewing it: the renewal counts, as it would.
 */
function renewed(facts: StandingFacts, except: readonly string[], day: Day): StandingFacts {
  const latest = new Map<string, CertificateFact>();
  for (const certificate of facts.certificates) {
    const known = latest.get(certificate.personId);
    if (!known || known.validity.end < certificate.validity.end) latest.set(certificate.personId, certificate);
  }
  const renewals = [...latest.values()]
    .filter(
      ({ personId, revokedOn, validity }) => revokedOn === null && validity.end > day && !except.includes(personId),
    )
    .map(
      ({ personId, certificateId, validity: { end } }): CertificateFact => ({
        certificateId: `${certificateId} renewed`,
        personId,
        validity: { start: end, end: addYears(laterDay(end, day), renewedYears) },
        suspensions: [],
        revokedOn: null,
      }),
    );
  return { ...facts, certificates: [...facts.certificates, ...renewals] };
}
