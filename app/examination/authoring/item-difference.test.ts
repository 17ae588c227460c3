import { expect, it } from "vitest";
import { itemDifference } from "./item-difference";
import type { ItemText } from "./item-texts";

const row = (text: string, part: ItemText["part"]): ItemText => ({ id: part, part, ordinal: 1, en: text, de: text });
const shown = (before: string, after: string, part: ItemText["part"] = "lines") =>
  itemDifference([row(before, part)], [row(after, part)]).map(({ stretches }) => stretches);

it("is shown word by word where most of the words stay", () => {
  expect(shown("the disk is full", "the disk is slow")).toEqual([
    [
      { text: "the disk is ", change: "same" },
      { text: "full", change: "removed" },
      { text: "slow", change: "added" },
    ],
  ]);
});

it("of a key keeps the answers that stay, whole and apart from those that come and go", () => {
  expect(shown("uname -r", "lsb_release -a\nuname -r", "key")).toEqual([
    [
      { text: "lsb_release -a\n", change: "added" },
      { text: "uname -r", change: "same" },
    ],
  ]);
  expect(shown("lsb_release -a", "lsb_release -b", "key")).toEqual([
    [
      { text: "lsb_release -a\n", change: "removed" },
      { text: "lsb_release -b", change: "added" },
    ],
  ]);
});

it("of lines that have little in common keeps the lines that stay", () => {
  expect(shown("last", "one came before it\nanother came before it\nlast")).toEqual([
    [
      { text: "one came before it\nanother came before it\n", change: "added" },
      { text: "last", change: "same" },
    ],
  ]);
});

it("of a long log that was turned round is shown in whole, at once, instead of compared for minutes", () => {
  const words = Array.from({ length: 16_000 }, (_, at) => `w${at}`);
  const [before, after] = [words.join(" "), words.toReversed().join(" ")];
  const begun = performance.now();
  expect(shown(before, after)).toEqual([
    [
      { text: before, change: "removed" },
      { text: after, change: "added" },
    ],
  ]);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
