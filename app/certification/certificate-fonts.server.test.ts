import { describe, expect, test } from "vitest";
import { certificateFont, printable, unprintableCharacters } from "./certificate-fonts.server";

const every = (from: number, to: number, kind: RegExp) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).filter((letter) =>
    kind.test(letter),
  );

describe("names as the fonts of a certificate can write them", () => {
  test.each([
    ["Latin-1 and Latin Extended-A", every(0xa1, 0x17f, /\p{L}/u)],
    ["Romanian", [..."ȘșȚț"]],
    ["Vietnamese", every(0x1ea0, 0x1ef9, /\p{L}/u)],
    ["modern Greek", [..."αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΑΒΓΔΩΆΈΉΊΌΎΏ"]],
    ["Cyrillic of the official languages of Europe", every(0x400, 0x45f, /\p{L}/u)],
  ])("%s: every letter as it is, in both weights", (_script, letters) => {
    for (const letter of letters) expect(printable(letter)).toBe(letter.normalize("NFC"));
    for (const weight of ["regular", "semibold"] as const) {
      const missing = letters.filter(
        (letter) => !certificateFont(weight).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
      );
      expect(missing).toEqual([]);
    }
  });

  test("letters and marks typed apart are joined, what cannot be seen goes", () => {
    expect(printable("Zo\u0308e\u0308  A\u0301lvarez\u200b\n")).toBe("Zöë Álvarez");
  });

  test("a rare letter loses a mark that the fonts lack, and only that", () => {
    expect(printable("Ǆemal Ȫ")).toBe("DŽemal O");
  });

  test("letters of other scripts are named and nothing is printed in their place", () => {
    expect(unprintableCharacters("王 Anna שרה 王")).toEqual(["王", "ש", "ר", "ה"]);
    expect(printable("王 Anna")).toBeUndefined();
    expect(unprintableCharacters("Jean-Luc O’Neill-Čapek (MSc)")).toEqual([]);
  });
});
