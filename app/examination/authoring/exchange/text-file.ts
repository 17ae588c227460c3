/** Items as JSON or YAML: the same shape, read by one reader that knows its lines (JSON is YAML, too). */
import {
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  stringify,
  visit,
} from "yaml";
import { z } from "zod";
import { readImage } from "../../images/read-image";
import { canonicalItem } from "../canonical-item";
import type { WrittenItem } from "../written-item";
import type { FileFault, FileImage, ReadFile, SyntaxCause } from "./file-fault";
import { type ItemNode, itemNodes, itemsLeftWhole } from "./items-left-whole";
import { nestsTooDeep } from "./nesting";
import { placeOf } from "./place-of";
import { fileItemSchema } from "./translation-in-files";

const format = "partner-certification-items";

/** A picture as text, checked like one that is uploaded. */
const fileImage = z
  .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), data: z.base64() })
  .strict()
  .transform(({ sha256, data }, context): FileImage => {
    const image = readImage(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
    if (!("fault" in image)) return { name: sha256, image };
    context.addIssue({ code: "custom", path: ["data"], params: { fault: image.fault } });
    return z.NEVER;
  });

const fileSchema = z
  .object({
    format: z.literal(format),
    version: z.literal(1),
    items: z.array(fileItemSchema).min(1).max(2_000),
    images: z.array(fileImage).max(500).default([]),
  })
  .strict();

/** The items as a file, each in its canonical form, and their pictures in base64. */
export function writeTextFile(
  items: readonly WrittenItem[],
  as: "json" | "yaml",
  images: readonly { readonly sha256: string; readonly base64: string }[] = [],
): string {
  const pictures = images.map(({ sha256, base64 }) => ({ sha256, data: base64 }));
  const file = { format, version: 1, items: items.map(canonicalItem), ...(images.length > 0 && { images: pictures }) };
  return as === "json"
    ? `${JSON.stringify(file, null, 2)}\n`
    : stringify(file, { aliasDuplicateObjects: false, lineWidth: 0 });
}

type Document = ReturnType<typeof parseDocument>;

/** The line of what stands at the path, or of the nearest thing around it. */
function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length >= 0; length--) {
    const found = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(found) && found.range) return lines.linePos(found.range[0]).line;
  }
  return null;
}

/** Aliases could make a small file huge, and a key given twice hides one of its values. */
function structureFaults(document: Document, lines: LineCounter, within?: readonly ItemNode[]): FileFault[] {
  const faults: FileFault[] = [];
  const add = (node: Node, place: string, kind: "alias" | "key_repeated") =>
    faults.push({ line: node.range ? lines.linePos(node.range[0]).line : null, place, problem: { kind } });
  const look = (_: unknown, node: Node) => {
    if (isAlias(node)) add(node, node.source, "alias");
    if (!isMap(node)) return;
    const seen = new Set<string>();
    for (const { key } of node.items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (seen.has(name) && isNode(key)) add(key, name, "key_repeated");
      seen.add(name);
    }
  };
  if (within) for (const { node } of within) visit(node, { Node: look });
  else visit(document, { Node: look });
  return faults;
}

const codeAt = (document: Document, index: PropertyKey | undefined): string | null => {
  const code = typeof index === "number" ? document.getIn(["items", index, "code"]) : null;
  return typeof code === "string" ? code : null;
};

/** A code given twice would make one item out of two. */
function repeatedCodes(document: Document, lines: LineCounter, among = itemNodes(document)): FileFault[] {
  const seen = new Set<string>();
  return among.flatMap(({ index }): FileFault[] => {
    const code = codeAt(document, index);
    if (code === null) return [];
    const line = seen.has(code) ? lineAt(document, lines, ["items", index, "code"]) : undefined;
    seen.add(code);
    return line === undefined ? [] : [{ line, place: code, problem: { kind: "code_repeated" } }];
  });
}

/** The names that an issue is about stand somewhere beneath its path. */
function lineOfIssue(document: Document, lines: LineCounter, issue: z.core.$ZodIssue): number | null {
  const name =
    issue.code === "unrecognized_keys" ? issue.keys[0] : issue.code === "custom" ? issue.params?.id : undefined;
  const around = document.contents === null ? undefined : document.getIn(issue.path, true);
  const offsets: number[] = [];
  if (name !== undefined && isNode(around)) {
    visit(around, { Scalar: (_, { value, range }) => void (value === name && range && offsets.push(range[0])) });
  }
  // What stands there twice is wrong where it stands the second time.
  const offset = issue.code === "custom" && issue.params?.fault === "id_repeated" ? offsets.at(-1) : offsets[0];
  return offset === undefined ? lineAt(document, lines, issue.path) : lines.linePos(offset).line;
}

function issueFault(document: Document, lines: LineCounter, issue: z.core.$ZodIssue): FileFault {
  const code = issue.path[0] === "items" ? codeAt(document, issue.path[1]) : null;
  return {
    line: lineOfIssue(document, lines, issue),
    place: [...(code === null ? [] : [code]), placeOf(issue.path)].filter(Boolean).join(", "),
    problem: { kind: "issue", issue },
  };
}

const inOrder = (faults: readonly FileFault[]): FileFault[] =>
  [...faults].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));

/** By the parser's codes; what is not among them is rare, and told in its own words. */
const causes: Partial<Record<ErrorCode, SyntaxCause>> = {
  BAD_DQ_ESCAPE: "bad_escape",
  BAD_INDENT: "indent",
  BAD_SCALAR_START: "bad_start",
  BLOCK_AS_IMPLICIT_KEY: "nested_key",
  BLOCK_IN_FLOW: "block_in_flow",
  MISSING_CHAR: "char_missing",
  MULTILINE_IMPLICIT_KEY: "key_lines",
  MULTIPLE_DOCS: "several_documents",
  TAB_AS_INDENT: "tab",
  UNEXPECTED_TOKEN: "unexpected",
};

/** What the parser says that is as true of JSON; the rest would be advice on YAML. */
const alsoJson: ReadonlySet<SyntaxCause | undefined> = new Set(["bad_escape", "char_missing"]);

function syntaxFault(
  { code, message, pos }: Document["errors"][number],
  lines: LineCounter,
  isJson: boolean,
): FileFault {
  const cause = causes[code];
  return {
    line: lines.linePos(pos[0]).line,
    place: "",
    problem: {
      kind: "syntax",
      cause: isJson && !alsoJson.has(cause) ? "json" : (cause ?? null),
      message: message.split("\n")[0]?.replace(/ at line .*$/, "") ?? "",
    },
  };
}

/** What is wrong with the writing. Where a comma is missing, YAML takes all that stands before for a name that is too long: JSON has no such names. */
function syntaxFaults({ errors }: Document, lines: LineCounter, isJson: boolean): FileFault[] {
  const others = isJson ? errors.filter(({ code }) => code !== "MULTILINE_IMPLICIT_KEY") : errors;
  return (others.length > 0 ? others : errors).map((error) => syntaxFault(error, lines, isJson));
}

/** What is wrong with the writing, and with the items that it leaves whole; what is wrong with the others may only follow from it. */
function faultsOfBroken(document: Document, lines: LineCounter, isJson: boolean): FileFault[] {
  const syntax = syntaxFaults(document, lines, isJson);
  const whole = itemsLeftWhole(document);
  const structure = structureFaults(document, lines, whole);
  if (structure.some(({ problem }) => problem.kind === "alias")) return [...syntax, ...structure];
  const issues = whole.flatMap(({ index, node }) => {
    const { error } = fileItemSchema.safeParse(node.toJS(document, { maxAliasCount: 0 }));
    return (error?.issues ?? []).map((issue) => {
      const fault = issueFault(document, lines, { ...issue, path: ["items", index, ...issue.path] });
      // Where some are not read, the others cannot be counted.
      return { ...fault, place: fault.place.replace(/items\[\d+\]\.?/, "").replace(/, $/, "") };
    });
  });
  return [...syntax, ...inOrder([...structure, ...issues, ...repeatedCodes(document, lines, whole)])];
}

/** Reads JSON or YAML: all of its items, or every fault with its line. */
export function readTextFile(text: string): ReadFile<WrittenItem> {
  if (nestsTooDeep(text)) return { faults: [{ line: null, place: "", problem: { kind: "too_large" } }] };
  const lines = new LineCounter();
  // Keys are compared below: the parser's own comparison takes the square of their number.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, schema: "core", merge: false });
  if (document.errors.length > 0) return { faults: faultsOfBroken(document, lines, /^\s*[{[]/.test(text)) };
  const structure = structureFaults(document, lines);
  if (structure.some(({ problem }) => problem.kind === "alias")) return { faults: structure };
  const parsed = fileSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  const issues = (parsed.error?.issues ?? []).map((issue) => issueFault(document, lines, issue));
  const faults = inOrder([...structure, ...issues, ...repeatedCodes(document, lines)]);
  return parsed.success && faults.length === 0 ? parsed.data : { faults };
}
