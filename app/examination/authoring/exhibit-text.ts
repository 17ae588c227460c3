/** Exhibits as text to be edited: lines as they are, tables and charts with ` | ` between their cells. */
import type { ImageReference } from "../images/image-reference";
import type { ContentExhibit, FixedContent, Phrase } from "../item-content";
import { clearNumber, isUnclearNumber } from "../typed-number";
import { blankRows, type ExhibitRow } from "./item-form";

const half = (phrase: Phrase, language: "en" | "de"): string =>
  typeof phrase === "string" ? phrase : phrase[language];

/** Both halves as one text where they say the same; an empty German half stands for that. */
export function phraseOf(en: string, de: string): Phrase {
  return de === "" || de === en ? en : { en, de };
}

/** The halves of a phrase as they stand in a form. */
export const halvesOf = (phrase: Phrase): { en: string; de: string } =>
  typeof phrase === "string" ? { en: phrase, de: "" } : phrase;

const joinCells = (cells: readonly string[]): string => cells.map((cell) => cell.replace(/[\\|]/g, "\\$&")).join(" | ");

function splitCells(line: string): string[] {
  const cells = [...line.matchAll(/((?:\\.|[^|\\])*)(?:\||$)/g)].map((match) => match[1] ?? "");
  // The pattern also matches the nothing after the last cell.
  if (!line.endsWith("|") || line.endsWith("\\|")) cells.pop();
  return cells.map((cell) => cell.trim().replace(/\\([\\|])/g, "$1"));
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.replace(/\n+$/, "").split("\n"));
const rowsOf = (text: string): string[][] =>
  linesOf(text)
    .filter((line) => line.trim() !== "")
    .map(splitCells);

const hasExcess = (cells: readonly string[], head: readonly string[]): boolean =>
  cells.slice(head.length).some((cell) => cell !== "");

/** Where in the text of an exhibit something stands. */
interface TextPlace {
  /** From 1 on, as an editor counts. */
  readonly line: number;
  /** What is typed for a figure of a chart; null for anything else. */
  readonly figure: string | null;
  /** Whether the line has as many cells as the head. */
  readonly whole: boolean;
}

/** Where in the English text that stands which the exhibit has under this path; null where no single line has it. */
export function placeInText({ kind, bodyEn }: ExhibitRow, path: readonly PropertyKey[]): TextPlace | null {
  const lines = linesOf(bodyEn).map((text, at) => ({
    line: at + 1,
    cells: splitCells(text),
    blank: text.trim() === "",
  }));
  const [head, ...data] = kind === "table" || kind === "chart" ? lines.filter(({ blank }) => !blank) : [];
  const isWhole = ({ cells }: { cells: readonly string[] }) =>
    head !== undefined && cells.length >= head.cells.length && !hasExcess(cells, head.cells);
  const [part, at, name, point] = path;
  const found = () => {
    if (part === "lines") return lines[Number(at)];
    if (part === "labels" || part === "rows") return data[Number(at)];
    if (name === "values") return data[Number(point)];
    return part === undefined ? data.find((each) => !isWhole(each)) : head;
  };
  const line = found();
  if (!line) return null;
  const figure = name === "values" ? (line.cells[Number(at) + 1] ?? "") : null;
  return { line: line.line, figure, whole: head === undefined || isWhole(line) };
}

/** How a line is marked for what it proves, where lines are evidence. */
const marks = { proof: "! ", neutral: "~ ", nothing: "  " } as const;

/** An exhibit as it is edited. */
export function exhibitRow(exhibit: ContentExhibit, content: FixedContent): ExhibitRow {
  const title = halvesOf(exhibit.title);
  const row = { ...blankRows.exhibits, kind: exhibit.kind, titleEn: title.en, titleDe: title.de };
  switch (exhibit.kind) {
    case "log":
    case "tool_output": {
      const bodyEn = exhibit.lines.map((line) => markOf(content, line.id) + line.text).join("\n");
      return { ...row, bodyEn, command: exhibit.kind === "tool_output" ? exhibit.command : "" };
    }
    case "table": {
      const rows = [exhibit.columns, ...exhibit.rows];
      const body = (language: "en" | "de") =>
        rows.map((cells) => joinCells(cells.map((cell) => half(cell, language)))).join("\n");
      return { ...row, bodyEn: body("en"), bodyDe: body("de") === body("en") ? "" : body("de") };
    }
    case "chart": {
      const head = [exhibit.axis, ...exhibit.series.map(({ name }) => name)];
      const [headEn, headDe] = (["en", "de"] as const).map((language) =>
        joinCells(head.map((name) => half(name, language))),
      );
      const data = exhibit.labels.map((label, at) =>
        joinCells([label, ...exhibit.series.map(({ values }) => clearNumber(values[at] ?? Number.NaN))]),
      );
      const bodyEn = [headEn, ...data].join("\n");
      return { ...row, unit: exhibit.unit, bodyEn, bodyDe: headDe === headEn ? "" : (headDe ?? "") };
    }
    case "image":
      return { ...row, image: exhibit.image.sha256, altEn: exhibit.alt.en, altDe: exhibit.alt.de };
  }
}

function markOf(content: FixedContent, lineId: string): string {
  if (content.kind !== "mark_evidence") return "";
  if (content.key.lineIds.includes(lineId)) return marks.proof;
  return content.key.neutralLineIds.includes(lineId) ? marks.neutral : marks.nothing;
}

/** What an exhibit becomes, and the ids of its lines by what they prove. */
interface ReadExhibit {
  readonly exhibit: Record<string, unknown>;
  readonly proof: readonly string[];
  readonly neutral: readonly string[];
}

type LineIds = (texts: readonly string[]) => string[];

/** The pictures that the form may name, by their hash. */
export type KnownImages = ReadonlyMap<string, ImageReference>;

interface ExhibitReading {
  readonly marked: boolean;
  readonly lineIds: LineIds;
  readonly images: KnownImages;
}

/** Reads what was edited; what is wrong with it is left for the item's own rules to say. */
export function readExhibit(row: ExhibitRow, { marked, lineIds, images }: ExhibitReading): ReadExhibit {
  const { kind, command, unit, bodyEn, bodyDe } = row;
  const shared = { kind, title: phraseOf(row.titleEn.trim(), row.titleDe.trim()) };
  const unmarked = { proof: [], neutral: [] };
  if (kind === "table") {
    const [en, de] = [rowsOf(bodyEn), rowsOf(bodyDe)];
    const rows = en.map((cells, at) => cells.map((cell, column) => phraseOf(cell, de[at]?.[column] ?? "")));
    return { exhibit: { ...shared, columns: rows[0] ?? [], rows: rows.slice(1) }, ...unmarked };
  }
  if (kind === "chart") {
    const [[head = [], ...data], [headDe = []]] = [rowsOf(bodyEn), rowsOf(bodyDe)] as [string[][], string[][]];
    // A cell too many stands for no series, so nothing in its line is sure.
    const series = head.slice(1).map((name, at) => ({
      name: phraseOf(name, headDe[at + 1] ?? ""),
      values: data.map((cells) => (hasExcess(cells, head) ? Number.NaN : numberOf(cells[at + 1] ?? ""))),
    }));
    const axis = phraseOf(head[0] ?? "", headDe[0] ?? "");
    return {
      exhibit: { ...shared, axis, unit: unit.trim(), labels: data.map(([label = ""]) => label), series },
      ...unmarked,
    };
  }
  if (kind === "image") {
    const alt = { en: row.altEn.trim(), de: row.altDe.trim() };
    const image = row.imageFault === "" ? images.get(row.image) : undefined;
    return { exhibit: { ...shared, alt, image }, ...unmarked };
  }
  const given = linesOf(bodyEn);
  const isMarked = (line: string) => Object.values(marks).some((mark) => line.startsWith(mark));
  const texts = given.map((line) => (marked && isMarked(line) ? line.slice(2) : line));
  const ids = lineIds(texts);
  const lines = texts.map((text, at) => ({ id: ids[at] ?? "", text }));
  const under = (mark: string) => (marked ? ids.filter((_, at) => given[at]?.startsWith(mark)) : []);
  return {
    exhibit: { ...shared, ...(kind === "tool_output" && { command: command.trim() }), lines },
    proof: under(marks.proof),
    neutral: under(marks.neutral),
  };
}

/** A number as people type it, with point or comma; what is none, or may be another one, fails the item's own rules. */
export function numberOf(text: string): number {
  if (isUnclearNumber(text)) return Number.NaN;
  const typed = text.trim().replace(",", ".");
  return /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}
