/** An item as the fields of a form: text only, so that what was typed can always be shown again, right or not. */
import type { ItemKind } from "~/platform/schema/examination-tables";

export interface OptionRow {
  /** Empty for a row that is new. */
  readonly id: string;
  readonly en: string;
  /** Empty when it says the same as `en`. */
  readonly de: string;
  readonly misconceptionEn: string;
  readonly misconceptionDe: string;
  /** "on" for what is right (single and multiple choice). */
  readonly right: string;
}

export interface PromptRow {
  readonly id: string;
  readonly en: string;
  readonly de: string;
  /** The number of the option that belongs to it, from 1 on (matching). */
  readonly match: string;
}

export interface AnswerRow {
  readonly unit: string;
  /** Empty for a unit that is offered and never right. */
  readonly value: string;
  readonly tolerance: string;
}

export interface RequirementRow {
  readonly id: string;
  readonly clause: string;
  readonly labelEn: string;
  readonly labelDe: string;
  /** The number of the field, from 1 on. */
  readonly field: string;
  /** The numbers of the pieces of evidence, any of which will do: "1, 4". */
  readonly evidence: string;
}

export interface ExhibitRow {
  /** Empty for none. */
  readonly kind: string;
  readonly titleEn: string;
  readonly titleDe: string;
  readonly command: string;
  readonly unit: string;
  /** Lines; of a table and a chart with ` | ` between cells, the head first. */
  readonly bodyEn: string;
  /** The same in German; of a chart the head alone. Empty when it says the same. */
  readonly bodyDe: string;
  /** The hash of a picture that is kept already; empty for none. */
  readonly image: string;
  /** Why the file that came with the form is no picture; empty when none came, or a good one. */
  readonly imageFault: string;
  readonly altEn: string;
  readonly altDe: string;
}

export interface ItemForm {
  readonly kind: ItemKind;
  readonly code: string;
  readonly pool: string;
  readonly section: string;
  readonly clauses: readonly string[];
  readonly points: string;
  readonly difficultyGuess: string;
  readonly enemyGroup: string;
  /** A line each. */
  readonly sources: string;
  readonly stemEn: string;
  readonly stemDe: string;
  readonly rationaleEn: string;
  readonly rationaleDe: string;
  readonly exhibits: readonly ExhibitRow[];
  /** Options, entries in their right order, or pieces of evidence. */
  readonly options: readonly OptionRow[];
  /** Prompts, or the fields of the ticket. */
  readonly prompts: readonly PromptRow[];
  readonly answers: readonly AnswerRow[];
  readonly requirements: readonly RequirementRow[];
  /** Empty for an item that is written out. */
  readonly generator: string;
  /** What is chosen for each of its parameters, by name. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** The number of the example that the preview of a generated item shows; no part of the item. */
  readonly example: string;
}

export const blankRows = {
  exhibits: {
    ...{ kind: "", titleEn: "", titleDe: "", command: "", unit: "", bodyEn: "", bodyDe: "" },
    ...{ image: "", imageFault: "", altEn: "", altDe: "" },
  },
  options: { id: "", en: "", de: "", misconceptionEn: "", misconceptionDe: "", right: "" },
  prompts: { id: "", en: "", de: "", match: "" },
  answers: { unit: "", value: "", tolerance: "" },
  requirements: { id: "", clause: "", labelEn: "", labelDe: "", field: "", evidence: "" },
} satisfies { [List in RowList]: ItemForm[List][number] };

export type RowList = "exhibits" | "options" | "prompts" | "answers" | "requirements";

const texts = [
  "code",
  "pool",
  "section",
  "points",
  "difficultyGuess",
  "enemyGroup",
  "sources",
  "stemEn",
  "stemDe",
  "rationaleEn",
  "rationaleDe",
  "generator",
  "example",
] as const;

export function blankForm(kind: ItemKind): ItemForm {
  const lists = { exhibits: [], options: [], prompts: [], answers: [], requirements: [] };
  const blank = Object.fromEntries(texts.map((name) => [name, ""])) as Record<(typeof texts)[number], string>;
  return { kind, ...blank, ...lists, clauses: [], parameters: {}, pool: "certification", points: "2", example: "1" };
}

/** The name under which a cell of a row stands in the form: `options.0.en`. */
export const rowField = (list: RowList, index: number, name: string): string => `${list}.${index}.${name}`;

/** Whether nothing was written in the row; an id alone is a row that was emptied. */
export const isBlankRow = (row: object): boolean =>
  Object.entries(row).every(([name, value]) => name === "id" || String(value).trim() === "");

/** What a `FormData` offers. */
interface Fields {
  get(name: string): unknown;
  getAll(name: string): unknown[];
  keys(): Iterable<string>;
}

/** Browsers send line breaks as two characters. */
const textOf = (value: unknown): string => (typeof value === "string" ? value.replaceAll("\r\n", "\n") : "");

/** More than any list of an item may hold. */
const mostRows = 200;

function rowsOf<List extends RowList>(fields: Fields, list: List): ItemForm[List][number][] {
  const indexes = [...fields.keys()].flatMap((name) => {
    const match = /^([a-z]+)\.(\d{1,3})\./.exec(name);
    return match?.[1] === list ? [Number(match[2])] : [];
  });
  const names = Object.keys(blankRows[list]);
  const count = Math.min(mostRows, Math.max(0, ...indexes.map((index) => index + 1)));
  const rows = Array.from({ length: count }, (_, index) =>
    Object.fromEntries(names.map((name) => [name, textOf(fields.get(rowField(list, index, name)))])),
  );
  return rows.slice(0, rows.findLastIndex((row) => !isBlankRow(row)) + 1) as never;
}

/** The name under which a parameter stands in the form: `parameters.tool`. */
export const parameterField = (name: string): string => `parameters.${name}`;

function parametersIn(fields: Fields): ItemForm["parameters"] {
  const names = new Set([...fields.keys()].flatMap((name) => /^parameters\.([A-Za-z]\w{0,39})$/.exec(name)?.[1] ?? []));
  return Object.fromEntries(
    [...names].map((name) => [name, [...new Set(fields.getAll(parameterField(name)).map(textOf))]]),
  );
}

/** Reads the form. Rows left empty keep their place before others, whose numbers on the page count them; at the end they are gone. */
export function readItemForm(kind: ItemKind, fields: Fields): ItemForm {
  const given = Object.fromEntries(texts.map((name) => [name, textOf(fields.get(name))]));
  return {
    ...blankForm(kind),
    ...given,
    clauses: fields.getAll("clauses").map(textOf),
    parameters: parametersIn(fields),
    exhibits: rowsOf(fields, "exhibits"),
    options: rowsOf(fields, "options"),
    prompts: rowsOf(fields, "prompts"),
    answers: rowsOf(fields, "answers"),
    requirements: rowsOf(fields, "requirements"),
  };
}
