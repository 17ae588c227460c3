/** Clause 2.5: every support employee has an individual access in the Data Center Designer, and a support PIN set for it. */
import type { ReadinessPoint } from "~/platform/schema/onboarding-tables";

export type { ReadinessPoint };

export const readinessPoints = ["dcd_access", "support_pin"] as const satisfies readonly ReadinessPoint[];

export interface AttestedPoint {
  readonly at: Date;
  /** Name of who attested it; null when nobody is known. */
  readonly by: string | null;
}

interface ReadinessRow {
  readonly personId: string;
  readonly organisationId: string;
  readonly point: ReadinessPoint | null;
  readonly recordedAt: Date | null;
  readonly attestedBy: string | null;
}

/** One entry a person and organisation, in the order in which they come: a row for each attested point, or one without a point. */
export function readinessByMember<Row extends ReadinessRow>(rows: readonly Row[]) {
  const members = new Map<string, { member: Row; points: Partial<Record<ReadinessPoint, AttestedPoint>> }>();
  for (const row of rows) {
    const key = `${row.organisationId} ${row.personId}`;
    const entry = members.get(key) ?? { member: row, points: {} };
    if (row.point && row.recordedAt) entry.points[row.point] = { at: row.recordedAt, by: row.attestedBy };
    members.set(key, entry);
  }
  return [...members.values()];
}

/** What is not attested yet, in the order in which it is set up. */
export const lackingOf = (attested: readonly ReadinessPoint[]): ReadinessPoint[] =>
  readinessPoints.filter((point) => !attested.includes(point));
