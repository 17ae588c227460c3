import fc from "fast-check";
import { expect, test } from "vitest";
import { drawNext, type PracticeCandidate } from "./practice-draw";

const candidates: PracticeCandidate[] = ["a", "b", "c", "d", "e"].map((id, index) => ({
  itemVersionId: `v-${id}`,
  itemId: id,
  generated: index < 2,
}));

function round(length: number, seed: string, from = candidates) {
  const drawn: { itemVersionId: string; seed: string }[] = [];
  for (let turn = 0; turn < length; turn++) {
    const next = drawNext(
      from,
      drawn.map(({ itemVersionId }) => itemVersionId),
      `${seed}/${turn}`,
    );
    if (next) drawn.push(next);
  }
  return drawn;
}

test("every item comes once before any comes again, never twice running, and every time with a seed of its own", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const drawn = round(30, seed);
      expect(new Set(drawn.slice(0, 5).map(({ itemVersionId }) => itemVersionId)).size).toBe(5);
      for (const [index, { itemVersionId }] of drawn.entries())
        expect(itemVersionId).not.toBe(drawn[index - 1]?.itemVersionId);
      expect(new Set(drawn.map((each) => each.seed)).size).toBe(drawn.length);
    }),
  );
});

test("generated items come more often than those that would be the same again", () => {
  const drawn = round(40, "s").map(({ itemVersionId }) => itemVersionId);
  const times = (id: string) => drawn.filter((each) => each === id).length;
  expect(Math.min(times("v-a"), times("v-b"))).toBeGreaterThan(Math.max(times("v-c"), times("v-d"), times("v-e")) * 2);
});

test("goes on with one item, and stops without any", () => {
  expect(round(3, "s", candidates.slice(0, 1))).toHaveLength(3);
  expect(drawNext([], [], "s")).toBeUndefined();
});
