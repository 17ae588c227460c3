import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { decideValidity } from "~/certification/validity";
import { addDays, type Day, daysBetween } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { staggeringAdvice } from "./coinciding-ends";

const end = (personId: string, endsOn: Day) => ({ personId, endsOn, windowOpensOn: addDays(endsOn, -90) });
const asked = { today: "2027-01-01" as Day, count: 3, minimum: 3, withinDays: 30, reserveDays: 10 };

describe("whether ends coincide", () => {
  test.each([
    ["30 days apart", "2027-03-31", 3, true],
    ["31 days apart", "2027-04-01", 3, false],
    ["enough people stay", "2027-03-02", 5, false],
    ["one fewer stays", "2027-03-02", 4, true],
  ] as const)("%s", (_, second, count, expected) => {
    const ends = [end("ada", "2027-03-01"), end("bea", second)];
    expect(staggeringAdvice({ ...asked, count, ends }) !== null).toBe(expected);
  });

  it("counts those who have gone before as gone", () => {
    const ends = [end("ada", "2027-02-01"), end("bea", "2027-06-01"), end("cem", "2027-06-02")];
    expect(staggeringAdvice({ ...asked, count: 5, ends })).toMatchObject({ countAfter: 2 });
    expect(staggeringAdvice({ ...asked, count: 6, ends })).toBeNull();
  });

  it("is nothing for a single end, and for none", () => {
    expect(staggeringAdvice({ ...asked, ends: [end("ada", "2027-03-01")] })).toBeNull();
    expect(staggeringAdvice({ ...asked, ends: [] })).toBeNull();
  });
});

it("spreads the examinations over the window, and a newcomer half a year away", () => {
  const ends = [end("ada", "2027-12-01"), end("bea", "2027-12-01"), end("cem", "2027-12-01")];
  expect(staggeringAdvice({ ...asked, ends })).toEqual({
    people: ends,
    countAfter: 0,
    sittings: [
      { personId: "ada", sitOn: "2027-09-02" },
      { personId: "bea", sitOn: "2027-09-28" },
      { personId: "cem", sitOn: "2027-10-25" },
    ],
    newChain: { personId: "ada", sitOn: "2027-01-01" },
    newcomerOn: "2027-06-01",
  });
});

it("has no exception to ask for once every window is open, and begins today", () => {
  const ends = [end("ada", "2027-03-01"), end("bea", "2027-03-15")];
  expect(staggeringAdvice({ ...asked, ends })).toMatchObject({
    newChain: null,
    sittings: [{ personId: "ada", sitOn: "2027-01-01" }, { personId: "bea" }],
  });
});

it("advises nothing that the rules refuse: every proposed day renews with the old end, and the new chain ends elsewhere", () => {
  const someEnds = fc.uniqueArray(fc.integer({ min: 40, max: 340 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(someEnds, (days) => {
      const ends = days.map((offset, index) => end(`p${index}`, addDays(asked.today, offset)));
      const advice = staggeringAdvice({ ...asked, count: ends.length, minimum: ends.length, ends });
      if (!advice) return;
      const previous = (personId: string) => {
        const endsOn = ends.find((one) => one.personId === personId)?.endsOn ?? asked.today;
        const start = addDays(endsOn, -365);
        return { validity: { start, end: endsOn }, anchorOn: start, term: 1, renewalWindowDays: 90, revoked: false };
      };
      for (const { personId, sitOn } of advice.sittings) {
        const decision = decideValidity({ passedOn: sitOn, previous: previous(personId) }, policy);
        expect(decision).toMatchObject({ outcome: "renewal" });
        expect(daysBetween(sitOn, previous(personId).validity.end)).toBeGreaterThanOrEqual(asked.reserveDays);
      }
      if (advice.newChain) {
        const { personId, sitOn } = advice.newChain;
        const passing = { passedOn: sitOn, previous: previous(personId) };
        expect(decideValidity(passing, policy)).toMatchObject({ outcome: "refused" });
        expect(decideValidity({ ...passing, exceptionGranted: true }, policy)).toMatchObject({ outcome: "new_chain" });
      }
      expect(advice.newcomerOn >= asked.today && advice.newcomerOn < (advice.people[0]?.endsOn ?? "")).toBe(true);
    }),
  );
});
