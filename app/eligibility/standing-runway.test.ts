import { describe, expect, it, test } from "vitest";
import { certificate, member, open, range, three } from "#test/factories/standing-facts";
import type { Day } from "~/kernel/calendar";
import type { StandingFacts } from "./counting";
import { assessStanding } from "./standing";

const policy = { minimumAdministrators: 3, atRiskDays: 90 };

describe("what makes the count fall", () => {
  const runwayOn = (facts: StandingFacts, day: Day = "2027-01-15") => assessStanding(facts, day, policy).runway;

  it("is the first certificate that ends", () => {
    expect(runwayOn(three)).toEqual({
      day: "2027-03-10",
      count: 2,
      causes: [{ personId: "ada", kind: "certificate_ends", certificateId: "ada 2026-03-10" }],
    });
  });

  it("is not a certificate whose renewal is already issued", () => {
    const renewed = { ...three, certificates: [...three.certificates, certificate("ada", "2027-03-10", "2028-03-10")] };
    expect(runwayOn(renewed)).toMatchObject({ day: "2027-04-01", causes: [{ personId: "ben" }] });
    expect(
      assessStanding(renewed, "2027-01-15", policy).counted.find(({ personId }) => personId === "ada")?.until,
    ).toBe("2028-03-10");
  });

  it("is not anybody while there is a reserve", () => {
    const four = {
      ...three,
      members: [...three.members, member("dia")],
      certificates: [...three.certificates, certificate("dia", "2026-06-01", "2027-06-01")],
    };
    expect(runwayOn(four)).toMatchObject({ day: "2027-04-01", count: 2, causes: [{ personId: "ben" }] });
  });

  it("names everybody who ends on the same day", () => {
    const together = {
      ...three,
      certificates: ["ada", "ben", "cem"].map((who) => certificate(who, "2026-03-10", "2027-03-10")),
    };
    expect(runwayOn(together)).toMatchObject({
      count: 0,
      causes: [{ personId: "ada" }, { personId: "ben" }, { personId: "cem" }],
    });
  });

  test.each<[string, Partial<StandingFacts>, Day, string, string | null]>([
    [
      "a leaver",
      { members: [member("ada"), member("ben", range("2026-01-01", "2027-02-01")), member("cem")] },
      "2027-02-01",
      "membership_ends",
      null,
    ],
    [
      "a flag taken away",
      {
        members: [
          member("ada"),
          member("ben"),
          member("cem", range("2026-01-01", "2027-02-01")),
          member("cem", open("2027-02-01"), false),
        ],
      },
      "2027-02-01",
      "administrator_ends",
      null,
    ],
    [
      "a suspension to come",
      {
        certificates: three.certificates.map((one) =>
          one.personId === "cem" ? { ...one, suspensions: [open("2027-02-02")] } : one,
        ),
      },
      "2027-02-02",
      "suspension_begins",
      "cem 2026-05-01",
    ],
    [
      "a revocation to come",
      {
        certificates: three.certificates.map((one) =>
          one.personId === "cem" ? { ...one, revokedOn: "2027-02-03" as Day } : one,
        ),
      },
      "2027-02-03",
      "revocation",
      "cem 2026-05-01",
    ],
  ])("may be %s", (_, change, day, kind, certificateId) => {
    expect(runwayOn({ ...three, ...change })).toMatchObject({ day, causes: [{ kind, certificateId }] });
  });

  it("is remembered while the count stays below: the last fall, not an earlier one", () => {
    const back = { ...three, certificates: [...three.certificates, certificate("ada", "2027-03-20", "2028-03-20")] };
    expect(assessStanding(back, "2027-03-15", policy).fallen?.day).toBe("2027-03-10");
    expect(assessStanding(back, "2027-03-20", policy)).toMatchObject({ status: "at_risk", fallen: null });
    expect(assessStanding(back, "2027-04-10", policy).fallen).toMatchObject({
      day: "2027-04-01",
      causes: [{ personId: "ben" }],
    });
  });
});
