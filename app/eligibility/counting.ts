/**
 * Who counts towards the three, and on which days (clauses 2.2 and 2.7): a member, flagged administrator, whose certificate is
 * valid and neither suspended nor revoked. Days are those of the organisation's calendar; the caller applies the zone.
 */
import { addDays, covers, type Day, type DayRange } from "~/kernel/calendar";
import type { LevelSpan } from "~/organisations/level";
import { joined, overlap, without } from "./day-ranges";

export interface MemberFact {
  readonly personId: string;
  readonly during: DayRange;
  readonly administrator: boolean;
}

export interface CertificateFact {
  readonly certificateId: string;
  readonly personId: string;
  readonly validity: DayRange & { readonly end: Day };
  readonly suspensions: readonly DayRange[];
  /** First day on which it is revoked. */
  readonly revokedOn: Day | null;
}

/** All that decides one organisation's standing. Certificates are those of its members, wherever they were earned. */
export interface StandingFacts {
  readonly levels: readonly LevelSpan[];
  readonly optIns: readonly DayRange[];
  readonly members: readonly MemberFact[];
  readonly certificates: readonly CertificateFact[];
}

/** One unbroken stretch in which a person counts. */
export interface CountingRange {
  readonly personId: string;
  readonly during: DayRange;
}

/** The days on which the certificate is worth something: its validity, cut short by a revocation, less its suspensions. */
export function effectiveRanges({
  validity,
  suspensions,
  revokedOn,
}: Pick<CertificateFact, "validity" | "suspensions" | "revokedOn">): DayRange[] {
  if (revokedOn !== null && revokedOn <= validity.start) return [];
  const end = revokedOn !== null && revokedOn < validity.end ? revokedOn : validity.end;
  return without({ start: validity.start, end }, suspensions);
}

/** Every stretch in which somebody counts, by person and then by day. A person's stretches never overlap or touch: nobody counts twice. */
export function countingRanges({
  members,
  certificates,
}: Pick<StandingFacts, "members" | "certificates">): CountingRange[] {
  const people = [...new Set(members.filter((member) => member.administrator).map((member) => member.personId))].sort();
  return people.flatMap((personId) => {
    const seats = members
      .filter((member) => member.administrator && member.personId === personId)
      .map((member) => member.during);
    const valid = certificates.filter((certificate) => certificate.personId === personId).flatMap(effectiveRanges);
    return overlap(joined(seats), joined(valid)).map((during) => ({ personId, during }));
  });
}

/** From `day` on, until the next step, this many count. */
export interface CountStep {
  readonly day: Day;
  readonly count: number;
}

/** Every day on which the count changes, in order; before the first it is 0. */
export function countSteps(ranges: readonly CountingRange[]): CountStep[] {
  const changes = new Map<Day, number>();
  const add = (day: Day, by: number) => changes.set(day, (changes.get(day) ?? 0) + by);
  for (const { during } of ranges) {
    add(during.start, 1);
    if (during.end !== null) add(during.end, -1);
  }
  const steps: CountStep[] = [];
  for (const [day, by] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (by !== 0) steps.push({ day, count: (steps.at(-1)?.count ?? 0) + by });
  }
  return steps;
}

/** The count on `from`, and each change after it and before `to`: what a timeline draws. */
export function countOver(facts: StandingFacts, from: Day, to: Day): CountStep[] {
  const steps = countSteps(countingRanges(facts));
  const start = steps.findLast((step) => step.day <= from)?.count ?? 0;
  return [{ day: from, count: start }, ...steps.filter((step) => step.day > from && step.day < to)];
}

/** What makes a person stop counting. `administrator_ends`: still a member, no longer flagged. */
export type EndCause =
  | { readonly kind: "certificate_ends" | "suspension_begins" | "revocation"; readonly certificateId: string }
  | { readonly kind: "membership_ends" | "administrator_ends"; readonly certificateId: null };

/** Why `personId`, who counted the day before, does not count on `day`. The membership speaks first: without it no certificate helps. */
export function causeOfEnd(facts: StandingFacts, personId: string, day: Day): EndCause {
  const here = facts.members.filter((member) => member.personId === personId && covers(member.during, day));
  if (here.length === 0) return { kind: "membership_ends", certificateId: null };
  if (!here.some((member) => member.administrator)) return { kind: "administrator_ends", certificateId: null };
  const dayBefore = addDays(day, -1);
  const lost = facts.certificates.filter(
    (certificate) =>
      certificate.personId === personId && effectiveRanges(certificate).some((range) => covers(range, dayBefore)),
  );
  const [certificate] = lost.toSorted((a, b) => (a.validity.end > b.validity.end ? -1 : 1));
  if (!certificate) throw new Error(`${personId} did not count on the day before ${day}`);
  const { certificateId } = certificate;
  if (certificate.revokedOn === day) return { kind: "revocation", certificateId };
  return { kind: certificate.validity.end === day ? "certificate_ends" : "suspension_begins", certificateId };
}
