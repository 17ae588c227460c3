/** Sets text of any length into a box: as large as it goes, in as few lines as that takes. Pure; the widths are an argument. */

export type Weight = "regular" | "semibold";

/** Advance width of a text in em, that is at size 1. */
export type TextWidth = (text: string, weight: Weight) => number;

interface Box {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly weight: Weight;
  /** Points, the preferred size first, falling. */
  readonly sizes: readonly number[];
}

export interface FittedText {
  readonly lines: readonly string[];
  readonly size: number;
  /** Distance between baselines, points. */
  readonly leading: number;
  readonly height: number;
}

export const leadingOf = (size: number): number => Math.round(size * 1.28 * 4) / 4;

/** Breaks a word that is wider than a line after as many letters as fit; combining marks stay with their letter. */
function broken(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    if (piece !== "" && !fits(piece + letter)) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Lines of whole words, none wider than `width` points; a word that is too long for a line alone is broken. */
export function wrap(text: string, width: number, size: number, weight: Weight, widthOf: TextWidth): string[] {
  const fits = (line: string) => widthOf(line, weight) * size <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((word) => (fits(word) ? word : broken(word, fits)))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Sizes from the largest to the smallest, in half points. */
export const falling = (from: number, to: number): number[] =>
  Array.from({ length: (from - to) * 2 + 1 }, (_, step) => from - step / 2);

const longestWord = (text: string, weight: Weight, widthOf: TextWidth): number =>
  Math.max(...text.split(" ").map((word) => widthOf(word, weight)));

/** The first of `sizes` at which the text fits the box without breaking a word; else the last size, words broken. */
export function fitted(text: string, box: Box, widthOf: TextWidth): FittedText {
  const { width, height, weight, sizes } = box;
  const widest = longestWord(text, weight, widthOf);
  let result: FittedText = { lines: [text], size: 0, leading: 0, height: 0 };
  for (const size of sizes) {
    const lines = wrap(text, width, size, weight, widthOf);
    const leading = leadingOf(size);
    result = { lines, size, leading, height: lines.length * leading };
    if (result.height <= height && widest * size <= width) break;
  }
  return result;
}
