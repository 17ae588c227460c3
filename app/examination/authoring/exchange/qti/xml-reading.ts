import { DOMParser, type Document, type Element, type Node } from "@xmldom/xmldom";
import type { ForeignKind, NamedKind, SyntaxCause } from "../file-fault";

/** What stops the reading of a file, with its line. */
export class Unreadable extends Error {
  constructor(
    readonly kind: "syntax" | "doctype" | "too_large" | "not_zip" | ForeignKind | NamedKind,
    message: string,
    readonly line: number | null = null,
  ) {
    super(message);
  }
}

/** The parser has no codes, but always the same words. */
const causes: readonly (readonly [RegExp, SyntaxCause])[] = [
  [/tag mismatch/i, "tag_mismatch"],
  [/unclosed xml tag|unexpected end of input/i, "tag_open"],
  [/entity not found/i, "entity"],
  [/attribute value no end|missed quot|missed value/i, "quote"],
  [/missing root element/i, "no_root"],
];

/** What the parser's words come down to; null where that is not known. */
export const causeOf = (message: string): SyntaxCause | null =>
  causes.find(([words]) => words.test(message))?.[1] ?? null;

/** Deeper than any item nests. */
const deepest = 60;

/** The root of an XML document. Document types, and with them entities, are refused before anything is parsed. */
export function parseXml(text: string): Element {
  const doctype = /<!(DOCTYPE|ENTITY)/i.exec(text);
  if (doctype) throw new Unreadable("doctype", "", text.slice(0, doctype.index).split("\n").length);
  let depth = 0;
  for (const [tag] of text.matchAll(/<\/?[A-Za-z_][^>]*>/g)) {
    if (tag.startsWith("</")) depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
    if (depth > deepest) throw new Unreadable("too_large", "");
  }
  const faults: Unreadable[] = [];
  const note = (message: string, line: number | null) => void faults.push(new Unreadable("syntax", message, line));
  const document = parsed(text, note);
  const [fault] = faults;
  if (fault) throw fault;
  if (!document?.documentElement) throw new Unreadable("syntax", "missing root element");
  return document.documentElement;
}

/** The parser reports some faults and throws others; a warning of it is a fault here. */
function parsed(text: string, note: (message: string, line: number | null) => void): Document | undefined {
  try {
    return new DOMParser({
      onError: (_level, message, { locator }: { locator?: { lineNumber?: number } }) =>
        note(message, locator?.lineNumber ?? null),
    }).parseFromString(text, "text/xml");
  } catch (error) {
    note(error instanceof Error ? error.message : "", null);
    return undefined;
  }
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;
/** Text and CDATA, and no comment. */
export const isText = (node: Node): boolean => node.nodeType === 3 || node.nodeType === 4;
export const lineOf = (node: Node): number | null => (node as Node & { lineNumber?: number }).lineNumber ?? null;

export const elementsOf = (parent: Element): Element[] => [...parent.childNodes].filter(isElement);
export const childOf = (parent: Element, name: string): Element | undefined =>
  elementsOf(parent).find(({ localName }) => localName === name);

/** Every element of the name beneath, in the order of the document. */
export function allOf(parent: Element, name: string): Element[] {
  return elementsOf(parent).flatMap((child) =>
    child.localName === name ? [child, ...allOf(child, name)] : allOf(child, name),
  );
}

/** The one element of the name beneath; its absence is a fault of the file. */
export function oneOf(parent: Element, name: string): Element {
  const [found] = allOf(parent, name);
  if (!found) throw new Unreadable("element_missing", `<${name}>`, lineOf(parent));
  return found;
}

export const attributeOf = (from: Element, name: string): string => from.getAttribute(name) ?? "";
