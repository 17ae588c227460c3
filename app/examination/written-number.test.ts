import { describe, expect, test } from "vitest";
import { gradeItem } from "./grade-item";
import { writtenNumber, writtenTolerance, writtenValue } from "./written-number";

describe("a figure that is told", () => {
  test.each([
    [0.1 + 0.2, "0.3", "0,3"],
    [12.345678901234567, "12.3456789", "12,3456789"],
    [4_194_304, "4194304", "4194304"],
    [123_456_789_012, "123456789012", "123456789012"],
    [1.234, "1.2340", "1,2340"],
    [0.000_000_5, "0.0000005", "0,0000005"],
    [-2.5, "-2.5", "-2,5"],
    [100, "100", "100"],
  ])("%d", (value, en, de) => {
    expect(writtenNumber(value, "en")).toBe(en);
    expect(writtenNumber(value, "de")).toBe(de);
  });

  test.each([
    [12.345678901234567, 0.12345678901234568, "12.35", "0.123"],
    [41.94304, 0.6, "41.9", "0.6"],
    [72, 0.5, "72", "0.5"],
    [7_654.321, 76.54321, "7654", "76.5"],
    [0.94, 0.03, "0.94", "0.03"],
    [1_234_567.8, 12_345.678, "1234568", "12346"],
    [1.0009, 0.05, "1", "0.05"],
    [0.30000000000000004, 0, "0.3", undefined],
  ])("%d with a tolerance of %d", (value, tolerance, told, about) => {
    expect(writtenValue(value, tolerance, "en")).toBe(told);
    if (about) expect(writtenTolerance(tolerance, "en")).toBe(about);
  });

  test.each([0, 0.001, 0.02, 1, 30])("earns the points when it is given back, with a tolerance of %d", (tolerance) => {
    for (const value of [1 / 3, 200 / 3, 98_765.432_109_8, 1e-5 / 3]) {
      const key = { kind: "numeric", answers: [{ unit: "s", value, tolerance }] } as const;
      const given = { kind: "numeric", value: Number(writtenValue(value, tolerance, "en")), unit: "s" } as const;
      expect(gradeItem(key, given, 3)).toBe(3);
    }
  });
});
