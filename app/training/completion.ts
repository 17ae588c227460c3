/** Attendance and what follows from it (domain rule 5): present in all parts is completed, and opens the exam. */
import type { AttendanceMark } from "~/platform/schema/training-tables";

export type Attendance =
  | { readonly kind: "completed" }
  | { readonly kind: "incomplete"; readonly missed: number }
  | { readonly kind: "open"; readonly unmarked: number };

/**
 * One mark a part, null where none is recorded yet. A single part that was missed wholly or partly decides at once; a training without
 * parts completes nobody.
 */
export function attendanceOf(marks: readonly (AttendanceMark | null)[]): Attendance {
  const missed = marks.filter((mark) => mark === "partial" || mark === "absent").length;
  if (missed > 0) return { kind: "incomplete", missed };
  const unmarked = marks.filter((mark) => mark === null).length;
  return unmarked > 0 || marks.length === 0 ? { kind: "open", unmarked } : { kind: "completed" };
}

/** Attendance can be recorded from the moment the part begins. */
export const attendanceOpen = (partStart: Date, now: Date): boolean => now >= partStart;
