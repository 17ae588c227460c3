import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secondLevelAdministrator } from "../blueprint";
import { type AnsweredItem, gradeAttempt } from "../grade-attempt";
import type { ItemKey } from "../item-key";
import type { ItemResponse } from "../response";
import { sections } from "../section-names";
import { regradedResult } from "./regraded-result";
import { canNameAnswer, keyNaming, pointsUnder, type Treatment } from "./treatment";

const { blueprint, cutScorePercent } = secondLevelAdministrator;
const ids = ["a", "b", "c", "d"];
const choice = (optionId: string | null): ItemResponse => ({ kind: "single_choice", optionId });
const key: ItemKey = { kind: "single_choice", optionIds: ["a"] };

const treatment: fc.Arbitrary<Treatment> = fc.oneof(
  fc.constantFrom<Treatment>({ kind: "full_marks" }, { kind: "drop" }),
  fc.record({
    kind: fc.constantFrom("accept_both" as const, "new_key" as const),
    answer: fc.constantFrom(...ids).map(choice),
  }),
);
const response = fc.option(fc.constantFrom(...ids).map(choice));
const item: fc.Arbitrary<AnsweredItem> = fc.record({
  section: fc.constantFrom(...sections),
  key: fc.constant(key),
  maxPoints: fc.integer({ min: 1, max: 4 }),
  response,
});
const form = fc.array(item, { minLength: 2, maxLength: 20 });

describe("points of an item under a treatment", () => {
  const earned = (given: string | null, how: Treatment | null) =>
    pointsUnder(how, { key, response: given === null ? null : choice(given), maxPoints: 2 });

  it.each<[string, Treatment | null, (number | null)[]]>([
    ["none", null, [2, 0, 0, 0]],
    ["full marks", { kind: "full_marks" }, [2, 2, 2, 2]],
    ["left out", { kind: "drop" }, [null, null, null, null]],
    ["both answers", { kind: "accept_both", answer: choice("b") }, [2, 2, 0, 0]],
    ["another key", { kind: "new_key", answer: choice("b") }, [0, 2, 0, 0]],
  ])("%s: for a, b, c and no answer", (_, how, points) => {
    expect(["a", "b", "c", null].map((given) => earned(given, how))).toEqual(points);
  });

  it("never are fewer when both answers, or all, are accepted", () => {
    fc.assert(
      fc.property(response, fc.constantFrom(...ids), (given, answer) => {
        const one = { key, response: given, maxPoints: 3 };
        const before = pointsUnder(null, one) ?? 0;
        expect(pointsUnder({ kind: "accept_both", answer: choice(answer) }, one)).toBeGreaterThanOrEqual(before);
        expect(pointsUnder({ kind: "full_marks" }, one)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it.each<[ItemResponse, ItemKey]>([
    [
      { kind: "multiple_choice", optionIds: ["c"] },
      { kind: "multiple_choice", optionIds: ["a"], distractorIds: ["b", "c"] },
    ],
    [
      { kind: "numeric", value: 250, unit: "MB/s" },
      { kind: "numeric", answers: [{ unit: "MB/s", value: 200, tolerance: 1 }] },
    ],
    [
      { kind: "matching", pairs: { a: "x", b: "y" } },
      { kind: "matching", pairs: { a: "y", b: "x" } },
    ],
    [
      { kind: "mark_evidence", lineIds: ["l2"] },
      { kind: "mark_evidence", lineIds: ["l1"], neutralLineIds: ["l2", "l3"] },
    ],
    [
      { kind: "ordering", entryIds: ["b", "a"] },
      { kind: "ordering", entryIds: ["a", "b"] },
    ],
  ])("the answer that is named earns all: $kind", (answer, before) => {
    const one = { key: before, response: answer, maxPoints: 2 };
    expect(pointsUnder(null, one)).toBeLessThan(2);
    expect(pointsUnder({ kind: "new_key", answer }, one)).toBe(2);
    expect(keyNaming(answer, before).kind).toBe(before.kind);
  });

  it("cannot be named where there is not one right answer for everybody", () => {
    expect(canNameAnswer("single_choice", true)).toBe(false);
    expect(canNameAnswer("incident_report", false)).toBe(false);
    expect(canNameAnswer("single_choice", false)).toBe(true);
  });
});

describe("the result of a regraded attempt", () => {
  it("is what grading the whole attempt anew finds", () => {
    fc.assert(
      fc.property(form, treatment, fc.nat(), (items, how, place) => {
        const index = place % items.length;
        const regraded = items.map((one, at) => (at === index ? { ...one, treatment: how } : one));
        const [before, after] = [items, regraded].map((all) =>
          gradeAttempt({ blueprint, cutScorePercent, items: all }),
        );
        const one = items[index];
        if (!before || !after || !one) throw new Error("nothing was graded");
        const change = { section: one.section, maxPoints: one.maxPoints, keepPass: false, blueprint };
        const points = { pointsBefore: before.points[index] ?? null, pointsAfter: after.points[index] ?? null };
        const forth = regradedResult({ ...change, ...points, before: before.result });
        expect(forth).toEqual(after.result);
        const back = { pointsBefore: points.pointsAfter, pointsAfter: points.pointsBefore };
        expect(regradedResult({ ...change, ...back, before: forth })).toEqual(before.result);
      }),
    );
  });

  it("keeps a pass, and says so, only where it would be lost", () => {
    fc.assert(
      fc.property(form, fc.nat(), (items, place) => {
        const { points, result: before } = gradeAttempt({ blueprint, cutScorePercent, items });
        const index = place % items.length;
        const { section, maxPoints } = items[index] ?? { section: "network" as const, maxPoints: 0 };
        const change = {
          blueprint,
          section,
          maxPoints,
          before,
          pointsBefore: points[index] ?? null,
          pointsAfter: null,
        };
        const [strict, kept] = [false, true].map((keepPass) => regradedResult({ ...change, keepPass }));
        expect(kept?.passed).toBe(before.passed || strict?.passed);
        expect(kept?.passKept === true).toBe(before.passed && !strict?.passed);
        expect(kept?.scorePercent).toBe(strict?.scorePercent);
      }),
    );
  });

  it("stays as it is when its only item is left out", () => {
    const items: AnsweredItem[] = [{ section: "network", key, maxPoints: 2, response: choice("a") }];
    const { result: before } = gradeAttempt({ blueprint, cutScorePercent, items });
    const change = { section: "network" as const, maxPoints: 2, pointsBefore: 2, pointsAfter: null, keepPass: false };
    expect(regradedResult({ blueprint, before, ...change })).toBe(before);
  });
});
