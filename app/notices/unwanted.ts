import type { NoticeKind } from "~/platform/schema/notice-tables";

/**
 * What a person may do without by mail. The rest tells of something that ends, falls or is taken away, or that has to be done by a day: these
 * nobody can opt out of (domain rules §4). The same literals stand in a CHECK.
 */
export const dispensableKinds = [
  "training_reminder",
  "exam_available",
  "exam_passed",
  "certificate_issued",
  "restored",
  "staff_digest",
] as const satisfies readonly NoticeKind[];

export type DispensableKind = (typeof dispensableKinds)[number];

export const isDispensable = (kind: string): kind is DispensableKind =>
  dispensableKinds.some((dispensable) => dispensable === kind);
