/** Clause 2.5: every support employee has an individual access in the Data Center Designer, and a support PIN set for it. */
import type { ReadinessPoint } from "~/platform/schema/onboarding-tables";

export type { ReadinessPoint };

export const readinessPoints = ["dcd_access", "support_pin"] as const satisfies readonly ReadinessPoint[];

/** What is not attested yet, in the order in which it is set up. */
export const lackingOf = (attested: readonly ReadinessPoint[]): ReadinessPoint[] =>
  readinessPoints.filter((point) => !attested.includes(point));
