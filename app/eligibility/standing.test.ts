import { describe, expect, it, test } from "vitest";
import { certificate, level, member, open, range, three } from "#test/factories/standing-facts";
import type { Day } from "~/kernel/calendar";
import type { StandingFacts } from "./counting";
import { assessStanding, type Status } from "./standing";

const policy = { minimumAdministrators: 3, atRiskDays: 90 };
const statusOn = (facts: StandingFacts, day: Day): Status => assessStanding(facts, day, policy).status;

describe("status by day", () => {
  test.each<[Day, Status, number]>([
    ["2025-12-31", "not_applicable", 0],
    ["2026-01-01", "in_preparation", 0],
    ["2026-04-30", "in_preparation", 2],
    ["2026-05-01", "met", 3],
    ["2026-12-09", "met", 3],
    ["2026-12-10", "at_risk", 3],
    ["2027-03-09", "at_risk", 3],
    ["2027-03-10", "not_met", 2],
    ["2027-05-01", "not_met", 0],
  ])("%s is %s with %i", (day, status, count) => {
    expect(assessStanding(three, day, policy)).toMatchObject({ status, count });
  });
});

describe("who is bound", () => {
  const platinum = [level("platinum", "optional", open("2026-01-01"))];

  it("does not apply to Platinum before opting in, nor from the day of opting out", () => {
    const facts = { ...three, levels: platinum, optIns: [range("2026-06-01", "2026-09-01")] };
    expect(["2026-05-31", "2026-06-01", "2026-08-31", "2026-09-01"].map((day) => statusOn(facts, day as Day))).toEqual([
      "not_applicable",
      "met",
      "met",
      "not_applicable",
    ]);
  });

  it("does not apply to a reseller, whoever is certified there", () => {
    expect(statusOn({ ...three, levels: [level("reseller", "not_available", open("2026-01-01"))] }, "2026-06-01")).toBe(
      "not_applicable",
    );
  });

  it("says that a distributor cannot opt out", () => {
    expect(assessStanding(three, "2026-06-01", policy).mandatory).toBe(true);
    expect(
      assessStanding({ ...three, levels: platinum, optIns: [open("2026-01-01")] }, "2026-06-01", policy).mandatory,
    ).toBe(false);
  });

  it("stays one obligation when an opted-in Platinum partner becomes a distributor", () => {
    const levels = [
      level("platinum", "optional", range("2026-01-01", "2027-03-20")),
      level("distributor", "mandatory", open("2027-03-20")),
    ];
    expect(statusOn({ ...three, levels, optIns: [range("2026-01-01", "2027-03-20")] }, "2027-03-25")).toBe("not_met");
  });

  it("begins again in preparation after the obligation was left", () => {
    const optIns = [range("2026-01-01", "2027-01-01"), open("2027-04-01")];
    expect(statusOn({ ...three, levels: platinum, optIns }, "2027-04-02")).toBe("in_preparation");
  });

  it("knows no runway beyond the end of the obligation", () => {
    const facts = { ...three, levels: platinum, optIns: [range("2026-01-01", "2027-03-10")] };
    expect(assessStanding(facts, "2027-03-01", policy)).toMatchObject({ status: "met", runway: null });
    const dayLonger = { ...facts, optIns: [range("2026-01-01", "2027-03-11")] };
    expect(assessStanding(dayLonger, "2027-03-01", policy)).toMatchObject({
      status: "at_risk",
      runway: { day: "2027-03-10" },
    });
  });
});

describe("who counts", () => {
  const countOn = (facts: StandingFacts, day: Day) => assessStanding(facts, day, policy).count;

  it("counts nobody twice, however many certificates and memberships overlap", () => {
    const doubled = {
      ...three,
      members: [...three.members, member("ada")],
      certificates: [...three.certificates, certificate("ada", "2026-06-01", "2027-06-01")],
    };
    expect(countOn(doubled, "2026-07-01")).toBe(3);
  });

  it("leaves out members without the flag and people without membership", () => {
    expect(
      countOn({ ...three, members: [member("ada"), member("ben", open("2026-01-01"), false)] }, "2026-07-01"),
    ).toBe(1);
  });

  it("stops with a suspension and goes on when it ends", () => {
    const suspended = {
      ...three,
      certificates: three.certificates.map((one) => ({
        ...one,
        suspensions: one.personId === "ada" ? [range("2026-07-01", "2026-07-08")] : [],
      })),
    };
    expect(
      ["2026-06-30", "2026-07-01", "2026-07-07", "2026-07-08"].map((day) => countOn(suspended, day as Day)),
    ).toEqual([3, 2, 2, 3]);
  });

  it("never counts a certificate revoked from before its start", () => {
    expect(
      countOn(
        { ...three, certificates: [certificate("ada", "2026-03-10", "2027-03-10", { revokedOn: "2026-03-10" })] },
        "2026-06-01",
      ),
    ).toBe(0);
  });
});
