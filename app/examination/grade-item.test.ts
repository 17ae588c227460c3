import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradeItem, reportCoverage } from "./grade-item";
import type { ItemKey } from "./item-key";
import { modelAnswer } from "./model-answer";
import type { ItemResponse } from "./response";

const ids = ["a", "b", "c", "d", "e"];
const single: ItemKey = { kind: "single_choice", optionIds: ["a"] };
const multiple: ItemKey = { kind: "multiple_choice", optionIds: ["a", "b", "c"], distractorIds: ["d", "e"] };
const numeric: ItemKey = {
  kind: "numeric",
  answers: [
    { unit: "MiB/s", value: 62.5, tolerance: 0.5 },
    { unit: "MB/s", value: 65.5, tolerance: 0.5 },
  ],
};
const ordering: ItemKey = { kind: "ordering", entryIds: ids };
const matching: ItemKey = { kind: "matching", pairs: { a: "x", b: "y", c: "z", d: "x" } };
const evidence: ItemKey = { kind: "mark_evidence", lineIds: ["a", "b"], neutralLineIds: ["c"] };
const report: Extract<ItemKey, { kind: "incident_report" }> = {
  kind: "incident_report",
  requirements: [
    { id: "ticket", clause: "1.2", fieldId: "subject", evidenceIds: ["a"] },
    { id: "time", clause: "2.2-time-information", fieldId: "error", evidenceIds: ["b", "c"] },
  ],
};
const keys: ItemKey[] = [single, multiple, numeric, ordering, matching, evidence, report];

const some = fc.subarray(ids);
const responses: Record<ItemKey["kind"], fc.Arbitrary<ItemResponse>> = {
  single_choice: fc.constantFrom(...ids, null).map((optionId) => ({ kind: "single_choice", optionId })),
  multiple_choice: some.map((optionIds) => ({ kind: "multiple_choice", optionIds })),
  numeric: fc
    .tuple(fc.double({ noNaN: true }), fc.constantFrom("MiB/s", "MB/s", null))
    .map(([value, unit]) => ({ kind: "numeric", value, unit })),
  ordering: fc.shuffledSubarray(ids, { minLength: 5 }).map((entryIds) => ({ kind: "ordering", entryIds })),
  matching: fc
    .dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("x", "y", "z"))
    .map((pairs) => ({ kind: "matching", pairs })),
  mark_evidence: some.map((lineIds) => ({ kind: "mark_evidence", lineIds })),
  incident_report: fc
    .dictionary(fc.constantFrom(...ids), fc.constantFrom("subject", "error"))
    .map((placements) => ({ kind: "incident_report", placements })),
};

describe.each(keys.map((key) => [key.kind, key] as const))("%s", (kind, key) => {
  test("earns between nothing and the full points, to the thousandth", () => {
    fc.assert(
      fc.property(responses[kind], fc.integer({ min: 1, max: 100 }), (response, maxPoints) => {
        const points = gradeItem(key, response, maxPoints);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(maxPoints);
        expect(Math.abs(points * 1000 - Math.round(points * 1000))).toBeLessThan(1e-6);
      }),
    );
  });
  test("the model answer earns everything, no answer nothing", () => {
    expect(gradeItem(key, modelAnswer(key), 7)).toBe(7);
    expect(gradeItem(key, null, 7)).toBe(0);
  });
  test("an answer of another kind earns nothing", () => {
    for (const other of keys.filter((candidate) => candidate.kind !== kind))
      expect(gradeItem(key, modelAnswer(other), 7)).toBe(0);
  });
});

describe("order of choices plays no part", () => {
  test.each([multiple, evidence] as const)("$kind", (key) => {
    fc.assert(
      fc.property(
        some.chain((chosen) =>
          fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length })),
        ),
        ([chosen, again]) => {
          const answer = (list: string[]): ItemResponse =>
            key.kind === "multiple_choice" ? { kind: key.kind, optionIds: list } : { kind: key.kind, lineIds: list };
          expect(gradeItem(key, answer(chosen), 5)).toBe(gradeItem(key, answer(again), 5));
        },
      ),
    );
  });
});

test("matching and incident report: the order in which prompts and pieces were set plays no part", () => {
  const backwards = (given: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(given).toReversed());
  fc.assert(
    fc.property(responses.matching, responses.incident_report, (matched, placed) => {
      if (matched.kind !== "matching" || placed.kind !== "incident_report") throw new Error("generator");
      const again = { ...matched, pairs: backwards(matched.pairs) };
      const replaced = { ...placed, placements: backwards(placed.placements) };
      expect(gradeItem(matching, again, 5)).toBe(gradeItem(matching, matched, 5));
      expect(gradeItem(report, replaced, 5)).toBe(gradeItem(report, placed, 5));
    }),
  );
});

test("numeric: a value nearer to the answer never earns less", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 50, max: 75, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (value, step) => {
        const nearer = value + (62.5 - value) * step;
        const points = (given: number) => gradeItem(numeric, { kind: "numeric", value: given, unit: "MiB/s" }, 5);
        expect(points(nearer)).toBeGreaterThanOrEqual(points(value));
      },
    ),
  );
});

describe("one more right choice never costs, one more wrong choice never pays", () => {
  test.each([
    [
      "multiple_choice",
      multiple,
      ["a", "b", "c"],
      (optionIds: string[]): ItemResponse => ({ kind: "multiple_choice", optionIds }),
    ],
    [
      "mark_evidence",
      evidence,
      ["a", "b", "c"],
      (lineIds: string[]): ItemResponse => ({ kind: "mark_evidence", lineIds }),
    ],
  ] as const)("%s", (_, key, harmless, answer) => {
    fc.assert(
      fc.property(some, fc.constantFrom(...ids), (chosen, added) => {
        const without = chosen.filter((id) => id !== added);
        const difference = gradeItem(key, answer([...without, added]), 6) - gradeItem(key, answer(without), 6);
        if ((harmless as readonly string[]).includes(added)) expect(difference).toBeGreaterThanOrEqual(0);
        else expect(difference).toBeLessThanOrEqual(0);
      }),
    );
  });
  test("matching and incident report: setting one prompt or piece right never costs", () => {
    fc.assert(
      fc.property(responses.matching, responses.incident_report, (matched, placed) => {
        if (matched.kind !== "matching" || placed.kind !== "incident_report") throw new Error("generator");
        expect(gradeItem(matching, { ...matched, pairs: { ...matched.pairs, b: "y" } }, 4)).toBeGreaterThanOrEqual(
          gradeItem(matching, matched, 4),
        );
        expect(
          gradeItem(report, { ...placed, placements: { ...placed.placements, b: "error" } }, 4),
        ).toBeGreaterThanOrEqual(gradeItem(report, placed, 4));
      }),
    );
  });
  test("ordering: swapping two neighbours into their right order always pays or, at the floor, costs nothing", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 5 }), fc.integer({ min: 0, max: 3 }), (order, at) => {
        const [first, second] = [order[at] as string, order[at + 1] as string];
        fc.pre(first > second);
        const better = order.with(at, second).with(at + 1, first);
        expect(gradeItem(ordering, { kind: "ordering", entryIds: better }, 10)).toBeGreaterThanOrEqual(
          gradeItem(ordering, { kind: "ordering", entryIds: order }, 10),
        );
      }),
    );
  });
});

test.each<[string, ItemKey, ItemResponse, number]>([
  ["ticking everything", multiple, { kind: "multiple_choice", optionIds: ids }, 0],
  ["two of three right", multiple, { kind: "multiple_choice", optionIds: ["a", "b"] }, 4],
  ["two of three right, one of two wrong", multiple, { kind: "multiple_choice", optionIds: ["a", "b", "d"] }, 1],
  ["only wrong ones", multiple, { kind: "multiple_choice", optionIds: ["d", "e"] }, 0],
  ["the edge of the tolerance", numeric, { kind: "numeric", value: 63, unit: "MiB/s" }, 6],
  ["just outside it", numeric, { kind: "numeric", value: 63.01, unit: "MiB/s" }, 0],
  ["the figure of the other unit", numeric, { kind: "numeric", value: 65.5, unit: "MiB/s" }, 0],
  ["a number without unit", numeric, { kind: "numeric", value: 62.5, unit: null }, 0],
  ["the order reversed", ordering, { kind: "ordering", entryIds: ids.toReversed() }, 0],
  [
    "two neighbours swapped (8 of 10 in balance)",
    ordering,
    { kind: "ordering", entryIds: ["b", "a", "c", "d", "e"] },
    4.8,
  ],
  ["three of four matches", matching, { kind: "matching", pairs: { a: "x", b: "y", c: "x", d: "x" } }, 4.5],
  ["all lines marked", evidence, { kind: "mark_evidence", lineIds: ids }, 0],
  ["one hit of two and a neutral line", evidence, { kind: "mark_evidence", lineIds: ["a", "c"] }, 3],
  ["a useful piece in the wrong field", report, { kind: "incident_report", placements: { a: "error", b: "error" } }, 3],
  [
    "a piece that belongs in no ticket",
    report,
    { kind: "incident_report", placements: { a: "subject", b: "error", e: "error" } },
    3,
  ],
  ["either of two pieces will do", report, { kind: "incident_report", placements: { a: "subject", c: "error" } }, 6],
])("%s", (_, key, response, points) => {
  expect(gradeItem(key, response, 6)).toBe(points);
});

test("thirds are recorded to the thousandth", () => {
  expect(gradeItem(multiple, { kind: "multiple_choice", optionIds: ["a"] }, 1)).toBe(0.333);
  expect(gradeItem(multiple, { kind: "multiple_choice", optionIds: ["a", "b"] }, 1)).toBe(0.667);
});

test("an item whose key accepts two options takes either", () => {
  const both: ItemKey = { kind: "single_choice", optionIds: ["a", "b"] };
  expect(gradeItem(both, { kind: "single_choice", optionId: "b" }, 2)).toBe(2);
});

test("the coverage list names each requirement of the ticket", () => {
  expect(reportCoverage(report, { kind: "incident_report", placements: { a: "subject", b: "subject" } })).toEqual([
    { id: "ticket", clause: "1.2", met: true },
    { id: "time", clause: "2.2-time-information", met: false },
  ]);
});
