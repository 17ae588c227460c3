import { expect, it } from "vitest";
import { itemDifference } from "./item-difference";
import type { ItemText } from "./item-texts";

const row = (text: string): ItemText => ({ id: "lines", part: "lines", ordinal: 1, en: text, de: text });
const shown = (before: string, after: string) =>
  itemDifference([row(before)], [row(after)]).map(({ stretches }) => stretches);

it("is shown word by word where most of the words stay", () => {
  expect(shown("the disk is full", "the disk is slow")).toEqual([
    [
      { text: "the disk is ", change: "same" },
      { text: "full", change: "removed" },
      { text: "slow", change: "added" },
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
