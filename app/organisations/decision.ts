import type { Day } from "~/kernel/calendar";
import type { DecisionOutcome } from "~/platform/schema/staff-tables";

export const decisionOutcomes = [
  "granted",
  "remediation",
  "suspended",
  "withdrawn",
] as const satisfies readonly DecisionOutcome[];

/**
 * What staff have decided about second-level status (domain rules §3). The computed status never changes it, nor it the computed status:
 * both are shown side by side.
 */
export interface Decision {
  readonly outcome: DecisionOutcome;
  readonly effectiveOn: Day;
  /** The last day given to come back to the minimum; null unless the outcome is remediation. */
  readonly remediationThrough: Day | null;
}

/** The decision that holds on `day`: the last to have taken effect. Those given must all be in force, none superseded. */
export function decisionOn<D extends Decision>(decisions: readonly D[], day: Day): D | null {
  const begun = decisions.filter(({ effectiveOn }) => effectiveOn <= day);
  return begun.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0] ?? null;
}

/** The time given has run out, and staff have not decided anew: the portal says so and does nothing of itself. */
export const isOverdue = ({ remediationThrough }: Decision, day: Day): boolean =>
  remediationThrough !== null && day > remediationThrough;
