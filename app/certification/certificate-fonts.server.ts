/**
 * The two fonts of a certificate, read and parsed once a process: parsing costs eight times as much as everything else
 * a certificate needs (docs/decisions/006-certificate-document.md).
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font, type GlyphRun } from "fontkit";
import type { TextWidth, Weight } from "./text-fitting";

const files: Readonly<Record<Weight, string>> = {
  regular: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  semibold: "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
};
/** More words than any certificate has; the memory is emptied when names have filled it. */
const wordsKept = 4000;
const loaded = new Map<Weight, Font>();

/** A copy of a laid-out word, since pdfkit scales the positions it is given in place. */
const copied = (run: GlyphRun): GlyphRun =>
  Object.assign(Object.create(Object.getPrototypeOf(run)), run, { positions: run.positions.map((at) => ({ ...at })) });

/** The font, remembering how it laid out each word: all but the names are the same on every certificate. */
function remembering(font: Font): Font {
  const words = new Map<string, GlyphRun>();
  const layout = (word: string): GlyphRun => {
    let run = words.get(word);
    if (!run) {
      if (words.size >= wordsKept) words.clear();
      // A glyph remembers the letters it was first asked for, and the text layer is written from that: each word starts afresh,
      // so that no document depends on those before it.
      Object.assign(font, { _glyphs: {} });
      run = font.layout(word);
      words.set(word, run);
    }
    return copied(run);
  };
  return Object.create(font, { layout: { value: layout } });
}

/** Source Sans 3; covers Latin with all European and Vietnamese letters, Greek and Cyrillic. */
export function certificateFont(weight: Weight): Font {
  let font = loaded.get(weight);
  if (!font) {
    font = remembering(create(readFileSync(createRequire(import.meta.url).resolve(files[weight]))) as Font);
    loaded.set(weight, font);
  }
  return font;
}

/** Measures as pdfkit sets: word by word, each with the space after it. */
export const textWidth: TextWidth = (text, weight) => {
  const font = certificateFont(weight);
  const words = text.match(/[^ ]* |[^ ]+$/g) ?? [];
  return words.reduce((width, word) => width + font.layout(word).advanceWidth, 0) / font.unitsPerEm;
};

const set = (letters: string): boolean =>
  [...letters].every((letter) => certificateFont("semibold").hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

/** The letter, else the letters it stands for, else those without their marks; undefined when the fonts have none of them. */
const settable = (letter: string): string | undefined =>
  [letter, letter.normalize("NFKC"), letter.normalize("NFKD").replace(/\p{M}/gu, "")].find(
    (form) => (form !== "" || /\p{M}/u.test(letter)) && set(form),
  );

const composed = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();

/** The characters of `text` that the fonts of a certificate cannot write: other scripts than Latin, Greek and Cyrillic, and very rare letters of these. */
export const unprintableCharacters = (text: string): string[] => [
  ...new Set([...composed(text)].filter((letter) => settable(letter) === undefined)),
];

/** `text` as the fonts can write it: composed, without invisible characters, marks that the fonts lack left out; undefined when letters would be lost. */
export function printable(text: string): string | undefined {
  if (unprintableCharacters(text).length > 0) return undefined;
  return [...composed(text)].map(settable).join("");
}
