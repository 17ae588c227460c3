/** The parts of an item that another program wrote, where those stand elsewhere than in the portal's own. */
import type { Element } from "@xmldom/xmldom";
import { readForeignBlocks, readForeignInline } from "./read-markdown.server";
import { allOf, attributeOf, childOf, elementsOf, isElement, isText, lineOf, Unreadable } from "./xml-reading";

const wrappers = new Set(["div", "section", "article", "qti-content-body"]);
const read = new Set(["figure", "qti-rubric-block"]);

const blocks = new Set(["p", "pre", "ul", "ol", "table"]);

/** Words that stand in it without an element of their own. */
const hasWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => isText(node) && (node.nodeValue ?? "").trim() !== "");

/** The blocks of the question: all that stands around the interaction, and its prompt. */
function blocksOf(parent: Element): Element[] {
  return elementsOf(parent).flatMap((each) => {
    const name = each.localName ?? "";
    if (read.has(name)) return [];
    if (name.endsWith("-interaction")) return promptOf(each);
    return wrappers.has(name) && !hasWords(each) ? blocksOf(each) : [each];
  });
}

function promptOf(interaction: Element): Element[] {
  const prompt = childOf(interaction, "qti-prompt");
  if (!prompt) return [];
  const parts = elementsOf(prompt);
  const isBlocks = !hasWords(prompt) && parts.every(({ localName }) => blocks.has(localName ?? ""));
  return isBlocks ? parts : [prompt];
}

/** What candidates are told beside the question; the portal has no place for it. */
const isForCandidates = (rubric: Element): boolean => attributeOf(rubric, "view").split(/\s+/).includes("candidate");

export function readForeignStem(body: Element): string {
  const stem = readForeignBlocks(blocksOf(body));
  if (stem === "") throw new Unreadable("element_missing", "<qti-prompt>", lineOf(body));
  return stem;
}

const withoutPictures = new Set([
  "qti-rubric-block",
  "qti-simple-choice",
  "qti-simple-associable-choice",
  "qti-hottext",
  "table",
]);

/** The exhibits among the words of the question, in their order: figures that say what they are, and pictures wherever they stand. */
export const foreignExhibits = (parent: Element): Element[] =>
  elementsOf(parent).flatMap((each) => {
    const name = each.localName ?? "";
    if (name === "img" || (name === "figure" && attributeOf(each, "data-exhibit") !== "")) return [each];
    return withoutPictures.has(name) ? [] : foreignExhibits(each);
  });

/** What stands beside a picture to name it. */
export function captionOf(img: Element): string {
  const around = img.parentNode && isElement(img.parentNode) ? img.parentNode : undefined;
  const caption = around?.localName === "figure" ? childOf(around, "figcaption") : undefined;
  return (caption?.textContent || attributeOf(img, "title")).replace(/\s+/g, " ").trim();
}

/** Why the answer is right: what is written for those who mark, or the one text that is shown at the end. */
export function readForeignRationale(root: Element, body: Element): string {
  const rubric = allOf(body, "qti-rubric-block").find((each) => !isForCandidates(each));
  const feedback = allOf(root, "qti-modal-feedback");
  const said = rubric ?? (feedback.length === 1 ? feedback[0] : undefined);
  const paragraphs = said ? allOf(said, "p") : [];
  const text = (said && paragraphs.length === 0 ? [said] : paragraphs).map(readForeignInline).join("\n\n");
  if (text === "") throw new Unreadable("rationale_missing", "", lineOf(said ?? body));
  return text;
}

/** A number with the unit that its field names, as QTI's own field has none. */
export function readForeignNumber(root: Element, entry: Element): Record<string, unknown> {
  const [unit, name] = [attributeOf(entry, "data-unit"), attributeOf(entry, "response-identifier")];
  const declaration = allOf(root, "qti-response-declaration").find((each) => attributeOf(each, "identifier") === name);
  const type = declaration ? attributeOf(declaration, "base-type") : "";
  if (declaration && type !== "float" && type !== "integer")
    throw new Unreadable("unsupported", `base-type="${type}"`, lineOf(declaration));
  const value = declaration && allOf(declaration, "qti-value")[0];
  if (!value) throw new Unreadable("element_missing", "<qti-correct-response>", lineOf(declaration ?? root));
  if (unit === "") throw new Unreadable("unit_missing", "", lineOf(entry));
  return {
    units: [unit],
    key: { answers: [{ unit, value: Number(value.textContent), tolerance: toleranceIn(root) }] },
  };
}

function toleranceIn(root: Element): number {
  const [equal] = allOf(root, "qti-equal");
  if (!equal || ["", "exact"].includes(attributeOf(equal, "tolerance-mode"))) return 0;
  const [below, above = below] = attributeOf(equal, "tolerance").trim().split(/\s+/).map(Number);
  if (attributeOf(equal, "tolerance-mode") === "absolute" && below === above && below !== undefined) return below;
  throw new Unreadable("unsupported", `tolerance-mode="${attributeOf(equal, "tolerance-mode")}"`, lineOf(equal));
}

/** What makes an item more than its words and its one interaction, and would be lost. */
export function unreadParts(root: Element, body: Element): Unreadable[] {
  const unsupported = (name: string, at: Element) => new Unreadable("unsupported", name, lineOf(at));
  const adaptive = attributeOf(root, "adaptive") === "true" ? [unsupported('adaptive="true"', root)] : [];
  const told = allOf(body, "qti-rubric-block").filter(isForCandidates);
  const outside = ["qti-template-declaration", "qti-assessment-stimulus-ref"].flatMap((name) => allOf(root, name));
  const found = interactionsIn(body).filter(({ localName }) => localName !== "qti-inline-choice-interaction");
  return [
    ...adaptive,
    ...[...told, ...outside, ...found.slice(1)].map((each) => unsupported(`<${each.localName}>`, each)),
  ];
}

export const interactionsIn = (body: Element): Element[] =>
  elementsOf(body).flatMap((each) => (each.localName?.endsWith("-interaction") ? [each] : interactionsIn(each)));
