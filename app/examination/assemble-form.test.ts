import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnFrom, type TestCandidate } from "#test/factories/form-candidates";
import { type AssembledForm, assembleForm } from "./assemble-form";
import { itemCountOf, secondLevelAdministrator } from "./blueprint";
import { type ClauseTag, clausesOfEveryForm } from "./clause-tags";
import type { Section } from "./section-names";

const { blueprint } = secondLevelAdministrator;
const home: Record<Section, ClauseTag[]> = {
  components: ["2.2-components"],
  network: ["2.2-network-bandwidth", "2.2-network-pps", "2.2-network-latency"],
  storage: ["2.2-storage-bandwidth", "2.2-storage-iops", "2.2-storage-latency"],
  compute: ["2.2-compute-steal", "2.2-compute-load", "2.2-compute-iowait"],
  error_pattern: ["2.2-error-description", "2.2-log-messages", "2.2-monitoring-extract", "2.2-time-information"],
  setup_details: ["2.2-update-status", "2.2-configuration"],
  reporting: ["2.2-always-report"],
};
const sectionNames = Object.keys(home) as Section[];

/** `count` items a section, one clause each in turn. */
function bank(
  count: number,
  change: (candidate: TestCandidate, index: number) => Partial<TestCandidate> = () => ({}),
): TestCandidate[] {
  return sectionNames.flatMap((section) =>
    Array.from({ length: count }, (_, index) => {
      const clauses = [home[section][index % home[section].length] as string];
      const candidate = {
        itemVersionId: `v-${section}-${index}`,
        itemId: `i-${section}-${index}`,
        section,
        clauses,
        exposure: 0,
        seenByPerson: false,
        generated: false,
        enemyGroup: null,
      };
      return { ...candidate, ...change(candidate, index) };
    }),
  );
}

function chosen(form: AssembledForm, candidates: readonly TestCandidate[]): TestCandidate[] {
  if ("fault" in form) throw new Error(JSON.stringify(form));
  return form.items.map(
    ({ itemVersionId }) => candidates.find((candidate) => candidate.itemVersionId === itemVersionId) as TestCandidate,
  );
}

const anyBank = fc.array(fc.tuple(fc.nat(9), fc.boolean()), { minLength: 84, maxLength: 84 }).map((draws) =>
  bank(12).map((candidate, index) => ({
    ...candidate,
    exposure: draws[index]?.[0] ?? 0,
    seenByPerson: draws[index]?.[1] ?? false,
  })),
);

describe("for every bank that is large enough", () => {
  test("a form fills every section of the blueprint, covers every bullet of 2.2 and repeats no item", () => {
    fc.assert(
      fc.property(anyBank, fc.string(), (candidates, seed) => {
        const items = chosen(assembleForm({ ...drawnFrom(candidates), blueprint, seed }), candidates);
        for (const { section, items: count } of blueprint.sections)
          expect(items.filter((item) => item.section === section)).toHaveLength(count);
        expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(itemCountOf(blueprint));
        const covered = items.flatMap(({ clauses }) => clauses);
        for (const clause of clausesOfEveryForm) expect(covered).toContain(clause);
      }),
    );
  });
  test("the same seed gives the same form, in whatever order the candidates arrive", () => {
    fc.assert(
      fc.property(anyBank, fc.string(), (candidates, seed) => {
        const form = assembleForm({ ...drawnFrom(candidates), blueprint, seed });
        expect(assembleForm({ ...drawnFrom(candidates.toReversed()), blueprint, seed })).toEqual(form);
      }),
      { numRuns: 40 },
    );
  });
});

test("other seeds give other forms and every item its own seed", () => {
  const candidates = bank(12);
  const forms = ["a", "b", "c"].map((seed) => assembleForm({ ...drawnFrom(candidates), blueprint, seed }));
  expect(new Set(forms.map((form) => JSON.stringify(form))).size).toBe(3);
  for (const form of forms)
    if ("items" in form) expect(new Set(form.items.map(({ seed }) => seed)).size).toBe(form.items.length);
});

test("no seen item while unseen ones fill and cover, even where those are the most exposed", () => {
  const candidates = bank(16, (_, index) => ({ seenByPerson: index < 8, exposure: index < 8 ? 0 : 50 }));
  expect(
    chosen(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" }), candidates).some(
      ({ seenByPerson }) => seenByPerson,
    ),
  ).toBe(false);
});

test("a seen item is taken only for the clause that nothing unseen covers", () => {
  const candidates = bank(16, ({ clauses }) => ({ seenByPerson: clauses.includes("2.2-network-pps") }));
  const seen = chosen(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" }), candidates).filter(
    ({ seenByPerson }) => seenByPerson,
  );
  expect(seen.map(({ clauses }) => clauses)).toEqual([["2.2-network-pps"]]);
});

test("the least exposed are drawn first", () => {
  const candidates = bank(24, (_, index) => ({ exposure: index < 12 ? 9 : 1 }));
  expect(
    chosen(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" }), candidates).every(
      ({ exposure }) => exposure === 1,
    ),
  ).toBe(true);
});

test("the last unseen item of a clause is left to the next attempt while others will do", () => {
  const others = bank(6).filter(({ section }) => section !== "components");
  const components = [["2.2-components"], ["2.2-components"], ["1.2"], ["1.2"]].map((clauses, index) => ({
    ...(bank(1)[0] as TestCandidate),
    itemVersionId: `c${index}`,
    itemId: `c${index}`,
    clauses,
    exposure: index < 2 ? 0 : 5,
  }));
  const items = chosen(assembleForm({ ...drawnFrom([...components, ...others]), blueprint, seed: "s" }), [
    ...components,
    ...others,
  ]);
  expect(items.filter(({ clauses }) => clauses.includes("2.2-components"))).toHaveLength(1);
});

test("of the items seen before, those come first that are drawn anew", () => {
  const candidates = bank(8, (_, index) => ({ seenByPerson: true, generated: index < 4, exposure: index < 4 ? 9 : 0 }));
  const items = chosen(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" }), candidates);
  expect(items.filter(({ generated }) => !generated)).toEqual([]);
});

describe("enemies", () => {
  const groups = fc.array(fc.option(fc.integer({ min: 0, max: 40 }), { freq: 2 }), { minLength: 84, maxLength: 84 });
  test("never stand in one form, and a form is found whenever there is one without them", () => {
    let found = 0;
    fc.assert(
      fc.property(groups, fc.string(), (drawn, seed) => {
        const candidates = bank(12).map((candidate, index) => {
          const group = drawn[index];
          return { ...candidate, enemyGroup: group == null ? null : `g${group}` };
        });
        const form = assembleForm({ ...drawnFrom(candidates), blueprint, seed });
        if ("fault" in form) return;
        found++;
        const taken = chosen(form, candidates).flatMap(({ enemyGroup }) => enemyGroup ?? []);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
    expect(found).toBeGreaterThan(50);
  });
  test("leave the only way to fill two sections that share them", () => {
    const shared = (section: Section, group: string, exposure: number): TestCandidate => ({
      ...(bank(1).find((candidate) => candidate.section === section) as TestCandidate),
      itemVersionId: `${section}-${group}`,
      itemId: `${section}-${group}`,
      enemyGroup: group,
      exposure,
    });
    const rest = bank(4).filter(({ section }) => section !== "components" && section !== "setup_details");
    const small = bank(2).filter(({ section }) => section === "setup_details");
    // Components needs two groups; the better ranked "b" is the one that set-up details could not spare, were it not for "c".
    const own = [shared("components", "a", 0), shared("components", "b", 0), shared("components", "c", 5)];
    const setup = [...small.slice(1), shared("setup_details", "b", 0)];
    const missingUpdate = setup.map((candidate, index) => ({
      ...candidate,
      clauses: index === 0 ? ["2.2-configuration"] : ["2.2-update-status"],
    }));
    const candidates = [...rest, ...own, ...missingUpdate];
    const items = chosen(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" }), candidates);
    const taken = items.filter(({ section }) => section === "components").map(({ itemId }) => itemId);
    expect(taken.sort()).toEqual(["components-a", "components-c"]);
  });
  test("count once when a section is too small", () => {
    const candidates = bank(4, ({ section }) => (section === "storage" ? { enemyGroup: "one" } : {}));
    expect(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" })).toEqual({
      fault: "item_bank_too_small",
      section: "storage",
      missing: 2,
    });
  });
});

test("of two active versions of one item only one is drawn", () => {
  const candidates = bank(4).flatMap((candidate) => [
    candidate,
    { ...candidate, itemVersionId: `${candidate.itemVersionId}-b` },
  ]);
  const items = chosen(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" }), candidates);
  expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(items.length);
});

test("backs out of a choice that leaves no room for the last clause", () => {
  const narrow = {
    sections: [
      { section: "compute" as const, items: 2, weight: 1 },
      ...blueprint.sections.filter(({ section }) => section !== "compute"),
    ],
  };
  const compute = [
    ["2.2-compute-steal", "2.2-compute-load"],
    ["2.2-compute-iowait"],
    ["2.2-compute-steal"],
    ["2.2-compute-load"],
  ].map((clauses, index) => ({
    itemVersionId: `c${index}`,
    itemId: `c${index}`,
    section: "compute" as const,
    clauses,
    exposure: index === 0 ? 99 : 0,
    seenByPerson: false,
    generated: false,
    enemyGroup: null,
  }));
  const candidates = [...bank(6).filter(({ section }) => section !== "compute"), ...compute];
  const items = chosen(assembleForm({ ...drawnFrom(candidates), blueprint: narrow, seed: "s" }), candidates);
  expect(
    items
      .filter(({ section }) => section === "compute")
      .map(({ itemId }) => itemId)
      .sort(),
  ).toEqual(["c0", "c1"]);
});

test("a section without enough items is named, with how many are missing", () => {
  const candidates = bank(4).filter(({ section, itemId }) => section !== "storage" || itemId.endsWith("-0"));
  expect(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" })).toEqual({
    fault: "item_bank_too_small",
    section: "storage",
    missing: 2,
  });
});

test("a bullet of 2.2 that nothing covers is named", () => {
  const candidates = bank(8, ({ clauses }) => (clauses.includes("2.2-log-messages") ? { clauses: ["1.2"] } : {}));
  expect(assembleForm({ ...drawnFrom(candidates), blueprint, seed: "s" })).toEqual({
    fault: "clause_not_covered",
    clause: "2.2-log-messages",
  });
});
