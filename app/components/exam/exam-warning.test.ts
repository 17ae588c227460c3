import { describe, expect, it } from "vitest";
import { nextWarning, type Warning } from "./exam-warning";

const first = "2027-03-15T10:00:00.000Z";
const extended = "2027-03-15T10:30:00.000Z";

/** What is said from one time to the other, in minutes before the deadline, with a look at the clock twice a second. */
function said(
  fromMinutes: number,
  toMinutes: number,
  { before = { deadlineAt: first, minutes: undefined }, deadlineAt = first, jitter = () => 0 }: Partial<Looks> = {},
) {
  const warnings: (number | undefined)[] = [];
  let warning: Warning = before;
  for (let seconds = fromMinutes * 60; seconds > toMinutes * 60; seconds -= 0.5) {
    const next = nextWarning(warning, deadlineAt, seconds + jitter());
    if (next.minutes !== warning.minutes) warnings.push(next.minutes);
    warning = next;
  }
  return { warnings, warning };
}

interface Looks {
  readonly before: Warning;
  readonly deadlineAt: string;
  /** Seconds by which the clock is found to be wrong at a look. */
  readonly jitter: () => number;
}

describe("the warnings before the end", () => {
  it("come at 10, 5 and 1 minute, each once", () => {
    expect(said(90, 0).warnings).toEqual([10, 5, 1]);
    expect(said(90, 10).warnings).toEqual([]);
    expect(said(90, 9.99).warnings).toEqual([10]);
    expect(said(90, 4.99).warnings).toEqual([10, 5]);
  });

  it("come once also while the clock is put right to and fro", () => {
    let look = 0;
    const jitter = () => [0.8, -0.8, 0.3, -1.4][look++ % 4] ?? 0;
    expect(said(90, 0, { jitter }).warnings).toEqual([10, 5, 1]);
  });

  it("are taken back where the clock was wrong by more", () => {
    const { warning } = said(12, 8);
    expect(said(40, 0, { before: warning }).warnings).toEqual([undefined, 10, 5, 1]);
  });

  it("are the one that holds for a page opened with 4 minutes left, then the last", () => {
    expect(said(4, 3).warnings).toEqual([5]);
    expect(said(4, 0).warnings).toEqual([5, 1]);
  });

  it("come anew after extra time, and the one that was said is taken back", () => {
    const { warnings, warning } = said(12, 4);
    expect(warnings).toEqual([10, 5]);
    expect(said(34, 0, { before: warning, deadlineAt: extended }).warnings).toEqual([undefined, 10, 5, 1]);
    expect(said(7, 0, { before: warning, deadlineAt: extended }).warnings).toEqual([10, 5, 1]);
    expect(said(4.5, 0, { before: warning, deadlineAt: extended }).warnings).toEqual([1]);
  });
});
