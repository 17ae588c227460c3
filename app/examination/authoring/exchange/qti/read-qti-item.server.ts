import type { Element } from "@xmldom/xmldom";
import { readInline, readMarkdown } from "./read-markdown.server";
import { idOf, imageOfFile, interactions } from "./vocabulary";
import { allOf, attributeOf, childOf, elementsOf, lineOf, oneOf, Unreadable } from "./xml-reading";

const texts = (parent: Element | undefined, name: string): string[] =>
  parent ? allOf(parent, name).map((each) => (each.textContent ?? "").trim()) : [];

function optionsOf(parent: Element, name: string) {
  return allOf(parent, name).map((choice) => {
    const misconception = childOf(choice, "qti-feedback-inline")?.textContent;
    const id = idOf(attributeOf(choice, "identifier"));
    return { id, text: readInline(choice), ...(misconception && { misconception }) };
  });
}

const rowsOf = (table: Element): string[][] =>
  allOf(table, "tr").map((row) => elementsOf(row).map((cell) => cell.textContent ?? ""));

function exhibitOf(figure: Element): Record<string, unknown> {
  const kind = attributeOf(figure, "data-exhibit");
  const title = oneOf(figure, "figcaption").textContent ?? "";
  switch (kind) {
    case "log":
    case "tool_output": {
      const lines = elementsOf(oneOf(figure, "pre")).map((line) => ({
        id: idOf(attributeOf(line, "data-line") || attributeOf(line, "identifier")),
        text: line.textContent ?? "",
      }));
      return { kind, title, ...(kind === "tool_output" && { command: attributeOf(figure, "data-command") }), lines };
    }
    case "table": {
      const [columns = [], ...rows] = rowsOf(figure);
      return { kind, title, columns, rows };
    }
    case "chart": {
      const [[axis = "", ...names] = [], ...rows] = rowsOf(figure);
      const series = names.map((name, at) => ({ name, values: rows.map((cells) => Number(cells[at + 1])) }));
      return {
        kind,
        title,
        axis,
        unit: attributeOf(figure, "data-unit"),
        labels: rows.map(([label = ""]) => label),
        series,
      };
    }
    case "image": {
      const picture = oneOf(figure, "img");
      const named = imageOfFile(attributeOf(picture, "src"));
      if (!named) throw new Unreadable("unsupported", `<img src="${attributeOf(picture, "src")}">`, lineOf(picture));
      const [width, height] = ["width", "height"].map((name) => Number(attributeOf(picture, name)));
      return { kind, title, alt: attributeOf(picture, "alt"), image: { ...named, width, height } };
    }
    default:
      throw new Unreadable("unsupported", `<figure data-exhibit="${kind}">`, lineOf(figure));
  }
}

/** The values of a declaration, and those that earn points where it maps them. */
function keyOf(root: Element): { correct: string[]; rewarded: string[]; cardinality: string } {
  const declaration = oneOf(root, "qti-response-declaration");
  const entries = allOf(declaration, "qti-map-entry").filter((entry) => Number(attributeOf(entry, "mapped-value")) > 0);
  const correct = texts(childOf(declaration, "qti-correct-response"), "qti-value");
  const rewarded = entries.map((entry) => attributeOf(entry, "map-key"));
  return {
    correct,
    rewarded: rewarded.length > 0 ? rewarded : correct,
    cardinality: attributeOf(declaration, "cardinality"),
  };
}

function numberAnswer(root: Element): Record<string, unknown> {
  const offered = new Map(
    allOf(root, "qti-inline-choice").map((choice) => [attributeOf(choice, "identifier"), choice.textContent ?? ""]),
  );
  const answers = allOf(root, "qti-and").map((condition) => {
    const equal = oneOf(condition, "qti-equal");
    const unit = texts(oneOf(condition, "qti-match"), "qti-base-value")[0] ?? "";
    return {
      unit: offered.get(unit) ?? unit,
      value: Number(texts(equal, "qti-base-value")[0]),
      tolerance: Number(attributeOf(equal, "tolerance").split(/\s+/)[0] ?? 0),
    };
  });
  return { units: [...offered.values()], key: { answers } };
}

function matchAnswer(interaction: Element, correct: readonly string[]): Record<string, unknown> {
  const [prompts, options] = allOf(interaction, "qti-simple-match-set");
  if (!prompts || !options) throw new Unreadable("unsupported", "<qti-match-interaction>", lineOf(interaction));
  const pairs = correct.map((pair) => pair.split(/\s+/).map(idOf));
  const choices = (set: Element) => optionsOf(set, "qti-simple-associable-choice");
  return { prompts: choices(prompts), options: choices(options), key: { pairs: Object.fromEntries(pairs) } };
}

function answerOf(root: Element, body: Element): Record<string, unknown> {
  const interaction = Object.values(interactions).flatMap((name) => allOf(body, name))[0];
  const { correct, rewarded, cardinality } = keyOf(root);
  switch (interaction?.localName) {
    case interactions.single_choice: {
      const several = cardinality === "multiple";
      const optionIds = (several ? correct : rewarded).map(idOf);
      const kind = several ? "multiple_choice" : "single_choice";
      return { kind, options: optionsOf(interaction, "qti-simple-choice"), key: { optionIds } };
    }
    case interactions.numeric:
      return { kind: "numeric", ...numberAnswer(root) };
    case interactions.ordering:
      return {
        kind: "ordering",
        entries: optionsOf(interaction, "qti-simple-choice"),
        key: { entryIds: correct.map(idOf) },
      };
    case interactions.matching:
      return { kind: "matching", ...matchAnswer(interaction, correct) };
    case interactions.mark_evidence: {
      const neutral = allOf(interaction, "qti-hottext").filter((line) => attributeOf(line, "data-neutral") === "true");
      const neutralLineIds = neutral.map((line) => idOf(attributeOf(line, "identifier")));
      return { kind: "mark_evidence", key: { lineIds: correct.map(idOf), neutralLineIds } };
    }
    default: {
      const found = elementsOf(body).find(({ localName }) => localName?.endsWith("-interaction"));
      if (!found) throw new Unreadable("element_missing", "<qti-…-interaction>", lineOf(body));
      throw new Unreadable("unsupported", `<${found.localName}>`, lineOf(found));
    }
  }
}

/** One language of an item's content, for `joinHalves` and the item's own rules. Throws `Unreadable` for what the portal has no like for. */
export function readQtiItem(root: Element): Record<string, unknown> {
  if (root.localName !== "qti-assessment-item")
    throw new Unreadable("unsupported", `<${root.localName}>`, lineOf(root));
  const body = oneOf(root, "qti-item-body");
  const stem = elementsOf(body).find((each) => attributeOf(each, "class") === "stem");
  if (!stem) throw new Unreadable("element_missing", '<div class="stem">', lineOf(body));
  const rubric = oneOf(body, "qti-rubric-block");
  return {
    stem: readMarkdown(stem),
    exhibits: allOf(body, "figure").map(exhibitOf),
    rationale: allOf(rubric, "p").map(readInline).join("\n\n"),
    ...answerOf(root, body),
  };
}
