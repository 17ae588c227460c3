/**
 * How long a certificate lasts, whether it may be renewed, and what it is worth on a day.
 * Clause 2.7 asks for annual certifications; the renewal window, the anchor and the absence of grace are ours (domain rules §2).
 */

import { addDays, addYears, covers, type Day, type DayRange, earlierDay, lastDay } from "~/kernel/calendar";
import type { RevocationReason, SuspensionReason } from "~/platform/schema/certification-tables";

/** A range of days that has an end: a certificate is never open-ended. */
export interface Validity extends DayRange {
  readonly end: Day;
}

/** What a certificate brings to the decision about its successor, each as it was stored when it was issued. */
export interface PreviousCertificate {
  readonly validity: Validity;
  readonly anchorOn: Day;
  /** 1 for the first certificate of a chain, 2 for its first renewal. */
  readonly term: number;
  readonly renewalWindowDays: number;
  readonly revoked: boolean;
}

interface Passing {
  /** The day in the organisation's time zone on which the exam was passed, or would be if it were sat now. */
  readonly passedOn: Day;
  /** The holder's latest certificate of the same programme. */
  readonly previous: PreviousCertificate | null;
  /** Staff have allowed the exam before the renewal window. */
  readonly exceptionGranted?: boolean;
}

interface ValidityPolicy {
  readonly certificateYears: number;
  readonly graceDays: number;
}

export type ValidityDecision =
  | {
      readonly outcome: "first" | "renewal" | "new_chain";
      readonly validity: Validity;
      readonly anchorOn: Day;
      readonly term: number;
    }
  | { readonly outcome: "refused"; readonly windowOpensOn: Day };

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The first day on which the renewal may be sat; the window lasts until the day before the certificate's `end`. */
export const renewalOpensOn = (certificate: Pick<PreviousCertificate, "validity" | "renewalWindowDays">): Day =>
  addDays(certificate.validity.end, -certificate.renewalWindowDays);

/**
 * The validity that passing on `passedOn` earns, or from which day on it would earn one.
 * A renewal ends whole years after the *anchor*, so a chain from 29 February returns to it in leap years. A revoked
 * predecessor and a staff exception each begin a new chain, whose range may overlap the old one.
 */
export function decideValidity(
  { passedOn, previous, exceptionGranted }: Passing,
  policy: ValidityPolicy,
): ValidityDecision {
  const beginning = {
    validity: { start: passedOn, end: addYears(passedOn, policy.certificateYears) },
    anchorOn: passedOn,
    term: 1,
  };
  if (previous === null) return { outcome: "first", ...beginning };
  if (previous.revoked || passedOn >= addDays(previous.validity.end, policy.graceDays)) {
    return { outcome: "new_chain", ...beginning };
  }
  const windowOpensOn = renewalOpensOn(previous);
  if (passedOn < windowOpensOn) {
    return exceptionGranted ? { outcome: "new_chain", ...beginning } : { outcome: "refused", windowOpensOn };
  }
  const start = previous.validity.end;
  const { anchorOn } = previous;
  const end = addYears(anchorOn, yearOf(start) - yearOf(anchorOn) + policy.certificateYears);
  return { outcome: "renewal", validity: { start, end }, anchorOn, term: previous.term + 1 };
}

export interface CertificateFacts {
  readonly validity: Validity;
  readonly suspensions: readonly { readonly during: DayRange; readonly reasonClass: SuspensionReason }[];
  readonly revocation: { readonly effectiveOn: Day; readonly reasonClass: RevocationReason } | null;
  /** Number of the certificate that was issued as its successor. */
  readonly renewedBy: string | null;
}

export type CertificateState =
  | { readonly state: "upcoming"; readonly from: Day; readonly validThrough: Day }
  | { readonly state: "valid"; readonly validThrough: Day; readonly renewedBy: string | null }
  | { readonly state: "renewed"; readonly by: string; readonly ended: Day }
  | { readonly state: "expired"; readonly since: Day }
  | {
      readonly state: "suspended";
      readonly since: Day;
      /** First day it counts again; null while nobody has set one. */
      readonly until: Day | null;
      readonly reasonClass: SuspensionReason;
    }
  | { readonly state: "revoked"; readonly since: Day; readonly reasonClass: RevocationReason };

/**
 * What the certificate is worth on `day`; only `valid` counts towards the minimum of clause 2.7.
 *
 * The strongest fact speaks: `revoked` from its effective day for ever, even after the range is over, since a reader must
 * learn that it was taken back. Then the range's own end: `renewed` when a successor was issued, else `expired`; a suspension
 * that was still open says nothing more by then. Then `suspended`. While its own days run, a renewed certificate stays `valid`
 * and names its successor. A revocation announced for a later day already shortens `validThrough`.
 */
export function certificateState(certificate: CertificateFacts, day: Day): CertificateState {
  const { validity, suspensions, revocation, renewedBy } = certificate;
  if (revocation !== null && revocation.effectiveOn <= day) {
    return { state: "revoked", since: revocation.effectiveOn, reasonClass: revocation.reasonClass };
  }
  if (day >= validity.end) {
    return renewedBy === null
      ? { state: "expired", since: validity.end }
      : { state: "renewed", by: renewedBy, ended: validity.end };
  }
  const suspension = suspensions.find(({ during }) => covers(during, day));
  if (suspension) {
    const { during, reasonClass } = suspension;
    return { state: "suspended", since: during.start, until: during.end, reasonClass };
  }
  const validThrough = lastDay({ end: revocation ? earlierDay(validity.end, revocation.effectiveOn) : validity.end });
  if (day < validity.start) return { state: "upcoming", from: validity.start, validThrough };
  return { state: "valid", validThrough, renewedBy };
}
