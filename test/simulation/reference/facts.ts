/** What the reference remembers: only what was acknowledged to somebody, in its own shapes. Spans are half-open, `to` null is open. */
import type { DayNumber } from "./days";

export interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber | null;
}

export type Level = "partner" | "platinum" | "distributor" | "reseller";

interface Membership extends Span {
  readonly personId: string;
  readonly organisationId: string;
  readonly administrator: boolean;
}

/** A fall below three as the ledger must know it. */
export interface Fall {
  readonly cycle: string;
  readonly day: DayNumber;
  readonly toldOn: DayNumber;
  restored: boolean;
}

export interface RefOrganisation {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly distributorId: string | null;
  levels: (Span & { readonly level: Level })[];
  optIns: Span[];
  readonly falls: Fall[];
}

export interface RefCertificate {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly previousId: string | null;
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly anchor: DayNumber;
  readonly term: number;
  /** Order of issue, over all. */
  readonly ordinal: number;
  suspensions: Span[];
  revokedFrom: DayNumber | null;
}

export interface RefAttempt {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  /** Began before the renewal window, by leave of staff. */
  readonly outsideWindow: boolean;
  /** Acknowledged, by place in the form. */
  readonly answers: Map<number, boolean>;
  finishedAt: Date | null;
  passed: boolean | null;
}

export interface RefPerson {
  readonly id: string;
  readonly name: string;
  memberships: Membership[];
  /** Organisations the person is partner admin of, as long as it is a member there. */
  readonly adminOf: Set<string>;
  readonly certificates: RefCertificate[];
  readonly attempts: RefAttempt[];
  trainedAt: Date | null;
  /** Given by staff and not used up. */
  exceptions: ("release" | "outside_window")[];
}

export const covers = (span: Span, day: DayNumber): boolean => span.from <= day && (span.to === null || day < span.to);

/** What is left of the spans when everything from `day` on is cut off. */
export function cutFrom<T extends Span>(spans: readonly T[], day: DayNumber): T[] {
  return spans
    .filter((span) => span.from < day)
    .map((span) => (span.to === null || span.to > day ? { ...span, to: day } : span));
}
