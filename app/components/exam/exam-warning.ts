/** When a candidate is told how little time is left. */

const warnAtMinutes = [10, 5, 1];
/** A clock that is put right by less takes back nothing that was said. */
const putRightSeconds = 30;

export interface Warning {
  /** For which end it was said: a later one begins anew. */
  readonly deadlineAt: string;
  /** Less than so many are left; undefined before the first warning. */
  readonly minutes: number | undefined;
}

/**
 * What stands now, given what stood before: each warning once for a deadline, also when the clock is put right by a moment; who comes late is told the one
 * that holds.
 */
export function nextWarning(before: Warning, deadlineAt: string, secondsLeft: number): Warning {
  const due = warnAtMinutes.filter((minutes) => secondsLeft <= minutes * 60).at(-1);
  const wasTrue = before.minutes === undefined || secondsLeft < before.minutes * 60 + putRightSeconds;
  if (before.deadlineAt !== deadlineAt || !wasTrue) return { deadlineAt, minutes: due };
  if (due === undefined || (before.minutes !== undefined && due >= before.minutes)) return before;
  return { deadlineAt, minutes: due };
}
