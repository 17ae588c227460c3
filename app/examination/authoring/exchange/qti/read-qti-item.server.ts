import type { Element } from "@xmldom/xmldom";
import type { ImageReference } from "../../../images/image-reference";
import {
  captionOf,
  foreignExhibits,
  interactionsIn,
  readForeignNumber,
  readForeignRationale,
  readForeignStem,
  unreadParts,
} from "./foreign-item.server";
import { readKey } from "./read-key.server";
import { readForeignInline, readInline, readMarkdown } from "./read-markdown.server";
import { idOf, interactions } from "./vocabulary";
import { allOf, attributeOf, childOf, elementsOf, lineOf, oneOf, Unreadable } from "./xml-reading";

const texts = (parent: Element | undefined, name: string): string[] =>
  parent ? allOf(parent, name).map((each) => (each.textContent ?? "").trim()) : [];

type ReadInline = typeof readInline;

function optionsOf(parent: Element, name: string, read: ReadInline) {
  return allOf(parent, name).map((choice) => {
    const feedback = childOf(choice, "qti-feedback-inline");
    const misconception = feedback && (read === readInline ? feedback.textContent : read(feedback));
    const id = idOf(attributeOf(choice, "identifier"));
    return { id, text: read(choice), ...(misconception && { misconception }) };
  });
}

const rowsOf = (table: Element): string[][] =>
  allOf(table, "tr").map((row) => elementsOf(row).map((cell) => cell.textContent ?? ""));

/** The picture that an `<img>` shows. Throws `Unreadable`. */
export type ImageAt = (img: Element) => ImageReference;

const pictureNames: Readonly<Record<string, string>> = { de: "Bild" };

/** A picture among the words of an item that another program wrote. */
function pictureOf(img: Element, imageAt: ImageAt, language: string): Record<string, unknown> {
  const alt = attributeOf(img, "alt").trim();
  if (alt === "") throw new Unreadable("element_missing", 'alt="…"', lineOf(img));
  return { kind: "image", title: captionOf(img) || (pictureNames[language] ?? "Picture"), alt, image: imageAt(img) };
}

function exhibitOf(figure: Element, imageAt: ImageAt): Record<string, unknown> {
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
      return { kind, title, alt: attributeOf(picture, "alt"), image: imageAt(picture) };
    }
    default:
      throw new Unreadable("unsupported", `<figure data-exhibit="${kind}">`, lineOf(figure));
  }
}

/** The declared answer is what other systems show; the conditions are what is graded. They must be the same. */
function sameAsDeclared(root: Element, answers: readonly { readonly unit: string; readonly value: number }[]): void {
  const declared = new Map(
    allOf(root, "qti-response-declaration").map((each) => [
      attributeOf(each, "identifier"),
      allOf(each, "qti-value")[0],
    ]),
  );
  const [value, unit] = [declared.get("RESPONSE"), declared.get("UNIT")];
  const offered = allOf(root, "qti-inline-choice");
  const unitId = unit?.textContent?.trim();
  const choice = offered.find((each) => attributeOf(each, "identifier") === unitId);
  if (unit && !choice) throw new Unreadable("key_unknown", unitId ?? "", lineOf(unit));
  const fits = answers.filter((answer) => !unit || answer.unit === (choice?.textContent ?? ""));
  const given = value?.textContent?.trim() ?? "";
  if (value && answers.length > 0 && fits.every((answer) => answer.value !== Number(given)))
    throw new Unreadable("key_differs", given, lineOf(value));
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
  sameAsDeclared(root, answers);
  return { units: [...offered.values()], key: { answers } };
}

interface Choice {
  readonly id: string;
}

const idsIn = (choices: readonly Choice[]): ReadonlySet<string> => new Set(choices.map(({ id }) => id));

function matchAnswer(root: Element, interaction: Element, read: ReadInline): Record<string, unknown> {
  const [prompts, options] = allOf(interaction, "qti-simple-match-set").map((set) =>
    optionsOf(set, "qti-simple-associable-choice", read),
  );
  if (!prompts || !options) throw new Unreadable("unsupported", "<qti-match-interaction>", lineOf(interaction));
  const pairs = prompts.flatMap((prompt) => options.map((option) => `${prompt.id} ${option.id}`));
  const key = readKey(root, new Set(pairs)).map((pair) => pair.split(" "));
  const [twice] = key.filter(([prompt], at) => key.findIndex(([each]) => each === prompt) < at);
  if (twice) throw new Unreadable("unsupported", `<qti-value>${twice.join(" ")}</qti-value>`, lineOf(interaction));
  return { prompts, options, key: { pairs: Object.fromEntries(key) } };
}

function choiceAnswer(root: Element, interaction: Element, read: ReadInline): Record<string, unknown> {
  const options = optionsOf(interaction, "qti-simple-choice", read);
  const several = attributeOf(oneOf(root, "qti-response-declaration"), "cardinality") === "multiple";
  const kind = several ? "multiple_choice" : "single_choice";
  return { kind, options, key: { optionIds: readKey(root, idsIn(options)) } };
}

function orderAnswer(root: Element, interaction: Element, read: ReadInline): Record<string, unknown> {
  const entries = optionsOf(interaction, "qti-simple-choice", read);
  return { kind: "ordering", entries, key: { entryIds: readKey(root, idsIn(entries)) } };
}

function evidenceAnswer(root: Element, interaction: Element): Record<string, unknown> {
  const lines = allOf(interaction, "qti-hottext");
  const shown = allOf(interaction, "figure").flatMap((figure) => allOf(figure, "qti-hottext"));
  if (shown.length < lines.length) throw new Unreadable("lines_missing", "", lineOf(interaction));
  const lineId = (line: Element) => idOf(attributeOf(line, "identifier"));
  const neutralLineIds = lines.filter((line) => attributeOf(line, "data-neutral") === "true").map(lineId);
  return { kind: "mark_evidence", key: { lineIds: readKey(root, new Set(lines.map(lineId))), neutralLineIds } };
}

function answerOf(root: Element, body: Element, read: ReadInline): Record<string, unknown> {
  const interaction = Object.values(interactions).flatMap((name) => allOf(body, name))[0];
  switch (interaction?.localName) {
    case interactions.single_choice:
      return choiceAnswer(root, interaction, read);
    case interactions.numeric: {
      const hasUnits = allOf(body, "qti-inline-choice-interaction").length > 0;
      return { kind: "numeric", ...(hasUnits ? numberAnswer(root) : readForeignNumber(root, interaction)) };
    }
    case interactions.ordering:
      return orderAnswer(root, interaction, read);
    case interactions.matching:
      return { kind: "matching", ...matchAnswer(root, interaction, read) };
    case interactions.mark_evidence:
      return evidenceAnswer(root, interaction);
    default: {
      const [found] = interactionsIn(body);
      if (!found) throw new Unreadable("element_missing", "<qti-…-interaction>", lineOf(body));
      throw new Unreadable("unsupported", `<${found.localName}>`, lineOf(found));
    }
  }
}

/**
 * One language of an item's content, for `joinHalves` and the item's own rules. What the portal has no like for is noted, each part of
 * the item by itself, so that one fault does not hide another; what is returned then is not whole.
 */
export function readQtiItem(
  root: Element,
  { language, imageAt }: { readonly language: string; readonly imageAt: ImageAt },
  note: (fault: Unreadable) => void,
): Record<string, unknown> {
  const tried = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      note(error);
      return undefined;
    }
  };
  const body = tried(() => bodyOf(root));
  if (!body) return {};
  const stem = elementsOf(body).find((each) => attributeOf(each, "class") === "stem");
  for (const fault of unreadParts(root, body)) note(fault);
  const shown = stem ? allOf(body, "figure") : foreignExhibits(body);
  const exhibits = shown.map((each) =>
    tried(() => (each.localName === "img" ? pictureOf(each, imageAt, language) : exhibitOf(each, imageAt))),
  );
  // The words around a picture are read as if it did not stand between them.
  for (const each of shown) if (each.localName === "img") each.parentNode?.removeChild(each);
  body.normalize();
  return {
    stem: tried(() => (stem ? readMarkdown(stem) : readForeignStem(body))),
    exhibits,
    rationale: tried(() => (stem ? rationaleOf(body) : readForeignRationale(root, body))),
    ...tried(() => answerOf(root, body, stem ? readInline : readForeignInline)),
  };
}

function bodyOf(root: Element): Element {
  if (root.localName === "assessmentItem") throw new Unreadable("older_qti", "", lineOf(root));
  if (root.localName !== "qti-assessment-item")
    throw new Unreadable("unsupported", `<${root.localName}>`, lineOf(root));
  return oneOf(root, "qti-item-body");
}

function rationaleOf(body: Element): string {
  const [rubric] = allOf(body, "qti-rubric-block");
  if (!rubric) throw new Unreadable("rationale_missing", "", lineOf(body));
  return allOf(rubric, "p").map(readInline).join("\n\n");
}
