import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lawSchoolAnswers, sixTargets } from "../../../test/factories/published-data";
import { fQuantile } from "./f-distribution";
import {
  type FormSums,
  feldt,
  formReliability,
  reliabilityOf,
  type SectionSums,
  sectionReliability,
} from "./reliability";

type Matrix = readonly (readonly number[])[];

/** Rows are persons, columns items of `maxPoints` points; `nested`: everybody is taken to have had items of their own. */
function sumsOf(matrix: Matrix, { maxPoints = 1, nested = false } = {}): SectionSums {
  const items = matrix[0]?.length ?? 0;
  const totals = matrix.map((row) => row.reduce((sum, x) => sum + x, 0));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const whole = items * maxPoints;
  const version = (values: readonly number[]) => ({
    n: values.length,
    maxPoints,
    x: sum(values),
    xx: sum(values.map((x) => x * x)),
  });
  return {
    persons: matrix.length,
    items,
    points: sum(totals),
    maxPoints: whole * matrix.length,
    weightedSquares: sum(totals.map((total) => total ** 2 / whole)),
    squares: sum(totals.map((total) => total ** 2)),
    share: sum(totals.map((total) => total / whole)),
    shareSquares: sum(totals.map((total) => (total / whole) ** 2)),
    versions: nested
      ? matrix.flatMap((row) => row.map((x) => version([x])))
      : Array.from({ length: items }, (_, item) => version(matrix.map((row) => row[item] ?? 0))),
  };
}

describe("published examples", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3: upper critical values.
  it.each([
    [0.95, 5, 10, 3.326],
    [0.95, 10, 20, 2.348],
    [0.99, 4, 12, 5.412],
    [0.9, 3, 60, 2.177],
  ])("F quantile %d (%i, %i)", (share, numerator, denominator, value) => {
    expect(fQuantile(share, numerator, denominator)).toBeCloseTo(value, 3);
  });

  // Rizopoulos, Journal of Statistical Software 17 (2006) no. 5, section 3.1: Cronbach's alpha of all five items is 0.2950.
  it("alpha of the law school items", () => {
    const found = sectionReliability(sumsOf(lawSchoolAnswers));
    expect(found?.alpha.value).toBeCloseTo(0.295, 4);
    expect(found?.design).toBe("same_items");
  });

  // Shrout and Fleiss, Psychological Bulletin 86 (1979) 420-428, table 4: ICC(1,4) = .44, ICC(3,4) = .91.
  it.each([
    ["same_items", false, 0.91, 15, 0.676, 0.986],
    ["drawn_items", true, 0.44, 18, -0.884, 0.912],
  ] as const)("six targets, %s", (design, nested, value, within, low, high) => {
    const found = reliabilityOf(sumsOf(sixTargets, { maxPoints: 10, nested }));
    expect(found?.design).toBe(design);
    expect(found?.value).toBeCloseTo(value, 2);
    // The limits that psych::ICC (Revelle) prints for ICC3k and ICC1k of these data.
    const interval = feldt(found?.value ?? Number.NaN, 6, within);
    expect(interval.low).toBeCloseTo(low, 2);
    expect(interval.high).toBeCloseTo(high, 2);
  });
});

const matrixOf = (persons: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }), {
    minLength: persons,
    maxLength: persons + 20,
  });

describe("reliability", () => {
  it("is at most 1, inside its interval, and the same whatever an item's points are called", () => {
    fc.assert(
      fc.property(matrixOf(20), fc.boolean(), (matrix, nested) => {
        const found = sectionReliability(sumsOf(matrix, { maxPoints: 3, nested }));
        const doubled = sectionReliability(
          sumsOf(
            matrix.map((row) => row.map((x) => 2 * x)),
            { maxPoints: 6, nested },
          ),
        );
        if (!found) return;
        expect(found.alpha.value).toBeLessThanOrEqual(1 + 1e-9);
        expect(found.alpha.low).toBeLessThanOrEqual(found.alpha.value);
        expect(found.alpha.high).toBeGreaterThanOrEqual(found.alpha.value);
        expect(doubled?.alpha.value).toBeCloseTo(found.alpha.value, 9);
        expect(doubled?.errorPercent).toBeCloseTo(found.errorPercent, 9);
      }),
    );
  });

  it("is not shown for 19 persons, nor for one item, nor where all have the same score", () => {
    const matrix = Array.from({ length: 20 }, (_, person) => [person % 2, person % 2, person % 3 ? 1 : 0]);
    expect(sectionReliability(sumsOf(matrix))).not.toBeNull();
    expect(sectionReliability(sumsOf(matrix.slice(1)))).toBeNull();
    expect(sectionReliability(sumsOf(matrix.map((row) => row.slice(1, 2))))).toBeNull();
    expect(sectionReliability(sumsOf(matrix.map(() => [1, 0, 1])))).toBeNull();
  });

  it("of a form with one section is that section's", () => {
    const section = { ...sumsOf(lawSchoolAnswers), weight: 10 };
    const form: FormSums = {
      persons: section.persons,
      score: 100 * section.share,
      scoreSquares: 10_000 * section.shareSquares,
      sections: [section],
    };
    expect(formReliability(form)?.alpha.value).toBeCloseTo(0.295, 4);
    expect(formReliability(form)?.errorPercent).toBeCloseTo(sectionReliability(section)?.errorPercent ?? Number.NaN, 9);
  });
});
