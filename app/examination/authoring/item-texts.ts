/** An item as lines to be read and compared: part by part, both languages side by side. */
import type { Language } from "~/platform/schema/people-tables";
import type { ImageReference } from "../images/image-reference";
import type { ItemContent } from "../item";
import type { ContentExhibit, ContentOption, FixedContent, Phrase } from "../item-content";
import { keyLines } from "./key-lines";
import type { WrittenItem } from "./written-item";

export type ItemPart =
  | "pool"
  | "section"
  | "clauses"
  | "points"
  | "difficultyGuess"
  | "enemyGroup"
  | "sources"
  | "kind"
  | "stem"
  | "exhibit"
  | "command"
  | "lines"
  | "table"
  | "chart"
  | "image"
  | "alt"
  | "options"
  | "misconception"
  | "entries"
  | "prompts"
  | "fields"
  | "evidence"
  | "units"
  | "key"
  | "requirements"
  | "rationale"
  | "generator"
  | "parameters";

export interface ItemText {
  /** The same for the same part of another version of the item. */
  readonly id: string;
  readonly part: ItemPart;
  /** The how-manyth of its kind, from 1 on; null where there is only one. */
  readonly ordinal: number | null;
  readonly en: string;
  /** The same text where a part has no language: a command, a log, a figure. */
  readonly de: string;
}

const say = (phrase: Phrase, language: Language): string => (typeof phrase === "string" ? phrase : phrase[language]);

export function text(part: ItemPart, phrase: Phrase, id: string = part, ordinal: number | null = null): ItemText {
  return { id, part, ordinal, en: say(phrase, "en"), de: say(phrase, "de") };
}

const cells = (phrases: readonly Phrase[], language: Language) =>
  phrases.map((cell) => say(cell, language)).join(" | ");

/** Tells one picture from another: format, size, and how its hash begins. */
const imageName = ({ type, width, height, sha256 }: ImageReference): string =>
  `${type.replace("image/", "").toUpperCase()} · ${width} × ${height} · ${sha256.slice(0, 12)}`;

function exhibitTexts(exhibit: ContentExhibit, index: number): ItemText[] {
  const of = (part: ItemPart, phrase: Phrase) => text(part, phrase, `exhibit.${index}.${part}`, index + 1);
  const title = of("exhibit", exhibit.title);
  switch (exhibit.kind) {
    case "log":
      return [title, of("lines", exhibit.lines.map((line) => line.text).join("\n"))];
    case "tool_output":
      return [title, of("command", exhibit.command), of("lines", exhibit.lines.map((line) => line.text).join("\n"))];
    case "table": {
      const rows = [exhibit.columns, ...exhibit.rows];
      const whole = (language: Language) => rows.map((row) => cells(row, language)).join("\n");
      return [title, of("table", { en: whole("en"), de: whole("de") })];
    }
    case "chart": {
      const head = [exhibit.axis, ...exhibit.series.map(({ name }) => name)];
      const rows = exhibit.labels.map((label, at) => [label, ...exhibit.series.map(({ values }) => values[at])]);
      const whole = (language: Language) =>
        [exhibit.unit, cells(head, language), ...rows.map((row) => row.join(" | "))].join("\n");
      return [title, of("chart", { en: whole("en"), de: whole("de") })];
    }
    case "image":
      return [title, of("image", imageName(exhibit.image)), of("alt", exhibit.alt)];
  }
}

type OptionPart = "options" | "entries" | "prompts" | "fields" | "evidence";

const optionTexts = (part: OptionPart, options: readonly ContentOption[]): ItemText[] =>
  options.flatMap(({ id, text: words, misconception }, index) => [
    text(part, words, `${part}.${id}`, index + 1),
    ...(misconception ? [text("misconception", misconception, `${part}.${id}.misconception`, index + 1)] : []),
  ]);

function answerTexts(content: FixedContent): ItemText[] {
  switch (content.kind) {
    case "single_choice":
    case "multiple_choice":
      return optionTexts("options", content.options);
    case "numeric":
      return [text("units", content.units.join(", "))];
    case "ordering":
      return optionTexts("entries", content.entries);
    case "matching":
      return [...optionTexts("prompts", content.prompts), ...optionTexts("options", content.options)];
    case "mark_evidence":
      return [];
    case "incident_report":
      return [...optionTexts("fields", content.fields), ...optionTexts("evidence", content.evidence)];
  }
}

/** The texts of an item that is not made anew for everybody. */
export function fixedTexts(content: FixedContent): ItemText[] {
  const key = (language: Language) => keyLines(content, language, true).join("\n");
  return [
    text("stem", content.stem),
    ...content.exhibits.flatMap(exhibitTexts),
    ...answerTexts(content),
    text("key", { en: key("en"), de: key("de") }),
    text("rationale", content.rationale),
  ];
}

function contentTexts(content: ItemContent): ItemText[] {
  if (!("generator" in content)) return fixedTexts(content);
  return [text("generator", content.generator), text("parameters", JSON.stringify(content.parameters, null, 2))];
}

/** What a reader compares, in the order of the form; the code is the item's name and no part of it. */
export function itemTexts(item: Omit<WrittenItem, "code">): ItemText[] {
  const { pool, section, clauses, points, difficultyGuess, enemyGroup, sources, content } = item;
  return [
    text("pool", pool),
    text("section", section),
    text("clauses", clauses.join("\n")),
    text("points", String(points)),
    text("difficultyGuess", difficultyGuess === null ? "" : String(difficultyGuess)),
    text("enemyGroup", enemyGroup ?? ""),
    text("sources", sources.join("\n")),
    text("kind", content.kind),
    ...contentTexts(content),
  ];
}
