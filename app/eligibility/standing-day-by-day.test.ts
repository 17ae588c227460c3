import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { level, open, range } from "#test/factories/standing-facts";
import { addDays, covers, type Day } from "~/kernel/calendar";
import { countOver, type StandingFacts } from "./counting";
import { assessStanding } from "./standing";

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
