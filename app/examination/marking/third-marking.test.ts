import { describe, expect, it } from "vitest";
import { lieApart, type MarkedReport, settledPoints, thirdMarkings } from "./third-marking";

const report = (points: readonly number[], rest: Partial<MarkedReport> = {}): MarkedReport => ({
  ordinal: 5,
  maxPoints: 4,
  points,
  ...rest,
});

describe("two markings lie apart when they differ by more than a tenth of the points", () => {
  it.each([
    { points: [3, 3], maxPoints: 4, apart: false },
    { points: [3, 3.399], maxPoints: 4, apart: false },
    { points: [3, 3.4], maxPoints: 4, apart: false },
    { points: [3.4, 3], maxPoints: 4, apart: false },
    { points: [3, 3.401], maxPoints: 4, apart: true },
    { points: [3.401, 3], maxPoints: 4, apart: true },
    { points: [0, 4], maxPoints: 4, apart: true },
    // As binary fractions 0.3 and 0.1 + 0.2 differ.
    { points: [0.7, 1], maxPoints: 3, apart: false },
    { points: [0.1, 0.4], maxPoints: 3, apart: false },
    { points: [0.699, 1], maxPoints: 3, apart: true },
    { points: [1, 1.1], maxPoints: 1, apart: false },
    { points: [0.334, 0.435], maxPoints: 1, apart: true },
  ])("$points of $maxPoints: $apart", ({ points, maxPoints, apart }) => {
    expect(lieApart({ points, maxPoints })).toBe(apart);
  });
});

describe("what counts", () => {
  it.each([
    { points: [3], settled: 3 },
    { points: [3, 3.4], settled: 3.2 },
    { points: [1, 1.333], settled: 1.167 },
    { points: [0, 4, 3], settled: 3 },
    { points: [0, 4, 0], settled: 0 },
    { points: [3, 4, 1], settled: 1 },
  ])("of $points: $settled", ({ points, settled }) => {
    expect(settledPoints(points)).toBe(settled);
  });
});

describe("a third marking is asked for", () => {
  /** Passed from so many points on, over all reports. */
  const from = (needed: number) => (points: ReadonlyMap<number, number>) =>
    [...points.values()].reduce((sum, one) => sum + one, 0) >= needed;
  const never = () => false;

  it.each([
    { name: "not before the second", reports: [report([0])], passedWith: from(2), asked: [] },
    { name: "not where both are the same", reports: [report([2, 2])], passedWith: from(2), asked: [] },
    { name: "not within the tolerance", reports: [report([2.9, 3])], passedWith: from(2.9), asked: [] },
    {
      name: "where they lie apart, whatever comes of it",
      reports: [report([0, 4])],
      passedWith: never,
      asked: [[5, "apart"]],
    },
    {
      name: "where the exam is passed by the second only",
      reports: [report([2.9, 3])],
      passedWith: from(3),
      asked: [[5, "outcome"]],
    },
    {
      name: "where it is passed by the first only",
      reports: [report([3, 2.9])],
      passedWith: from(3),
      asked: [[5, "outcome"]],
    },
    { name: "never after the third", reports: [report([0, 4, 2])], passedWith: from(2), asked: [] },
    {
      name: "at once of one report, while another lacks its second marking",
      reports: [report([0, 4]), report([3], { ordinal: 9 })],
      passedWith: from(4),
      asked: [[5, "apart"]],
    },
    {
      name: "for the outcome not before all have two",
      reports: [report([2.9, 3]), report([3], { ordinal: 9 })],
      passedWith: from(6),
      asked: [],
    },
    {
      name: "for the outcome not while another report waits for its third, in whichever order they were marked",
      reports: [report([0, 4]), report([2.98, 3], { ordinal: 9 })],
      passedWith: from(6.99),
      asked: [[5, "apart"]],
    },
    {
      name: "for the outcome once that third is there",
      reports: [report([0, 4, 4]), report([2.98, 3], { ordinal: 9 })],
      passedWith: from(6.99),
      asked: [[9, "outcome"]],
    },
    {
      name: "of every report that leaves the outcome open, none of those whose markings are the same",
      reports: [report([2.9, 3]), report([3, 2.9], { ordinal: 9 }), report([1, 1], { ordinal: 11 })],
      passedWith: from(7),
      asked: [
        [5, "outcome"],
        [9, "outcome"],
      ],
    },
    {
      name: "with another report counted by its third marking alone",
      reports: [report([2.9, 3]), report([0, 4, 4], { ordinal: 9 })],
      passedWith: from(6.95),
      asked: [[5, "outcome"]],
    },
    {
      name: "not where that third marking leaves no doubt",
      reports: [report([2.9, 3]), report([0, 4, 0], { ordinal: 9 })],
      passedWith: from(6.95),
      asked: [],
    },
  ])("$name", ({ reports, passedWith, asked }) => {
    expect([...thirdMarkings(reports, passedWith)]).toEqual(asked);
  });
});
