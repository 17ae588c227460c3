/**
 * What a changed exam result means for the certificate (domain rules §6): a pass won later earns what it would have earned then, a pass
 * taken away suspends. Suspended, not revoked: undoing the change can give it back, and taking it back for good stays a person's decision.
 */
import { type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { decideValidity, type PreviousCertificate, type Validity } from "./validity";

/** A certificate of the person and programme, with what decides whether a changed result may touch it. */
export interface HeldCertificate extends PreviousCertificate {
  readonly certificateId: string;
  readonly attemptId: string;
  readonly attemptFinishedAt: Date;
  readonly issuedAt: Date;
  /** A suspension is open, today or later. */
  readonly suspended: boolean;
  /** That suspension came from a changed result, and from nothing else. */
  readonly suspendedByResult: boolean;
}

interface ChangedResult {
  readonly attemptId: string;
  readonly finishedAt: Date;
  readonly timeZone: string;
  readonly startedOutsideWindow: boolean;
  readonly passedBefore: boolean;
  readonly passedAfter: boolean;
  /** Passed only because passes are kept. */
  readonly passKept: boolean;
}

export type Consequence =
  /** The outcome is the same, or it has nothing to do with a certificate. */
  | { readonly kind: "none" }
  | { readonly kind: "pass_kept" }
  | { readonly kind: "issued"; readonly validity: Validity }
  /** Passed now, but the person has passed since, or held a certificate that was not to be renewed yet. */
  | { readonly kind: "not_needed" }
  | { readonly kind: "reinstated" | "suspended"; readonly certificateId: string }
  /** There is a certificate, and it stays as it is: revoked, over, or suspended for another reason. */
  | { readonly kind: "left"; readonly certificateId: string };

/** `held`: every certificate of the person of this programme. `today` is the day in the organisation's zone. */
export function consequenceOf(change: ChangedResult, held: readonly HeldCertificate[], today: Day): Consequence {
  const own = held.find(({ attemptId }) => attemptId === change.attemptId);
  if (change.passedBefore === change.passedAfter) return { kind: change.passKept ? "pass_kept" : "none" };
  if (!change.passedAfter) {
    if (!own) return { kind: "none" };
    const untouchable = own.revoked || own.suspended || own.validity.end <= today;
    return { kind: untouchable ? "left" : "suspended", certificateId: own.certificateId };
  }
  if (own) {
    const returns = !own.revoked && own.suspendedByResult && own.validity.end > today;
    return { kind: returns ? "reinstated" : "left", certificateId: own.certificateId };
  }
  if (held.some(({ attemptFinishedAt }) => attemptFinishedAt >= change.finishedAt)) return { kind: "not_needed" };
  const [previous = null] = held.toSorted(
    (a, b) =>
      -(a.validity.end < b.validity.end ? -1 : a.validity.end > b.validity.end ? 1 : 0) || +b.issuedAt - +a.issuedAt,
  );
  const passedOn = dayIn(change.timeZone, change.finishedAt);
  const decision = decideValidity({ passedOn, previous, exceptionGranted: change.startedOutsideWindow }, policy);
  return decision.outcome === "refused" ? { kind: "not_needed" } : { kind: "issued", validity: decision.validity };
}
