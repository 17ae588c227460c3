import { describe, expect, it } from "vitest";
import type { Day } from "~/kernel/calendar";
import { type Consequence, consequenceOf, type HeldCertificate } from "./result-change";

const today = "2027-06-01";
const change = {
  attemptId: "attempt",
  finishedAt: new Date("2027-03-15T09:00:00Z"),
  timeZone: "Europe/Berlin",
  startedOutsideWindow: false,
  passedBefore: false,
  passedAfter: true,
  passKept: false,
};
const lost = { ...change, passedBefore: true, passedAfter: false };
const certificate = (part: Partial<HeldCertificate> = {}): HeldCertificate => ({
  certificateId: "certificate",
  attemptId: "attempt",
  attemptFinishedAt: change.finishedAt,
  issuedAt: change.finishedAt,
  validity: { start: "2027-03-15", end: "2028-03-15" },
  anchorOn: "2027-03-15",
  term: 1,
  renewalWindowDays: 90,
  revoked: false,
  suspended: false,
  suspendedByResult: false,
  ...part,
});
const earlier = (end: Day, part: Partial<HeldCertificate> = {}) =>
  certificate({
    certificateId: "earlier",
    attemptId: "earlier",
    attemptFinishedAt: new Date("2026-03-01T09:00:00Z"),
    validity: { start: "2026-03-01", end },
    anchorOn: "2026-03-01",
    ...part,
  });

describe("what a changed result means for the certificate", () => {
  it.each<[string, Parameters<typeof consequenceOf>[0], HeldCertificate[], Consequence]>([
    ["the same outcome", { ...change, passedBefore: true }, [certificate()], { kind: "none" }],
    ["a pass that is kept", { ...change, passedBefore: true, passKept: true }, [certificate()], { kind: "pass_kept" }],
    ["a first pass", change, [], { kind: "issued", validity: { start: "2027-03-15", end: "2028-03-15" } }],
    [
      "a renewal inside its window",
      change,
      [earlier("2027-06-13")],
      { kind: "issued", validity: { start: "2027-06-13", end: "2028-03-01" } },
    ],
    ["the day before the window", change, [earlier("2027-06-14")], { kind: "not_needed" }],
    [
      "passed again since",
      change,
      [certificate({ attemptId: "later", attemptFinishedAt: new Date("2027-03-20T09:00:00Z") })],
      { kind: "not_needed" },
    ],
    [
      "given back what a regrade suspended",
      change,
      [certificate({ suspended: true, suspendedByResult: true })],
      { kind: "reinstated", certificateId: "certificate" },
    ],
    [
      "given back on its last day",
      change,
      [certificate({ validity: { start: "2026-06-02", end: "2027-06-02" }, suspended: true, suspendedByResult: true })],
      { kind: "reinstated", certificateId: "certificate" },
    ],
    [
      "not given back, over since today",
      change,
      [certificate({ validity: { start: "2026-06-01", end: "2027-06-01" }, suspended: true, suspendedByResult: true })],
      { kind: "left", certificateId: "certificate" },
    ],
    [
      "suspended for another reason",
      change,
      [certificate({ suspended: true })],
      { kind: "left", certificateId: "certificate" },
    ],
    [
      "revoked stays revoked",
      change,
      [certificate({ revoked: true, suspended: true, suspendedByResult: true })],
      { kind: "left", certificateId: "certificate" },
    ],
    ["a pass taken away", lost, [certificate()], { kind: "suspended", certificateId: "certificate" }],
    [
      "taken away, ending tomorrow",
      lost,
      [certificate({ validity: { start: "2026-06-02", end: "2027-06-02" } })],
      { kind: "suspended", certificateId: "certificate" },
    ],
    [
      "taken away, over since today",
      lost,
      [certificate({ validity: { start: "2026-06-01", end: "2027-06-01" } })],
      { kind: "left", certificateId: "certificate" },
    ],
    [
      "taken away, suspended already",
      lost,
      [certificate({ suspended: true })],
      { kind: "left", certificateId: "certificate" },
    ],
    ["taken away, never certified", lost, [earlier("2027-03-01")], { kind: "none" }],
  ])("%s", (_, result, held, consequence) => {
    expect(consequenceOf(result, held, today)).toEqual(consequence);
  });

  it("counts the day of passing in the organisation's zone", () => {
    const late = { ...change, finishedAt: new Date("2027-03-15T23:30:00Z") };
    expect(consequenceOf(late, [], today)).toMatchObject({ validity: { start: "2027-03-16" } });
  });
});
