import fc from "fast-check";
import { expect, test } from "vitest";
import { hashable, hashesAfter, hashOf, seededChoice } from "./seeded-choice";

test("the same seed repeats every choice, another seed makes others", () => {
  const draw = (seed: string) =>
    Array.from(
      { length: 20 },
      (
        (choice) => () =>
          choice.integer(0, 999_999)
      )(seededChoice(seed)),
    );
  expect(draw("attempt-1")).toEqual(draw("attempt-1"));
  expect(draw("attempt-1")).not.toEqual(draw("attempt-2"));
});

test("integers stay within their bounds and reach both", () => {
  const choice = seededChoice("bounds");
  const drawn = new Set(Array.from({ length: 500 }, () => choice.integer(-2, 2)));
  expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
});

test("a shuffle keeps every value", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer()), (seed, values) => {
      const byValue = (a: number, b: number) => a - b;
      expect(seededChoice(seed).shuffle(values).sort(byValue)).toEqual([...values].sort(byValue));
    }),
  );
});

test("over many seeds each value comes first about equally often", () => {
  const first = new Map<string, number>();
  for (let seed = 0; seed < 4000; seed++) {
    const [value] = seededChoice(`form-${seed}/order`).shuffle(["a", "b", "c", "d"]) as [string];
    first.set(value, (first.get(value) ?? 0) + 1);
  }
  for (const count of first.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test("texts hashed together have the hashes that each has by itself, whatever stands in them", () => {
  const texts = fc.array(fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)));
  fc.assert(
    fc.property(fc.string(), texts, (start, rest) => {
      expect([...hashesAfter(start, hashable(rest))]).toEqual(rest.map((text) => hashOf(start + text)));
    }),
  );
});
