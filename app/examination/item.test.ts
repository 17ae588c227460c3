import { expect, test } from "vitest";
import { parseItemContent } from "./item";
import { keyOf, presentItem, rationaleOf } from "./present-item";

const words = (text: string) => ({ en: text, de: `${text} (de)` });
const option = (id: string) => ({ id, text: words(`text of ${id}`), misconception: words("secret misreading") });
const lines = [
  { id: "l1", text: "nothing" },
  { id: "l2", text: "proof" },
];
const shared = { stem: words("stem"), exhibits: [], rationale: words("secret rationale") };
const single = {
  kind: "single_choice",
  ...shared,
  options: [option("a"), option("b"), option("c")],
  key: { optionIds: ["b"] },
};
const ordering = { kind: "ordering", ...shared, entries: [option("a"), option("b")], key: { entryIds: ["b", "a"] } };
const matching = {
  kind: "matching",
  ...shared,
  prompts: [option("p"), option("q")],
  options: [option("x"), option("y")],
  key: { pairs: { p: "x", q: "y" } },
};
const evidence = {
  kind: "mark_evidence",
  ...shared,
  exhibits: [{ kind: "log", title: "log", lines }],
  key: { lineIds: ["l2"], neutralLineIds: [] },
};
const numeric = { kind: "numeric", ...shared, units: ["s"], key: { answers: [{ unit: "s", value: 1, tolerance: 0 }] } };
const requirement = (id: string, fieldId: string) => ({
  id,
  clause: "1.2",
  label: words(id),
  fieldId,
  evidenceIds: ["e"],
});
const report = {
  kind: "incident_report",
  ...shared,
  fields: [option("f"), option("g")],
  evidence: [option("e"), option("d")],
  key: { requirements: [requirement("r", "f")] },
};
const generated = { kind: "numeric", generator: "fio_figures", parameters: { ask: "latency" } };

test.each([single, ordering, matching, evidence, numeric, report, generated])(
  "a sound item of kind $kind is read as it is",
  (content) => {
    expect(parseItemContent(content)).toEqual(content);
  },
);

test.each<[string, object, string]>([
  ["a missing translation", { ...single, stem: { en: "only English" } }, "stem"],
  ["a key that names no option", { ...single, key: { optionIds: ["z"] } }, "key"],
  ["a key that makes every option right", { ...single, key: { optionIds: ["a", "b", "c"] } }, "key"],
  ["two options of one id", { ...single, options: [option("a"), option("a"), option("b")] }, "options"],
  ["a property nobody knows", { ...single, hint: "x" }, ""],
  ["an entry that the key forgets", { ...ordering, entries: [option("a"), option("b"), option("c")] }, "entries"],
  ["a prompt without match", { ...matching, key: { pairs: { p: "x" } } }, "prompts"],
  ["a match that is no option", { ...matching, key: { pairs: { p: "x", q: "z" } } }, "key"],
  ["evidence in no exhibit", { ...evidence, key: { lineIds: ["l9"], neutralLineIds: [] } }, "key"],
  ["evidence where every line proves it", { ...evidence, key: { lineIds: ["l1", "l2"], neutralLineIds: [] } }, "key"],
  ["one line id in two exhibits", { ...evidence, exhibits: [...evidence.exhibits, ...evidence.exhibits] }, "exhibits"],
  [
    "an answer in a unit not offered",
    { ...numeric, key: { answers: [{ unit: "min", value: 1, tolerance: 0 }] } },
    "key",
  ],
  [
    "a piece that two fields ask for",
    { ...report, key: { requirements: [requirement("r", "f"), requirement("s", "g")] } },
    "key",
  ],
  [
    "a table with a ragged row",
    { ...single, exhibits: [{ kind: "table", title: "t", columns: ["a", "b"], rows: [["1"]] }] },
    "exhibits",
  ],
  ["a generator that does not exist", { ...generated, generator: "dice" }, "generator"],
  ["a generator of another kind", { ...generated, kind: "ordering" }, "kind"],
  ["parameters that the generator does not know", { ...generated, parameters: { ask: "price" } }, "parameters"],
])("refuses %s and says where", (_, content, path) => {
  let faults: { path: PropertyKey[] }[] = [];
  try {
    parseItemContent(content);
  } catch (error) {
    faults = (error as { issues: typeof faults }).issues;
  }
  expect(faults.map((fault) => String(fault.path[0] ?? ""))).toContain(path);
});

test("what a candidate sees holds neither key nor rationale nor misconception", () => {
  for (const content of [single, ordering, matching, evidence, report]) {
    const shown = JSON.stringify(presentItem(parseItemContent(content), "seed", "en"));
    expect(shown).not.toMatch(/secret|"key"|neutral|requirements|clause/);
    expect(shown).toContain("stem");
  }
});

test("options keep their order for one seed in both languages, and other seeds give other orders", () => {
  const content = parseItemContent(single);
  const order = (seed: string, language: "en" | "de") => {
    const shown = presentItem(content, seed, language);
    return shown.kind === "single_choice" ? shown.options.map(({ id }) => id).join("") : "";
  };
  expect(order("s1", "de")).toBe(order("s1", "en"));
  expect(new Set(Array.from({ length: 60 }, (_, seed) => order(`s${seed}`, "en"))).size).toBe(6);
});

test("a multiple-choice key knows what is wrong as well", () => {
  const content = parseItemContent({ ...single, kind: "multiple_choice" });
  expect(keyOf(content, "any")).toEqual({ kind: "multiple_choice", optionIds: ["b"], distractorIds: ["a", "c"] });
  expect(rationaleOf(content, "any", "de")).toBe("secret rationale (de)");
});
