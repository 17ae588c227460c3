/** Who must do what so that the minimum of clause 2.7 is reached or kept, in the order of urgency. */
import { addDays, covers, type Day } from "~/kernel/calendar";
import { type CertificateFact, effectiveRanges, type MemberFact } from "./counting";
import type { Standing } from "./standing";

export type Task =
  /** Certified, and the renewal may be sat: until the day before `endsOn`. */
  | { readonly kind: "renew"; readonly personId: string; readonly endsOn: Day }
  /** Flagged, but without a certificate that counts; `lapsedOn` when there was one. */
  | { readonly kind: "certify"; readonly personId: string; readonly lapsedOn: Day | null; readonly inTraining: boolean }
  | { readonly kind: "suspended"; readonly personId: string; readonly until: Day | null }
  /** Counts, and is to leave or to lose the flag. */
  | { readonly kind: "leaves"; readonly personId: string; readonly on: Day }
  /** So many more people must be named administrators. */
  | { readonly kind: "name_administrators"; readonly missing: number };

interface Situation {
  readonly members: readonly MemberFact[];
  readonly certificates: readonly (CertificateFact & { readonly renewalWindowDays: number })[];
  readonly inTraining: readonly string[];
  readonly minimum: number;
}

export function tasksOn(standing: Standing, { members, certificates, inTraining, minimum }: Situation): Task[] {
  const { day } = standing;
  const administrators = members
    .filter(({ administrator, during }) => administrator && covers(during, day))
    .map(({ personId }) => personId);
  const counted = standing.counted.flatMap(({ personId, until, cause }): Task[] => {
    if (until === null || cause === null) return [];
    if (cause.certificateId === null) return [{ kind: "leaves", personId, on: until }];
    const certificate = certificates.find(({ certificateId }) => certificateId === cause.certificateId);
    const open =
      certificate && cause.kind === "certificate_ends" && day >= addDays(until, -certificate.renewalWindowDays);
    return open ? [{ kind: "renew", personId, endsOn: until }] : [];
  });
  const counting = new Set(standing.counted.map(({ personId }) => personId));
  const others = administrators
    .filter((personId) => !counting.has(personId))
    .flatMap((personId) => uncertified(personId, certificates, day, inTraining));
  const missing = minimum - administrators.length;
  return [...counted, ...others, ...(missing > 0 ? [{ kind: "name_administrators" as const, missing }] : [])];
}

function uncertified(
  personId: string,
  certificates: readonly CertificateFact[],
  day: Day,
  inTraining: readonly string[],
): Task[] {
  const own = certificates.filter((certificate) => certificate.personId === personId);
  const suspension = own
    .filter(({ validity, revokedOn }) => covers(validity, day) && (revokedOn === null || revokedOn > day))
    .flatMap(({ suspensions }) => suspensions.filter((one) => covers(one, day)))[0];
  if (suspension) return [{ kind: "suspended", personId, until: suspension.end }];
  const ranges = own.flatMap(effectiveRanges);
  if (ranges.some(({ start }) => start > day)) return [];
  const ends = ranges.flatMap(({ end }) => (end === null ? [] : [end])).sort();
  return [{ kind: "certify", personId, lapsedOn: ends.at(-1) ?? null, inTraining: inTraining.includes(personId) }];
}
