/** Figures and lines as generators need them: the same figure in both languages, columns as the tools set them. */

import type { ContentOption, Phrase, Words } from "../item-content";
import type { ExhibitLine } from "../presentation";
import { hashOf } from "../seeded-choice";

/** A figure with its unit, decimal point in English and decimal comma in German. */
export function figure(value: number, digits: number, unit = ""): Words {
  const en = value.toFixed(digits) + (unit && ` ${unit}`);
  return { en, de: en.replace(".", ",") };
}

/** Lines of one exhibit; the prefix keeps ids of several exhibits apart. */
export const numberedLines = (prefix: string, texts: readonly string[]): ExhibitLine[] =>
  texts.map((text, index) => ({ id: `${prefix}${index + 1}`, text }));

/** An id that follows from the words alone, so that neither position nor rightness can be read from it. */
export const opaqueId = (text: Phrase): string => `o${hashOf(typeof text === "string" ? text : text.en).toString(36)}`;

/** An option under an opaque id. */
export const optionOf = (text: Phrase, misconception?: Words): ContentOption => ({
  id: opaqueId(text),
  text,
  ...(misconception && { misconception }),
});

/** Columns of a table of text: each cell as wide as the widest of `widths`, set to the right, as vmstat and mpstat do. */
export const rightAligned = (cells: readonly (string | number)[], widths: readonly number[]): string =>
  cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join(" ");
