import fc from "fast-check";
import { expect, test } from "vitest";
import type { Blueprint } from "./blueprint";
import { type AnsweredItem, gradeAttempt, resultOf } from "./grade-attempt";
import type { Section } from "./section-names";

const blueprint: Blueprint = {
  sections: [
    { section: "network", items: 2, weight: 50 },
    { section: "storage", items: 2, weight: 30, minimumPercent: 40 },
    { section: "reporting", items: 1, weight: 20 },
  ],
};
const item = (section: Section, points: number, maxPoints = 3) => ({ section, points, maxPoints });

test("sections count by weight, whatever points their items carry", () => {
  const result = resultOf(blueprint, 70, [item("network", 2, 2), item("storage", 3, 6), item("reporting", 10, 10)]);
  expect(result.scorePercent).toBe(85);
  expect(
    result.sections.map(({ section, points, maxPoints, percent, minimumPercent, met }) => [
      section,
      points,
      maxPoints,
      percent,
      minimumPercent,
      met,
    ]),
  ).toEqual([
    ["network", 2, 2, 100, null, true],
    ["storage", 3, 6, 50, 40, true],
    ["reporting", 10, 10, 100, null, true],
  ]);
  expect(result.passed).toBe(true);
});

test("one section below its minimum fails the attempt, however high the score", () => {
  const result = resultOf(blueprint, 70, [item("network", 3), item("storage", 1.199), item("reporting", 3)]);
  expect(result).toMatchObject({ scorePercent: 81.99, passed: false });
  expect(result.sections[1]).toMatchObject({ percent: 39.96, met: false });
  expect(resultOf(blueprint, 70, [item("network", 3), item("storage", 1.2), item("reporting", 3)]).passed).toBe(true);
});

test.each([
  [69.999, 69.99, false],
  [70, 70, true],
  [70.001, 70, true],
])("%s of 100 points is shown as %s and never rounded over the cut", (points, scorePercent, passed) => {
  const one: Blueprint = { sections: [{ section: "network", items: 1, weight: 1 }] };
  expect(resultOf(one, 70, [item("network", points, 100)])).toMatchObject({ scorePercent, passed });
});

test("exactly the cut passes where binary fractions would fall short", () => {
  // 0.1 + 0.2 style sums: three sections at 70 % with weights that no power of two divides.
  const graded = [item("network", 2.1), item("storage", 2.1), item("reporting", 2.1)];
  expect(resultOf(blueprint, 70, graded)).toMatchObject({ scorePercent: 70, passed: true });
});

const gradedItems = fc.array(
  fc.record({
    section: fc.constantFrom<Section>("network", "storage", "reporting"),
    maxPoints: fc.integer({ min: 1, max: 10 }),
    share: fc.integer({ min: 0, max: 1000 }),
  }),
  { minLength: 1, maxLength: 20 },
);

test("a score lies between 0 and 100, does not depend on the order of items and never falls when an item earns more", () => {
  fc.assert(
    fc.property(gradedItems, fc.nat(), (drawn, pick) => {
      const graded = drawn.map(({ section, maxPoints, share }) => item(section, (maxPoints * share) / 1000, maxPoints));
      const result = resultOf(blueprint, 70, graded);
      expect(result.scorePercent).toBeGreaterThanOrEqual(0);
      expect(result.scorePercent).toBeLessThanOrEqual(100);
      expect(resultOf(blueprint, 70, graded.toReversed())).toEqual(result);
      const at = pick % graded.length;
      const raised = graded.map((each, index) => (index === at ? { ...each, points: each.maxPoints } : each));
      const better = resultOf(blueprint, 70, raised);
      expect(better.scorePercent).toBeGreaterThanOrEqual(result.scorePercent);
      expect(better.passed || !result.passed).toBe(true);
    }),
  );
});

const answered = (optionId: string | null): AnsweredItem => ({
  section: "network",
  key: { kind: "single_choice", optionIds: ["a"] },
  maxPoints: 2,
  response: optionId === null ? null : { kind: "single_choice", optionId },
});

test("grades every item and keeps their order", () => {
  const { points, result } = gradeAttempt({
    blueprint,
    cutScorePercent: 50,
    items: [answered("a"), answered("b"), answered(null), answered("a")],
  });
  expect(points).toEqual([2, 0, 0, 2]);
  expect(result).toMatchObject({ scorePercent: 50, passed: true, cutScorePercent: 50 });
  expect(result.sections).toHaveLength(1);
});

test("nothing answered is 0 %, everything right 100 %", () => {
  expect(gradeAttempt({ blueprint, cutScorePercent: 70, items: [answered(null)] }).result.scorePercent).toBe(0);
  expect(gradeAttempt({ blueprint, cutScorePercent: 100, items: [answered("a")] }).result).toMatchObject({
    scorePercent: 100,
    passed: true,
  });
});
