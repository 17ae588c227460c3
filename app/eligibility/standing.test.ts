import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, covers, type Day, type DayRange } from "~/kernel/calendar";
import type { LevelSpan } from "~/organisations/level";
import { type CertificateFact, countOver, type MemberFact, type StandingFacts } from "./counting";
import { assessStanding, type Status } from "./standing";

const policy = { minimumAdministrators: 3, atRiskDays: 90 };

const open = (start: Day): DayRange => ({ start, end: null });
const range = (start: Day, end: Day) => ({ start, end });
const level = (
  levelCode: string,
  secondLevelSupport: LevelSpan["secondLevelSupport"],
  during: DayRange,
): LevelSpan => ({ levelCode, secondLevelSupport, during });
const distributor = [level("distributor", "mandatory", open("2026-01-01"))];
const member = (personId: string, during: DayRange = open("2026-01-01"), administrator = true): MemberFact => ({
  personId,
  during,
  administrator,
});
const certificate = (personId: string, start: Day, end: Day, more: Partial<CertificateFact> = {}): CertificateFact => ({
  certificateId: `${personId} ${start}`,
  personId,
  validity: { start, end },
  suspensions: [],
  revokedOn: null,
  ...more,
});

/** A distributor with Ada, Ben and Cem, certified until 2027-03-10, 2027-04-01 and 2027-05-01. */
const three: StandingFacts = {
  levels: distributor,
  optIns: [],
  members: [member("ada"), member("ben"), member("cem")],
  certificates: [
    certificate("ada", "2026-03-10", "2027-03-10"),
    certificate("ben", "2026-04-01", "2027-04-01"),
    certificate("cem", "2026-05-01", "2027-05-01"),
  ],
};
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

describe("against a plain day-by-day count", () => {
  const dayAt = (index: number): Day => addDays("2026-01-01", index);
  const horizon = 160;
  const index = fc.integer({ min: 0, max: horizon });
  const closed = fc
    .tuple(index, fc.integer({ min: 1, max: 140 }))
    .map(([start, length]) => range(dayAt(start), dayAt(start + length)));
  const maybeOpen = fc.oneof(
    closed,
    index.map((start) => open(dayAt(start))),
  );
  const person = fc.constantFrom("ada", "ben", "cem", "dia");
  const history: fc.Arbitrary<StandingFacts> = fc.record({
    levels: fc
      .tuple(fc.constantFrom("mandatory" as const, "optional" as const), index)
      .map(([second, change]) => [
        level("one", second, range("2025-12-01", dayAt(change))),
        level("two", second === "optional" ? "mandatory" : "optional", open(dayAt(change))),
      ]),
    optIns: fc.uniqueArray(maybeOpen, { maxLength: 2, selector: () => 0 }),
    members: fc.array(fc.record({ personId: person, during: maybeOpen, administrator: fc.boolean() }), {
      maxLength: 8,
    }),
    certificates: fc.array(
      fc.record({
        certificateId: fc.uuid(),
        personId: person,
        validity: closed,
        suspensions: fc.array(maybeOpen, { maxLength: 1 }),
        revokedOn: fc.option(index.map(dayAt), { freq: 6 }),
      }),
      { minLength: 4, maxLength: 10 },
    ),
  });

  const counts = (facts: StandingFacts, personId: string, day: Day): boolean =>
    facts.members.some((one) => one.personId === personId && one.administrator && covers(one.during, day)) &&
    facts.certificates.some(
      (one) =>
        one.personId === personId &&
        covers(one.validity, day) &&
        !one.suspensions.some((suspension) => covers(suspension, day)) &&
        !(one.revokedOn !== null && one.revokedOn <= day),
    );
  const people = (facts: StandingFacts, day: Day) =>
    ["ada", "ben", "cem", "dia"].filter((who) => counts(facts, who, day));
  const obliged = (facts: StandingFacts, day: Day) =>
    facts.levels.some(
      (one) =>
        covers(one.during, day) &&
        (one.secondLevelSupport === "mandatory" || facts.optIns.some((optIn) => covers(optIn, day))),
    );

  function naive(facts: StandingFacts, day: Day, minimum: number, atRiskDays: number) {
    const count = people(facts, day).length;
    if (!obliged(facts, day)) return { status: "not_applicable", count, runway: null, fallen: null };
    if (count < minimum) {
      for (let back = day; obliged(facts, back); back = addDays(back, -1)) {
        if (people(facts, back).length >= minimum)
          return { status: "not_met", count, runway: null, fallen: addDays(back, 1) };
      }
      return { status: "in_preparation", count, runway: null, fallen: null };
    }
    for (let ahead = 1; ahead < 400 && obliged(facts, addDays(day, ahead)); ahead++) {
      if (people(facts, addDays(day, ahead)).length < minimum)
        return { status: ahead <= atRiskDays ? "at_risk" : "met", count, runway: addDays(day, ahead), fallen: null };
    }
    return { status: "met", count, runway: null, fallen: null };
  }

  it("gives the same status, count, runway and fall", () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(
        history,
        fc.array(index, { minLength: 5, maxLength: 5 }),
        fc.constantFrom(1, 2),
        (facts, days, minimum) => {
          for (const day of days.map(dayAt)) {
            const expected = naive(facts, day, minimum, 20);
            const standing = assessStanding(facts, day, { minimumAdministrators: minimum, atRiskDays: 20 });
            reached.set(standing.status, (reached.get(standing.status) ?? 0) + 1);
            expect({
              status: standing.status,
              count: standing.count,
              runway: standing.runway?.day ?? null,
              fallen: standing.fallen?.day ?? null,
            }).toEqual(expected);
            expect(standing.counted.map(({ personId }) => personId).sort()).toEqual(people(facts, day));
            for (const { personId, until } of standing.counted) {
              if (until !== null)
                expect([counts(facts, personId, addDays(until, -1)), counts(facts, personId, until)]).toEqual([
                  true,
                  false,
                ]);
            }
            const since = standing.metSince;
            expect(since !== null).toBe(expected.status === "met" || expected.status === "at_risk");
            if (since !== null) {
              const metOn = (other: Day) => obliged(facts, other) && people(facts, other).length >= minimum;
              expect([metOn(addDays(since, -1)), metOn(since)]).toEqual([false, true]);
            }
            const lost = standing.runway ?? standing.fallen;
            if (lost) {
              const before = people(facts, addDays(lost.day, -1)).filter((who) => !counts(facts, who, lost.day));
              expect(lost.causes.map(({ personId }) => personId)).toEqual(before);
            }
          }
        },
      ),
      { numRuns: 1_500 },
    );
    for (const status of ["not_applicable", "in_preparation", "met", "at_risk", "not_met"])
      expect(reached.get(status)).toBeGreaterThan(25);
  });

  it("draws a step list that agrees on every day", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const [from, to] = [dayAt(0), dayAt(horizon)];
        const steps = countOver(facts, from, to);
        for (let day = from; day < to; day = addDays(day, 1)) {
          expect(steps.findLast((step) => step.day <= day)?.count).toBe(people(facts, day).length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
