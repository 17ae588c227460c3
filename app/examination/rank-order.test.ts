import fc from "fast-check";
import { expect, test } from "vitest";
import { RankOrder } from "./rank-order";

test("gives what a sort would give, at whichever places it is asked, and nothing beyond the end", () => {
  const ranks = fc.array(fc.oneof(fc.nat(3), fc.constant(Number.POSITIVE_INFINITY)), { maxLength: 40 });
  fc.assert(
    fc.property(ranks, fc.array(fc.nat(45)), (given, places) => {
      const indexes = [...given.keys()];
      // A sort keeps the order of equals, and all that is infinite is equal.
      const sorted = [...indexes].sort((a, b) => (given[a] === given[b] ? 0 : Number(given[a]) - Number(given[b])));
      const order = new RankOrder(indexes, Float64Array.from(given));
      for (const place of places) expect(order.at(place)).toBe(sorted[place]);
    }),
  );
});
