import { expect, test } from "vitest";
import { nextStamp, outdatedLanguage } from "./translation-stamp";

const stamp = (englishRevised: number, germanRevised: number) => ({ englishRevised, germanRevised });
const [none, en, de, both] = [
  { en: false, de: false },
  { en: true, de: false },
  { en: false, de: true },
  { en: true, de: true },
];

test.each([
  ["nothing changed: all stays", stamp(1, 1), none, false, stamp(1, 1), null],
  ["nothing changed in a lagging item: it still lags", stamp(2, 1), none, false, stamp(2, 1), "de"],
  ["English alone: German lags", stamp(1, 1), en, false, stamp(5, 1), "de"],
  ["German alone: English lags", stamp(1, 1), de, false, stamp(1, 5), "en"],
  ["German lagged and was changed: level", stamp(3, 1), de, false, stamp(5, 5), null],
  ["English lagged and was changed: level", stamp(1, 3), en, false, stamp(5, 5), null],
  ["German lagged and English changed again: German still lags", stamp(3, 1), en, false, stamp(5, 1), "de"],
  ["both changed: level", stamp(3, 1), both, false, stamp(5, 5), null],
  ["English alone, but the author says that both agree: level", stamp(1, 1), en, true, stamp(5, 5), null],
  ["nothing changed, the author says that both agree: level", stamp(2, 1), none, true, stamp(5, 5), null],
] as const)("%s", (_, before, changes, agree, after, outdated) => {
  expect(nextStamp(before, changes, { version: 5, agree })).toEqual(after);
  expect(outdatedLanguage(after)).toBe(outdated);
});
