import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, covers, type Day, type DayRange } from "~/kernel/calendar";
import { type Absence, thinDays } from "./availability";
import type { StandingFacts } from "./counting";
import { assessStanding } from "./standing";

const distributor = { levelCode: "distributor", secondLevelSupport: "mandatory" } as const;
const people = ["ada", "bea", "cem"];

const facts = (names: readonly string[], more: { optional?: DayRange; ends?: Day } = {}): StandingFacts => ({
  levels: [
    more.optional
      ? { levelCode: "platinum", secondLevelSupport: "optional", during: { start: "2026-01-01", end: null } }
      : { ...distributor, during: { start: "2026-01-01", end: null } },
  ],
  optIns: more.optional ? [more.optional] : [],
  members: names.map((personId) => ({ personId, during: { start: "2026-01-01", end: null }, administrator: true })),
  certificates: names.map((personId) => ({
    certificateId: personId,
    personId,
    validity: { start: "2026-06-01", end: more.ends ?? "2027-06-01" },
    suspensions: [],
    revokedOn: null,
  })),
});

const away = (personId: string, start: Day, end: Day): Absence => ({ personId, during: { start, end } });
const year = { from: "2026-07-01", to: "2027-07-01" } as const;
const thin = (names: readonly string[], absences: readonly Absence[], more = {}) =>
  thinDays(facts(names, more), absences, year, 3);

describe("days on which too few are available", () => {
  it("lie between the first and the last day away of one of three", () => {
    expect(thin(people, [away("bea", "2026-08-03", "2026-08-15")])).toEqual([
      { during: { start: "2026-08-03", end: "2026-08-15" }, available: 2, away: ["bea"] },
    ]);
  });

  test.each<[string, readonly string[], Absence[], object?]>([
    ["a fourth is there", [...people, "dan"], [away("bea", "2026-08-03", "2026-08-15")]],
    ["the absence is of somebody who does not count", people, [away("eve", "2026-08-03", "2026-08-15")]],
    ["too few are certified anyway", ["ada", "bea"], [away("bea", "2026-08-03", "2026-08-15")]],
    [
      "nothing is owed then",
      people,
      [away("bea", "2026-08-03", "2026-08-15")],
      { optional: { start: "2026-08-15", end: null } },
    ],
    ["it lies before", people, [away("bea", "2026-06-03", "2026-07-01")]],
  ])("are none where %s", (_, names, absences, more) => {
    expect(thin(names, absences, more)).toEqual([]);
  });

  it("end with the certificates: from then on the standing speaks", () => {
    const long = [away("bea", "2026-08-03", "2027-02-01")];
    expect(thin(people, long, { ends: "2026-09-01" })).toMatchObject([
      { during: { start: "2026-08-03", end: "2026-09-01" } },
    ]);
  });

  it("are only those of two at a time where four are certified, and one stretch where they touch", () => {
    const four = [...people, "dan"];
    expect(thin(four, [away("ada", "2026-08-01", "2026-08-20"), away("bea", "2026-08-10", "2026-09-01")])).toEqual([
      { during: { start: "2026-08-10", end: "2026-08-20" }, available: 2, away: ["ada", "bea"] },
    ]);
    expect(thin(people, [away("ada", "2026-08-01", "2026-08-10"), away("bea", "2026-08-10", "2026-08-12")])).toEqual([
      { during: { start: "2026-08-01", end: "2026-08-12" }, available: 2, away: ["ada", "bea"] },
    ]);
  });

  it("say for every single day whether enough are there", () => {
    const absence = fc
      .record({
        who: fc.integer({ min: 0, max: 4 }),
        from: fc.integer({ min: -20, max: 380 }),
        days: fc.integer({ min: 1, max: 60 }),
      })
      .map(({ who, from, days }) => {
        const start = addDays(year.from, from);
        return away(`p${who}`, start, addDays(start, days));
      });
    const names = fc
      .integer({ min: 2, max: 5 })
      .map((count) => Array.from({ length: count }, (_, index) => `p${index}`));
    fc.assert(
      fc.property(names, fc.array(absence, { maxLength: 8 }), (here, absences) => {
        const stretches = thin(here, absences);
        const known = facts(here);
        for (let day: Day = year.from; day < year.to; day = addDays(day, 1)) {
          const counted = assessStanding(known, day, { minimumAdministrators: 3, atRiskDays: 90 }).counted;
          const present = counted.filter(
            ({ personId }) => !absences.some((one) => one.personId === personId && covers(one.during, day)),
          );
          const expected = counted.length >= 3 && present.length < 3;
          expect(stretches.some(({ during }) => covers(during, day))).toBe(expected);
        }
      }),
      { numRuns: 40 },
    );
  });
});
