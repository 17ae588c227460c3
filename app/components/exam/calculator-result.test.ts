import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculate } from "./calculate";
import { writtenResult } from "./calculator-result";

const worth = (typed: string): number => {
  const calculated = calculate(typed);
  return "value" in calculated ? calculated.value : Number.NaN;
};
const written = (typed: string, language: "en" | "de" = "en") => writtenResult(worth(typed), language);

describe("how a result is written", () => {
  test.each([
    ["4096*16/1024", "64", false],
    ["0.1+0.2", "0.3", false],
    ["1.2*1000000", "1200000", false],
    ["600*2.0010", "1200.6", false],
    ["1/3*3.6", "1.2", false],
    ["4096*16*1024^3", "70368744177664", false],
    ["2^53-1", "9007199254740991", false],
    ["2^53", "9.00719925474 × 10^15", true],
    ["10^21", "1 × 10^21", true],
    ["-2^80", "-1.20892581961 × 10^24", true],
    ["11.52/10*10^30", "1.1520 × 10^30", true],
    ["10^12+0.5", "1000000000000", true],
    ["10^11+0.25", "100000000000", false],
    ["1/10^6", "0.000001", false],
    ["1/10^7", "1 × 10^-7", false],
    ["5-5", "0", false],
  ])("%s", (typed, text, rounded) => {
    expect(written(typed)).toMatchObject({ text, rounded });
  });

  test("with a comma in German, and so that no three digits can be taken for thousands", () => {
    expect(written("2^53", "de").text).toBe("9,00719925474 × 10^15");
    expect(written("2^60", "de").typed).toBe("(1,15292150461 × 10^18)");
    expect(written("1.5*0.75", "de").text).toBe("1,1250");
  });

  test("the calculator reads what it has written, alone and as part of another calculation", () => {
    const values = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e150, max: 1e150 });
    fc.assert(
      fc.property(values, fc.constantFrom("en", "de"), (value, language) => {
        const { typed } = writtenResult(value, language);
        const near = (found: number, wanted: number) => {
          expect(Math.abs(found - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * 1e-9 + 1e-300);
        };
        near(worth(typed), value);
        if (Math.abs(value) > 1e-100) near(worth(`10/${typed}`), 10 / value);
        if (value > 0) near(worth(`${typed}^2`), value ** 2);
      }),
    );
  });
});
