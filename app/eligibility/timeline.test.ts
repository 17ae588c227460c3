import { describe, expect, it, test } from "vitest";
import type { Day } from "~/kernel/calendar";
import type { CertificateFact } from "./counting";
import { personCertification } from "./person-certification";
import { validityBars } from "./timeline";

const certificate = (start: Day, end: Day, more: Partial<CertificateFact> = {}): CertificateFact => ({
  certificateId: start,
  personId: "ada",
  validity: { start, end },
  suspensions: [],
  revokedOn: null,
  ...more,
});
const first = certificate("2026-03-10", "2027-03-10");
const renewal = certificate("2027-03-10", "2028-03-10");
const lines = (certificates: readonly CertificateFact[], day: Day) =>
  validityBars(certificates, day).map(({ start, end, state }) => `${state} ${start} ${end}`);

describe("bars of a person", () => {
  it("draw a renewal as upcoming until it begins, and what is over as expired", () => {
    expect(lines([renewal, first], "2027-03-09")).toEqual([
      "valid 2026-03-10 2027-03-10",
      "upcoming 2027-03-10 2028-03-10",
    ]);
    expect(lines([renewal, first], "2027-03-10")).toEqual([
      "expired 2026-03-10 2027-03-10",
      "valid 2027-03-10 2028-03-10",
    ]);
  });

  it("show a suspension in its days, and go on after it", () => {
    expect(lines([{ ...first, suspensions: [{ start: "2026-06-01", end: "2026-07-01" }] }], "2026-06-15")).toEqual([
      "valid 2026-03-10 2026-06-01",
      "suspended 2026-06-01 2026-07-01",
      "valid 2026-07-01 2027-03-10",
    ]);
  });

  it("show what a revocation took, and that a suspension before it stays", () => {
    expect(
      lines([{ ...first, revokedOn: "2026-08-01", suspensions: [{ start: "2026-07-01", end: null }] }], "2026-09-01"),
    ).toEqual(["valid 2026-03-10 2026-07-01", "suspended 2026-07-01 2026-08-01", "revoked 2026-08-01 2027-03-10"]);
  });

  it("never overlap: a new certificate hides the rest of the revoked one", () => {
    expect(
      lines([{ ...first, revokedOn: "2026-08-01" }, certificate("2026-09-01", "2027-09-01")], "2026-10-01"),
    ).toEqual(["valid 2026-03-10 2026-08-01", "revoked 2026-08-01 2026-09-01", "valid 2026-09-01 2027-09-01"]);
  });
});

describe("a person's certification on a day", () => {
  test.each<[string, readonly CertificateFact[], Day, ReturnType<typeof personCertification>]>([
    ["never certified", [], "2026-06-01", null],
    ["before the first", [first], "2026-03-09", { state: "upcoming", from: "2026-03-10" }],
    ["valid", [first], "2027-03-09", { state: "valid", until: "2027-03-10" }],
    ["valid and renewed", [first, renewal], "2027-03-09", { state: "valid", until: "2028-03-10" }],
    ["over", [first], "2027-03-10", { state: "expired", since: "2027-03-10" }],
    [
      "suspended",
      [{ ...first, suspensions: [{ start: "2026-06-01", end: null }] }],
      "2026-06-01",
      { state: "suspended", until: "2027-03-10" },
    ],
    ["revoked", [{ ...first, revokedOn: "2026-06-01" }], "2026-06-01", { state: "revoked", since: "2026-06-01" }],
    [
      "revoked, long after",
      [{ ...first, revokedOn: "2026-06-01" }],
      "2029-01-01",
      { state: "revoked", since: "2026-06-01" },
    ],
  ])("%s", (_, certificates, day, expected) => {
    expect(personCertification(certificates, day)).toEqual(expected);
  });
});
