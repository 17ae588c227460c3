/** Whether somebody may begin an exam (domain rules §§2 and 6), for comparing the portal's answer. */
import { localDay } from "./days";
import type { RefPerson } from "./facts";
import type { Reference } from "./model";
import { latestOf, windowDays } from "./validity";

export type RefVerdict =
  | "may_start"
  | "attempt_active"
  | "no_membership"
  | "training_missing"
  | "window_not_open"
  | "cool_down"
  | "release_needed";

const dayMs = 86_400_000;
const waitDays = [1, 7];

/** The verdict, and which leaves of staff a start would use up. */
export function mayStart(
  reference: Reference,
  person: RefPerson,
  now: Date,
): { verdict: RefVerdict; uses: RefPerson["exceptions"] } {
  const refused = (verdict: RefVerdict) => ({ verdict, uses: [] });
  if (person.attempts.some(({ finishedAt }) => finishedAt === null)) return refused("attempt_active");
  const home = reference.homeOf(person, now);
  if (!home) return refused("no_membership");
  const everPassed = person.attempts.some(({ passed }) => passed);
  if (!everPassed && (person.trainedAt === null || person.trainedAt > now)) return refused("training_missing");
  const uses: RefPerson["exceptions"] = [];
  const latest = latestOf(person.certificates);
  if (latest && latest.revokedFrom === null && localDay(home.zone, now) < latest.end - windowDays) {
    if (!person.exceptions.includes("outside_window")) return refused("window_not_open");
    uses.push("outside_window");
  }
  const inOrder = person.attempts.toSorted((a, b) => Number(a.finishedAt) - Number(b.finishedAt));
  const failures = inOrder.slice(inOrder.findLastIndex(({ passed }) => passed) + 1);
  const last = failures.at(-1);
  if (last) {
    const days = waitDays[failures.length - 1];
    const until = days === undefined ? Number.POSITIVE_INFINITY : Number(last.finishedAt) + days * dayMs;
    if (now.getTime() < until) {
      if (!person.exceptions.includes("release")) return refused(days === undefined ? "release_needed" : "cool_down");
      uses.push("release");
    }
  }
  return { verdict: "may_start", uses };
}
