import { describe, expect, test } from "vitest";
import { drawnFrom } from "#test/factories/form-candidates";
import { attemptsTried, bankOutlook } from "./bank-outlook";
import type { Blueprint } from "./blueprint";
import { clausesOfEveryForm } from "./clause-tags";
import { expectedScore } from "./form-difficulty";
import type { Section } from "./section-names";

const blueprint: Blueprint = {
  sections: [
    { section: "compute", items: 2, weight: 1 },
    { section: "storage", items: 1, weight: 3 },
  ],
};

/** An item that covers every clause, so that only numbers decide. */
const item = (id: string, section: Section, over: object = {}) => ({
  itemVersionId: id,
  itemId: id,
  section,
  clauses: clausesOfEveryForm as readonly string[],
  exposure: 0,
  seenByPerson: false,
  generated: false,
  enemyGroup: null as string | null,
  points: 2,
  difficultyGuess: 60 as number | null,
  ...over,
});
const six = ["a", "b", "c", "d", "e", "f"];

test("a bank with enough says how often a person can sit without a repeated item", () => {
  const items = [...six.map((id) => item(id, "compute")), ...["x", "y"].map((id) => item(id, "storage"))];
  expect(bankOutlook(blueprint, drawnFrom(items), new Map())).toEqual({
    sections: [
      { section: "compute", needed: 2, fixed: 6, generated: 0, missing: 0 },
      { section: "storage", needed: 1, fixed: 2, generated: 0, missing: 0 },
    ],
    uncovered: [],
    coveredOnce: [],
    fault: null,
    attemptsWithoutRepeat: 2,
    withoutGuess: [],
    expected: { least: 60, mean: 60, most: 60, items: 3, measured: { fewest: 0, most: 0 } },
  });
});

test("generated items are endless", () => {
  const items = [
    item("a", "compute", { generated: true }),
    item("b", "compute", { generated: true }),
    item("x", "storage", { generated: true }),
  ];
  expect(bankOutlook(blueprint, drawnFrom(items), new Map()).attemptsWithoutRepeat).toBe(attemptsTried);
});

describe("what is missing is told section by section and clause by clause", () => {
  test("a section that is empty, and one whose items are enemies", () => {
    const items = [item("a", "compute", { enemyGroup: "same" }), item("b", "compute", { enemyGroup: "same" })];
    const outlook = bankOutlook(blueprint, drawnFrom(items), new Map());
    expect(outlook.sections).toMatchObject([{ missing: 1 }, { missing: 1 }]);
    expect(outlook).toMatchObject({ fault: { section: "compute" }, attemptsWithoutRepeat: 0 });
    expect(outlook.expected).toEqual({ unknown: "no_form" });
  });
  test("a clause that nothing covers, and those that hang on one item", () => {
    const items = [
      item("a", "compute"),
      ...["b", "x"].map((id) => item(id, id === "x" ? "storage" : "compute", { clauses: [] })),
    ];
    expect(bankOutlook(blueprint, drawnFrom(items), new Map())).toMatchObject({
      uncovered: [],
      coveredOnce: clausesOfEveryForm,
      fault: null,
    });
    const none = items.map((each) => ({ ...each, clauses: [] }));
    expect(bankOutlook(blueprint, drawnFrom(none), new Map())).toMatchObject({
      uncovered: clausesOfEveryForm,
      coveredOnce: [],
      fault: { clause: clausesOfEveryForm[0] },
    });
  });
});

describe("an item without a guess of its difficulty", () => {
  const unguessed = { difficultyGuess: null };
  // Both compute items and the storage item stand in every form, so that every form is expected to reach the same.
  const all = (a: object, b: object, x: object) => [
    item("a", "compute", a),
    item("b", "compute", b),
    item("x", "storage", x),
  ];
  const outlookOf = (items: ReturnType<typeof all>) => bankOutlook(blueprint, drawnFrom(items), new Map());
  const always = (score: number) => ({ least: score, mean: score, most: score });

  test("counts as the mean of its section, and is named", () => {
    const items = all({ difficultyGuess: 50 }, unguessed, { difficultyGuess: 90 });
    // Compute 50, not the 70 of all guesses: (1 x 50 + 3 x 90) / 4.
    expect(outlookOf(items)).toMatchObject({ withoutGuess: ["b"], expected: always(80) });
  });
  test("counts as the mean of all guesses where its section has none", () => {
    const items = all({ difficultyGuess: 50 }, { difficultyGuess: 70 }, unguessed);
    expect(outlookOf(items)).toMatchObject({ withoutGuess: ["x"], expected: always(60) });
  });
  test("counts by guesses of the whole section, also of items that do not stand in the form with it", () => {
    const items = [...all({}, {}, unguessed), item("y", "storage", { difficultyGuess: 40 })];
    // Storage is 40 whichever of the two is drawn: (1 x 60 + 3 x 40) / 4.
    expect(bankOutlook(blueprint, drawnFrom(items), new Map()).expected).toMatchObject(always(45));
  });
  test("leaves the expected score unknown only where no item has a guess, and that is told from a form that cannot be drawn", () => {
    const none = all(unguessed, unguessed, unguessed);
    expect(outlookOf(none)).toMatchObject({
      fault: null,
      withoutGuess: ["a", "b", "x"],
      expected: { unknown: "no_guess" },
    });
    expect(outlookOf(none.slice(0, 2)).expected).toEqual({ unknown: "no_form" });
  });
});

describe("an item with enough responses", () => {
  const items = [
    item("a", "compute", { difficultyGuess: 50 }),
    item("b", "compute", { difficultyGuess: null }),
    item("x", "storage", { difficultyGuess: 90 }),
  ];
  const outlookOf = (measured: [string, number][]) => bankOutlook(blueprint, drawnFrom(items), new Map(measured));

  test("counts with what was measured instead of the guess, and is counted as measured", () => {
    // Compute (80 + the section's guess of 50) / 2 = 65, storage 90: (1 x 65 + 3 x 90) / 4.
    expect(outlookOf([["a", 80]])).toMatchObject({
      withoutGuess: ["b"],
      expected: { mean: 83.75, items: 3, measured: { fewest: 1, most: 1 } },
    });
  });
  test("needs no guess", () => {
    // Compute (50 + 100) / 2 = 75: (1 x 75 + 3 x 90) / 4.
    expect(outlookOf([["b", 100]])).toMatchObject({ withoutGuess: [], expected: { mean: 86.25 } });
  });
  test("changes nothing about which items are drawn", () => {
    const many = [...six.map((id) => item(id, "compute")), ...["x", "y"].map((id) => item(id, "storage"))];
    const [guessed, measured] = [new Map(), new Map(many.map(({ itemVersionId }) => [itemVersionId, 60]))].map((each) =>
      bankOutlook(blueprint, drawnFrom(many), each),
    );
    expect({ ...measured, expected: null }).toEqual({ ...guessed, expected: null });
  });
});

test("the expected score weighs sections by the blueprint and items by their points", () => {
  const items = [
    item("a", "compute", { difficulty: 50, points: 3 }),
    item("b", "compute", { difficulty: 90, points: 1 }),
    item("x", "storage", { difficulty: 80 }),
  ].map((each) => ({ difficulty: null, ...each }));
  // Compute (3 x 50 + 1 x 90) / 4 = 60, storage 80: (1 x 60 + 3 x 80) / 4.
  expect(expectedScore(blueprint, items)).toBe(75);
  expect(expectedScore(blueprint, [...items, { ...item("c", "compute"), difficulty: null }])).toBeNull();
});
