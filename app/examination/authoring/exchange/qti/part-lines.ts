import type { Element } from "@xmldom/xmldom";
import { allOf, lineOf } from "./xml-reading";

const elementNames: Readonly<Record<string, string>> = {
  key: "qti-response-declaration",
  exhibits: "figure",
  rationale: "qti-rubric-block",
  units: "qti-inline-choice",
  entries: "qti-simple-choice",
};

function elementsOfPart(root: Element, part: string): Element[] {
  const [prompts, options] = allOf(root, "qti-simple-match-set");
  if (part === "prompts" && prompts) return allOf(prompts, "qti-simple-associable-choice");
  if (part === "options")
    return options ? allOf(options, "qti-simple-associable-choice") : allOf(root, "qti-simple-choice");
  return allOf(root, elementNames[part] ?? "qti-item-body");
}

/** The line of a QTI item's file where that part of the content stands, or begins. */
export function lineOfPart(root: Element, [part, at]: readonly PropertyKey[]): number | null {
  const found = elementsOfPart(root, String(part));
  return lineOf(found[Number(at)] ?? found[0] ?? root);
}
