import { expect, it } from "vitest";
import { systemRandom } from "./random";

it("never hands out the same chance twice, however often its stock is drawn anew", () => {
  const handed = Array.from({ length: 3_000 }, () => systemRandom.bytes(16).toString("hex"));
  expect(new Set(handed).size).toBe(handed.length);
  for (const one of handed) expect(one).not.toBe("0".repeat(32));
});

it("hands out bytes that are the asker's own", () => {
  const first = systemRandom.bytes(16);
  const before = first.toString("hex");
  first.fill(1);
  const second = systemRandom.bytes(16).toString("hex");
  expect(second).not.toBe("01".repeat(16));
  expect(second).not.toBe(before);
});

it.each([0, 1, 4, 32, 511, 512, 513, 10_000])("hands out %i bytes, none of them standing still", (count) => {
  const two = [systemRandom.bytes(count), systemRandom.bytes(count)];
  expect(two.map(({ length }) => length)).toEqual([count, count]);
  if (count >= 32) expect(two[0]?.equals(two[1] as Buffer)).toBe(false);
});
