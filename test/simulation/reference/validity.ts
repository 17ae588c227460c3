/** What passing earns (domain rules §2, the table there), by day numbers. */
import { type DayNumber, yearOf, yearsLater } from "./days";
import type { RefCertificate } from "./facts";

export interface Earned {
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly anchor: DayNumber;
  readonly term: number;
  readonly previousId: string | null;
  readonly how: "first" | "renewal" | "after_end" | "after_revocation" | "by_exception" | "too_early";
}

export const windowDays = 90;

/** Of the certificates, the one that ends last; of two such, the later issued. */
export const latestOf = (certificates: readonly RefCertificate[]): RefCertificate | undefined =>
  certificates.toSorted((a, b) => b.end - a.end || b.ordinal - a.ordinal)[0];

export function earnedBy(passedOn: DayNumber, certificates: readonly RefCertificate[], byException: boolean): Earned {
  const fresh = { start: passedOn, end: yearsLater(passedOn, 1), anchor: passedOn, term: 1, previousId: null };
  const latest = latestOf(certificates);
  if (!latest) return { ...fresh, how: "first" };
  if (latest.revokedFrom !== null) return { ...fresh, how: "after_revocation" };
  if (passedOn >= latest.end) return { ...fresh, how: "after_end" };
  if (passedOn < latest.end - windowDays) return { ...fresh, how: byException ? "by_exception" : "too_early" };
  const { end: start, anchor } = latest;
  const end = yearsLater(anchor, yearOf(start) - yearOf(anchor) + 1);
  return { start, end, anchor, term: latest.term + 1, previousId: latest.id, how: "renewal" };
}
