/** The texts of an item that have two halves, each of which can be changed without the other. */
import type { ItemContent } from "../item";
import type { ContentExhibit, FixedContent, Phrase } from "../item-content";
import { fixedTexts, type ItemPart, type ItemText, text } from "./item-texts";

export interface TranslatedText extends ItemText {
  /** The id of the row of `itemTexts` in which it stands. */
  readonly row: string;
}

type Pieces = readonly (readonly [place: string, phrase: Phrase])[];

/** A table's text is as many as it has cells: a cell changed in one language says nothing about another changed in the other. */
function phrasesIn(exhibit: ContentExhibit | undefined): Pieces {
  if (exhibit?.kind === "table") {
    return [exhibit.columns, ...exhibit.rows].flatMap((cells, row) =>
      cells.map((cell, column) => [`${row}.${column}`, cell] as const),
    );
  }
  if (exhibit?.kind === "chart") {
    return [["axis", exhibit.axis], ...exhibit.series.map(({ name }, at) => [`series.${at}`, name] as const)];
  }
  return [];
}

function piecesOf(whole: ItemText, content: FixedContent): TranslatedText[] {
  const { id: row, part, ordinal } = whole;
  const piece = (phrase: Phrase, id: string, of: ItemPart, at: number | null) => ({ ...text(of, phrase, id, at), row });
  switch (part) {
    case "table":
    case "chart":
      return phrasesIn(content.exhibits[(ordinal ?? 0) - 1]).map(([place, phrase]) =>
        piece(phrase, `${row}.${place}`, part, ordinal),
      );
    // A key repeats the words of the options it names, and has words of its own only for what a ticket must carry.
    case "key":
      return content.kind === "incident_report"
        ? content.key.requirements.map(({ id, label }, at) =>
            piece(label, `requirements.${id}`, "requirements", at + 1),
          )
        : [];
    // What is the same whoever reads it cannot be behind.
    case "command":
    case "lines":
    case "image":
    case "units":
      return [];
    default:
      return [{ ...whole, row }];
  }
}

/** In the order of the form; none for an item whose words a generator makes, in both languages at once. */
export function translatedTexts(content: ItemContent): TranslatedText[] {
  if ("generator" in content) return [];
  return fixedTexts(content).flatMap((whole) => piecesOf(whole, content));
}
