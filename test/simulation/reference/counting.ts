/** Who counts on which day, by marking days one by one (domain rules §3): slow, plain, and nothing like the portal's intervals. */
import type { DayNumber } from "./days";
import { covers, type Level, type RefCertificate, type RefOrganisation, type RefPerson } from "./facts";

const support: Record<Level, "none" | "choice" | "duty"> = {
  partner: "none",
  reseller: "none",
  platinum: "choice",
  distributor: "duty",
};

export const worthOn = (certificate: RefCertificate, day: DayNumber): boolean =>
  day >= certificate.start &&
  day < certificate.end &&
  (certificate.revokedFrom === null || day < certificate.revokedFrom) &&
  !certificate.suspensions.some((suspension) => covers(suspension, day));

/** `counts[d - first]` people count on day `d`. */
export function countsOf(
  organisation: RefOrganisation,
  people: readonly RefPerson[],
  first: DayNumber,
  days: number,
): Uint8Array {
  const counts = new Uint8Array(days);
  for (const person of people) {
    const here = person.memberships.filter(
      (membership) => membership.organisationId === organisation.id && membership.administrator,
    );
    for (const membership of here) {
      const until = Math.min(membership.to ?? Number.POSITIVE_INFINITY, first + days);
      const marked = new Uint8Array(days);
      for (const certificate of person.certificates) {
        const from = Math.max(membership.from, certificate.start, first);
        for (let day = from; day < Math.min(until, certificate.end); day += 1) {
          if (worthOn(certificate, day)) marked[day - first] = 1;
        }
      }
      for (let index = 0; index < days; index += 1) counts[index] = (counts[index] ?? 0) + (marked[index] ?? 0);
    }
  }
  return counts;
}

export function obligedOn(organisation: RefOrganisation, day: DayNumber): boolean {
  const level = organisation.levels.find((span) => covers(span, day))?.level;
  if (level === undefined) return false;
  if (support[level] === "choice") return organisation.optIns.some((span) => covers(span, day));
  return support[level] === "duty";
}
