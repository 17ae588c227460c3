import { describe, expect, it } from "vitest";
import { shownForm } from "./shown-form";

const [first, second, third] = [
  { version: 1, attempts: 40 },
  { version: 2, attempts: 68 },
  { version: 3, attempts: 0 },
];

describe("the form that the statistics are about", () => {
  it("is that of the newest version that anybody has sat", () => {
    expect(shownForm([third, second, first], undefined)).toBe(second);
  });

  it("is that of the version asked for, whether sat or not", () => {
    expect([1, 2, 3].map((version) => shownForm([third, second, first], version))).toEqual([first, second, third]);
  });

  it("is as if nothing was asked for, where there is no such version", () => {
    expect(shownForm([third, second, first], 4)).toBe(second);
  });

  it("is that of the newest version while nobody has sat any", () => {
    expect(shownForm([third, { version: 2, attempts: 0 }], undefined)).toBe(third);
    expect(shownForm([], undefined)).toBeUndefined();
  });
});
