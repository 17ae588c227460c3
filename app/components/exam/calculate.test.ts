import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculate, roundedResult } from "./calculate";

const result = (typed: string) => {
  const calculated = calculate(typed);
  return "value" in calculated ? roundedResult(calculated.value) : calculated.fault;
};

describe("what is typed into the calculator", () => {
  test.each([
    ["1+2*3", 7],
    ["(1+2)*3", 9],
    ["10-4-3", 3],
    ["100/10/2", 5],
    ["2^3^2", 512],
    ["-2^2", -4],
    ["2*-3", -6],
    ["--2", 2],
    ["2^-1", 0.5],
    ["0.1+0.2", 0.3],
    ["1,5 × 4", 6],
    ["9 ÷ 3", 3],
    ["7 − 2", 5],
    ["200*15%", 30],
    ["50%%", 0.005],
    [".5*4", 2],
    ["4096 * 16 / 1024", 64],
    ["((((1))))", 1],
    ["0,125*8", 1],
    ["1.2000", 1.2],
    ["1234.567*1000", 1_234_567],
    ["4096*16*1024^3", 70_368_744_177_664],
    ["2^53-1", 9_007_199_254_740_991],
  ])("%s is %d", (typed, value) => expect(result(typed)).toBe(value));

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["1/0", "by_zero"],
    ["1/(2-2)", "by_zero"],
    ["1+", "unclear"],
    ["(1", "unclear"],
    ["1)", "unclear"],
    ["1 2", "unclear"],
    ["1.2.3", "unclear"],
    ["1.200", "number_unclear"],
    ["2*1,200", "number_unclear"],
    ["1.200.000", "number_unclear"],
    ["alert(1)", "unclear"],
    ["1;2", "unclear"],
    ["9^9^9", "too_large"],
    ["1/9^9^9", "too_large"],
    ["-9^9^9", "too_large"],
    ["10^308*10", "too_large"],
    ["0/0", "by_zero"],
    ["(-8)^0.5", "unclear"],
    ["constructor", "unclear"],
    ["(".repeat(201), "unclear"],
  ])("%j is refused: %s", (typed, fault) => expect(result(typed)).toBe(fault));

  test("sums, products and brackets come out as arithmetic has it", () => {
    const number = fc.integer({ min: -999, max: 999 });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(result(`(${a}) + (${b}) * (${c})`)).toBe(a + b * c);
        expect(result(`((${a}) - (${b})) * (${c})`)).toBe(roundedResult((a - b) * c));
      }),
    );
  });
  test("whatever is typed is worked out or refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,+-*/^()% x") }), (typed) => {
        const calculated = calculate(typed);
        expect("value" in calculated ? Number.isFinite(calculated.value) : calculated.fault).toBeTruthy();
      }),
    );
  });
});
