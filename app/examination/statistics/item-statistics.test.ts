import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lawSchoolAnswers } from "../../../test/factories/published-data";
import { correlation, wilson } from "./intervals";
import { flagsOf } from "./item-flags";
import { type ItemSums, itemStatistics, statisticsPolicy } from "./item-statistics";
import { timeOnItems, timeQuantile } from "./spent-time";

interface Answer {
  readonly x: number;
  readonly y: number;
  readonly optionIds?: readonly string[];
  readonly seconds?: number;
  readonly recent?: boolean;
}

function sumsOf(answers: readonly Answer[]): ItemSums {
  const sum = (of: (answer: Answer) => number) => answers.reduce((total, answer) => total + of(answer), 0);
  const recent = answers.filter((answer) => answer.recent);
  return {
    n: answers.length,
    x: sum(({ x }) => x),
    xx: sum(({ x }) => x * x),
    y: sum(({ y }) => y),
    yy: sum(({ y }) => y * y),
    xy: sum(({ x, y }) => x * y),
    recent: { n: recent.length, x: recent.reduce((total, { x }) => total + x, 0) },
    choices: answers.map(({ optionIds = [], y }) => ({ optionIds, n: 1, y })),
    times: answers.flatMap(({ seconds }) => (seconds === undefined ? [] : [{ seconds, n: 1 }])),
  };
}

const answer = fc.record({
  x: fc.constantFrom(0, 0.25, 0.5, 1),
  y: fc.integer({ min: 0, max: 19 }).map((points) => points / 19),
  optionIds: fc.subarray(["a", "b", "c"]),
  seconds: fc.integer({ min: 0, max: 900 }),
  recent: fc.boolean(),
});
const manyAnswers = fc.array(answer, { minLength: 20, maxLength: 80 });
const options = ["a", "b", "c"].map((id) => ({ id, keyed: id === "a" }));

describe("published examples", () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("Wilson's interval of %i in %i", (successes, n, low, high) => {
    expect(wilson(successes, n).low).toBeCloseTo(low, 4);
    expect(wilson(successes, n).high).toBeCloseTo(high, 4);
  });

  // Bock and Lieberman's five items of the Law School Admission Test (Psychometrika 35 (1970) 179-197), analysed in
  // Rizopoulos, Journal of Statistical Software 17 (2006) no. 5, section 3.1.
  it.each([
    [0, 0.924, 0.1128],
    [1, 0.709, 0.1532],
    [2, 0.553, 0.1728],
    [3, 0.763, 0.1444],
    [4, 0.87, 0.1216],
  ])("difficulty and item-rest correlation of item %i", (item, difficulty, rest) => {
    const answers = lawSchoolAnswers.map((row) => {
      const points = row.reduce((sum, point) => sum + point, 0);
      const x = row[item] ?? 0;
      return { x, y: (points - x) / 4 };
    });
    const statistics = itemStatistics(sumsOf(answers), []);
    expect(statistics?.difficulty.value).toBeCloseTo(difficulty, 3);
    expect(statistics?.restCorrelation?.value).toBeCloseTo(rest, 4);
  });
});

describe("an item's figures", () => {
  it("are not shown below 20 responses", () => {
    const answers = Array.from({ length: statisticsPolicy.fewestResponses }, (_, index) => ({ x: index % 2, y: 0.5 }));
    expect(itemStatistics(sumsOf(answers.slice(1)), options)).toBeNull();
    expect(itemStatistics(sumsOf(answers), options)).not.toBeNull();
  });

  it("lie within their bounds and their intervals", () => {
    fc.assert(
      fc.property(manyAnswers, (answers) => {
        const statistics = itemStatistics(sumsOf(answers), options);
        if (!statistics) throw new Error("20 responses are enough");
        const shares = [statistics.difficulty, ...statistics.options.map(({ share }) => share)];
        const correlations = [statistics.restCorrelation, ...statistics.options.map((one) => one.pointBiserial)];
        for (const { value, low, high } of shares)
          expect([0, low, value, high, 1]).toEqual([0, low, value, high, 1].sort((a, b) => a - b));
        for (const one of correlations.filter((each) => each !== null)) {
          expect(one.low).toBeGreaterThanOrEqual(-1);
          expect(one.low).toBeLessThanOrEqual(one.value);
          expect(one.high).toBeGreaterThanOrEqual(one.value);
          expect(one.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("do not depend on the order of the responses", () => {
    fc.assert(
      fc.property(manyAnswers, (answers) => {
        const forwards = itemStatistics(sumsOf(answers), options);
        const backwards = itemStatistics(sumsOf(answers.toReversed()), options);
        expect(backwards?.difficulty.value).toBeCloseTo(forwards?.difficulty.value ?? Number.NaN, 9);
        expect(backwards?.restCorrelation?.value ?? 0).toBeCloseTo(forwards?.restCorrelation?.value ?? 0, 9);
        expect(backwards?.options.map(({ chosen }) => chosen)).toEqual(forwards?.options.map(({ chosen }) => chosen));
        expect(backwards?.time).toEqual(forwards?.time);
      }),
    );
  });

  it("have no correlation where everybody got the same", () => {
    const answers = Array.from({ length: 30 }, (_, index) => ({ x: 1, y: index / 30 }));
    expect(itemStatistics(sumsOf(answers), [])?.restCorrelation).toBeNull();
  });

  it("keep a perfect correlation finite", () => {
    const sums = sumsOf(Array.from({ length: 30 }, (_, index) => ({ x: index % 2, y: index % 2 })));
    expect(correlation(sums)).toEqual({ value: 1, low: 1, high: 1 });
  });
});

describe("flags", () => {
  const raised = (answers: readonly Answer[]) => {
    const statistics = itemStatistics(sumsOf(answers), options);
    return statistics ? flagsOf(statistics, 60).map(({ flag, sure }) => `${flag}${sure ? "!" : ""}`) : [];
  };
  /** Everybody differs in the rest score; `right` of `n` answer rightly, the best ones first, and take 60 s; wrong ones share b and c. */
  const people = (n: number, right: number, change: (index: number) => Partial<Answer> = () => ({})): Answer[] =>
    Array.from({ length: n }, (_, index) => ({
      x: index < right ? 1 : 0,
      y: 1 - index / n,
      optionIds: [index < right ? "a" : index % 2 ? "b" : "c"],
      seconds: 60,
      ...change(index),
    }));

  it.each<[string, string[], Answer[]]>([
    ["none for an item that works", [], people(40, 20)],
    ["too easy, perhaps", ["dead_distractor", "too_easy"], people(20, 19)],
    ["too easy, surely", ["dead_distractor!", "too_easy!"], people(1000, 980)],
    ["94.9 % is not too easy", ["dead_distractor!"], people(1000, 949)],
    ["too hard, perhaps", ["too_hard"], people(20, 4)],
    ["too hard, surely", ["too_hard!"], people(1000, 100)],
    ["21 % is not too hard", [], people(100, 21)],
    ["the better, the more wrong", ["negative_discrimination!"], people(40, 20, (index) => ({ y: index / 40 }))],
    [
      "a distractor that nobody chooses",
      ["dead_distractor!"],
      people(200, 100, (index) => ({ optionIds: [index < 100 ? "a" : "b"] })),
    ],
    [
      "a distractor that 5 % choose is alive",
      [],
      people(100, 50, (index) => ({ optionIds: [index < 50 ? "a" : index < 95 ? "b" : "c"] })),
    ],
    ["slow from twice the time", ["slow!"], people(40, 20, () => ({ seconds: 120 }))],
    ["not slow just below", [], people(40, 20, () => ({ seconds: 119 }))],
    [
      "harder of late",
      ["drift!"],
      people(200, 100, (index) => ({ recent: index % 2 === 0, x: index % 2 === 0 ? 0 : 1, y: (index % 7) / 7 })).map(
        (one, index) => ({ ...one, y: one.x * 0.1 + (index % 7) / 10 }),
      ),
    ],
  ])("%s", (_, flags, answers) => {
    expect(raised(answers)).toEqual(flags);
  });
});

describe("time on items", () => {
  const start = new Date("2027-03-15T08:00:00Z");
  const inSeconds = (seconds: number) => new Date(start.getTime() + seconds * 1000);

  it("runs from the answer before, in the order of the answers", () => {
    expect(timeOnItems(start, [inSeconds(90), null, inSeconds(30), inSeconds(100)])).toEqual([60, null, 30, 10]);
  });

  it("never is more than the whole attempt", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 2700 })), { minLength: 1, maxLength: 40 }),
        (moments) => {
          const spent = timeOnItems(
            start,
            moments.map((seconds) => (seconds === null ? null : inSeconds(seconds))),
          );
          const last = Math.max(0, ...moments.map((seconds) => seconds ?? 0));
          expect(spent.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0)).toBe(last);
        },
      ),
    );
  });

  it("has the median and p90 of a sorted list", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1 }), (times) => {
        const sorted = times.toSorted((a, b) => a - b);
        const counts = times.map((seconds) => ({ seconds, n: 1 }));
        for (const share of [0.5, 0.9]) {
          expect(timeQuantile(counts, share)).toBe(sorted[Math.ceil(share * sorted.length - 1e-9) - 1]);
        }
      }),
    );
  });
});
