import { describe, expect, test } from "vitest";
import type { ItemPresentation } from "./presentation";
import { isAnswered, type ParsedResponse, parseResponse } from "./response";

const shown = { stem: "", exhibits: [] };
const option = (id: string) => ({ id, text: id });
const single: ItemPresentation = { kind: "single_choice", ...shown, options: [option("a"), option("b")] };
const multiple: ItemPresentation = {
  kind: "multiple_choice",
  ...shown,
  options: [option("a"), option("b"), option("c")],
};
const numeric: ItemPresentation = { kind: "numeric", ...shown, units: ["MB/s", "MiB/s"] };
const ordering: ItemPresentation = { kind: "ordering", ...shown, entries: [option("a"), option("b"), option("c")] };
const matching: ItemPresentation = {
  kind: "matching",
  ...shown,
  prompts: [option("p"), option("q")],
  options: [option("x"), option("y")],
};
const evidence: ItemPresentation = {
  kind: "mark_evidence",
  stem: "",
  exhibits: [{ kind: "log", title: "", lines: [option("l1"), option("l2")] }],
};
const report: ItemPresentation = {
  kind: "incident_report",
  ...shown,
  fields: [option("subject")],
  evidence: [option("e1"), option("e2")],
};

const parse = (presentation: ItemPresentation, given: unknown): ParsedResponse =>
  parseResponse(presentation.kind, presentation, given);

test.each<[string, ItemPresentation, unknown, string]>([
  ["no object", single, "a", "not_an_answer"],
  ["a list", single, ["a"], "not_an_answer"],
  ["the shape of another kind", single, { kind: "numeric", value: 1, unit: null }, "wrong_kind"],
  ["an option that was never shown", single, { optionId: "z" }, "unknown_choice"],
  ["the name of an inherited property", matching, { pairs: { constructor: "x" } }, "unknown_choice"],
  ["an option chosen twice", multiple, { optionIds: ["a", "a"] }, "chosen_twice"],
  ["a list longer than the options", multiple, { optionIds: ["a", "b", "c", "a"] }, "not_an_answer"],
  ["words for a number", numeric, { value: "many", unit: "MB/s" }, "not_a_number"],
  ["infinity", numeric, { value: "1e999", unit: "MB/s" }, "not_a_number"],
  ["a thousand or one?", numeric, { value: "1.000", unit: "MB/s" }, "number_unclear"],
  ["a thousand or one, with comma", numeric, { value: "12,500", unit: "MB/s" }, "number_unclear"],
  ["a unit not offered", numeric, { value: "1", unit: "GB/s" }, "unknown_unit"],
  ["half an order", ordering, { entryIds: ["a", "b"] }, "order_incomplete"],
  ["a line of no exhibit", evidence, { lineIds: ["l9"] }, "unknown_choice"],
  ["a field of no ticket", report, { placements: { e1: "footer" } }, "unknown_choice"],
])("refuses %s", (_, presentation, given, fault) => {
  expect(parse(presentation, given)).toEqual({ fault });
});

test.each<[string, unknown, number]>([
  ["point", "62.5", 62.5],
  ["comma", "62,5", 62.5],
  ["an eighth", "0,125", 0.125],
  ["spaces around", " 750 ", 750],
  ["a number", 4000, 4000],
  ["thousands without separator", "4000", 4000],
])("reads a number typed with %s", (_, value, expected) => {
  expect(parse(numeric, { value, unit: "MB/s" })).toEqual({
    response: { kind: "numeric", value: expected, unit: "MB/s" },
  });
});

describe("an answer taken back", () => {
  test.each<[ItemPresentation, unknown]>([
    [single, { optionId: null }],
    [single, { optionId: "" }],
    [multiple, { optionIds: [] }],
    [numeric, { value: "", unit: "MB/s" }],
    [ordering, { entryIds: [] }],
    [matching, { pairs: { p: "" } }],
    [evidence, {}],
    [report, { placements: { e1: null } }],
  ])("is read and counts as open: %#", (presentation, given) => {
    const parsed = parse(presentation, given);
    expect("response" in parsed && isAnswered(parsed.response)).toBe(false);
    expect(parsed).toHaveProperty("response");
  });
});

test.each<[ItemPresentation, unknown]>([
  [single, { optionId: "b" }],
  [multiple, { optionIds: ["c"] }],
  [numeric, { value: "0", unit: "MiB/s" }],
  [ordering, { entryIds: ["c", "a", "b"] }],
  [matching, { pairs: { p: "y" } }],
  [evidence, { lineIds: ["l2"] }],
  [report, { placements: { e2: "subject" } }],
])("an answer is read and counts as answered: %#", (presentation, given) => {
  const parsed = parse(presentation, given);
  expect(parsed).toEqual({
    response: { kind: presentation.kind, ...(given as object), ...(presentation.kind === "numeric" && { value: 0 }) },
  });
  expect("response" in parsed && isAnswered(parsed.response)).toBe(true);
});

test("the only unit of an item need not be chosen, one of several must", () => {
  expect(parse({ kind: "numeric", ...shown, units: ["%"] }, { value: "5" })).toEqual({
    response: { kind: "numeric", value: 5, unit: "%" },
  });
  const withoutUnit = parse(numeric, { value: "5" });
  expect("response" in withoutUnit && isAnswered(withoutUnit.response)).toBe(false);
});

test("no response yet is open", () => expect(isAnswered(null)).toBe(false));
