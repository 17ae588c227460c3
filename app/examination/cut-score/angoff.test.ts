import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sixTargets } from "../../../test/factories/published-data";
import type { Blueprint } from "../blueprint";
import {
  type AngoffResult,
  angoffResult,
  doubtsOf,
  feedbackOf,
  isShort,
  meanSquares,
  type Rating,
  type StudyItem,
} from "./angoff";

const blueprint: Blueprint = {
  sections: [
    { section: "network", items: 2, weight: 30 },
    { section: "storage", items: 1, weight: 70 },
  ],
};
const items: StudyItem[] = [
  { itemVersionId: "n1", section: "network", points: 1 },
  { itemVersionId: "n2", section: "network", points: 3 },
  { itemVersionId: "s1", section: "storage", points: 2 },
];
const rate = (personId: string, ...percents: number[]): Rating[] =>
  percents.map((percent, index) => ({ personId, itemVersionId: items[index]?.itemVersionId ?? "", percent }));
const resultOf = (ratings: readonly Rating[]): AngoffResult => {
  const outcome = angoffResult(blueprint, items, ratings);
  if (isShort(outcome)) throw new Error("no result");
  return outcome;
};

// Shrout and Fleiss, Psychological Bulletin 86 (1979) 420-428, table 3: BMS 11.24, JMS 32.49, EMS 1.02.
it("finds the mean squares of a published table", () => {
  const found = meanSquares(sixTargets);
  expect(found.rows).toBeCloseTo(11.24, 2);
  expect(found.columns).toBeCloseTo(32.49, 2);
  expect(found.residual).toBeCloseTo(1.02, 2);
});

describe("the cut score", () => {
  it("weighs items by points in their section and sections by the blueprint", () => {
    // Network (1 x 40 + 3 x 80) / 4 = 70, storage 50: 0.3 x 70 + 0.7 x 50 = 56; the other judge 0.3 x 60 + 0.7 x 80 = 74.
    const result = resultOf([...rate("a", 40, 80, 50), ...rate("b", 60, 60, 80)]);
    expect(result.judges.map(({ cutScorePercent }) => Math.round(cutScorePercent))).toEqual([56, 74]);
    expect(result.cutScorePercent).toBeCloseTo(65, 9);
    // Two judges 18 apart: deviation 12.73 over the root of 2.
    expect(result.standardError).toBeCloseTo(9, 9);
  });

  it.each<[string, Rating[], { completeJudges: number; missing: number }]>([
    ["nobody has rated", [], { completeJudges: 0, missing: 0 }],
    ["one judge alone", rate("a", 50, 50, 50), { completeJudges: 1, missing: 0 }],
    ["the second owes one", [...rate("a", 50, 50, 50), ...rate("b", 50, 50)], { completeJudges: 1, missing: 1 }],
  ])("is not known when %s", (_, ratings, shortage) => {
    expect(angoffResult(blueprint, items, ratings)).toEqual(shortage);
  });

  it("leaves out who has not rated every item", () => {
    const two = [...rate("a", 40, 80, 50), ...rate("b", 60, 60, 80)];
    expect(resultOf([...two, ...rate("c", 100, 100)])).toEqual(resultOf(two));
  });

  const ratings = fc
    .array(fc.tuple(...items.map(() => fc.integer({ min: 0, max: 100 }))), { minLength: 2, maxLength: 8 })
    .map((rows) => rows.flatMap((row, judge) => rate(`judge ${judge}`, ...row)));

  it("lies between the lowest and the highest judge, whatever the order of the ratings", () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const result = resultOf(given);
        const cuts = result.judges.map(({ cutScorePercent }) => cutScorePercent);
        expect(result.cutScorePercent).toBeGreaterThanOrEqual(Math.min(...cuts) - 0.01);
        expect(result.cutScorePercent).toBeLessThanOrEqual(Math.max(...cuts) + 0.01);
        expect(result.errorWithOtherItems).toBeGreaterThanOrEqual(result.standardError);
        expect(resultOf(given.toReversed())).toEqual(result);
      }),
    );
  });

  it("rises when a rating rises, and has no error where all judges agree", () => {
    fc.assert(
      fc.property(ratings, fc.nat(), (given, place) => {
        const index = place % given.length;
        const raised = given.map((rating, at) =>
          at === index ? { ...rating, percent: Math.min(100, rating.percent + 10) } : rating,
        );
        expect(resultOf(raised).cutScorePercent).toBeGreaterThanOrEqual(resultOf(given).cutScorePercent);
        const agreed = given.slice(0, 3).flatMap((rating) => ["a", "b"].map((personId) => ({ ...rating, personId })));
        expect(resultOf(agreed).standardError).toBeCloseTo(0, 9);
      }),
    );
  });
});

it("puts what the judges disagree about first", () => {
  const given = [...rate("a", 50, 10, 50), ...rate("b", 60, 90, 50)];
  expect(feedbackOf(items, given).map(({ itemVersionId, range, mean }) => [itemVersionId, range, mean])).toEqual([
    ["n2", 80, 50],
    ["n1", 10, 55],
    ["s1", 0, 50],
  ]);
});

describe("before signing", () => {
  const five = ["a", "b", "c", "d", "e"].flatMap((judge, index) => rate(judge, 60 + index, 60 + index, 60 + index));
  const none = { fewJudges: null, largeError: null, ownRatings: null };

  it("nothing is doubted of five judges who agree, when somebody else signs", () => {
    expect(doubtsOf(resultOf(five), "signer", "signer")).toEqual(none);
  });
  it("four judges, judges far apart, and the signer's own ratings are", () => {
    const four = five.filter(({ personId }) => personId !== "e");
    expect(doubtsOf(resultOf(four), "signer", "signer")).toEqual({ ...none, fewJudges: 4 });
    expect(doubtsOf(resultOf([...five, ...rate("f", 90, 90, 90)]), "signer", "other")).toEqual({
      ...none,
      largeError: 4.7,
    });
    expect(doubtsOf(resultOf(five), "a", "other")).toEqual({ ...none, ownRatings: "only" });
    expect(doubtsOf(resultOf(five), "a", "a")).toEqual({ ...none, ownRatings: "and_opened" });
  });
});
