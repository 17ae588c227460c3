import { describe, expect, it } from "vitest";
import type { Day } from "~/kernel/calendar";
import { type Decision, decisionOn, isOverdue } from "./decision";

const granted: Decision = { outcome: "granted", effectiveOn: "2026-03-10", remediationThrough: null };
const remediation: Decision = {
  outcome: "remediation",
  effectiveOn: "2027-02-01",
  remediationThrough: "2027-03-31",
};

describe("the decision that holds", () => {
  it.each([
    ["2026-03-09", null],
    ["2026-03-10", granted],
    ["2027-01-31", granted],
    ["2027-02-01", remediation],
    ["2030-01-01", remediation],
  ] as [Day, Decision | null][])("on %s", (day, expected) => {
    expect(decisionOn([remediation, granted], day)).toBe(expected);
    expect(decisionOn([granted, remediation], day)).toBe(expected);
  });
});

describe("a remediation", () => {
  it("is overdue from the day after its last day on", () => {
    expect(isOverdue(remediation, "2027-03-31")).toBe(false);
    expect(isOverdue(remediation, "2027-04-01")).toBe(true);
  });

  it("is the only decision that can be", () => {
    expect(isOverdue(granted, "2099-01-01")).toBe(false);
  });
});
