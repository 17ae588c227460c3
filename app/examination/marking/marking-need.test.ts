import { describe, expect, it } from "vitest";
import type { Blueprint } from "../blueprint";
import { secondLevelAdministrator } from "../blueprint";
import { type AnsweredItem, gradeAttempt } from "../grade-attempt";
import type { ItemResponse } from "../response";
import { markingNeed, standardErrorAtCut } from "./marking-need";

const blueprint: Blueprint = {
  sections: [
    { section: "network", items: 4, weight: 50 },
    { section: "reporting", items: 1, weight: 50, minimumPercent: 25 },
  ],
};
const single = (right: boolean): AnsweredItem => ({
  section: "network",
  key: { kind: "single_choice", optionIds: ["a"] },
  maxPoints: 1,
  response: { kind: "single_choice", optionId: right ? "a" : "b" },
});
const lines = ["1", "2", "3", "4"];
const report = (met: number, rest: Partial<AnsweredItem> = {}): AnsweredItem => ({
  section: "reporting",
  key: {
    kind: "incident_report",
    requirements: lines.map((id) => ({ id, clause: "1.2", fieldId: "f", evidenceIds: [id] })),
  },
  maxPoints: 4,
  response: {
    kind: "incident_report",
    placements: Object.fromEntries(lines.slice(0, met).map((id) => [id, "f"])),
  } satisfies ItemResponse,
  ...rest,
});
/** `right` of four single choices, and the report. */
const needOf = (right: number, ticket: AnsweredItem, cutScorePercent = 70) => {
  const items = [...[1, 2, 3, 4].map((place) => single(place <= right)), ticket];
  return markingNeed({ blueprint, cutScorePercent, items, ...gradeAttempt({ blueprint, cutScorePercent, items }) });
};

describe("a result waits for marking", () => {
  it("at the cut score, where the ticket decides", () => {
    expect(needOf(4, report(2))).toMatchObject({ ordinals: [5] });
    expect(needOf(3, report(3))).toMatchObject({ ordinals: [5] });
  });
  it("not outside the band, even where the ticket could decide", () => {
    const error = standardErrorAtCut(blueprint, 70);
    expect(error).toBeCloseTo(100 * Math.sqrt(0.21 * (0.25 / 4 + 0.25)), 9);
    expect(needOf(4, report(4))).toBeNull();
    expect(100 - 70).toBeGreaterThan(error);
  });
  it("not where the ticket cannot change the outcome", () => {
    expect(needOf(1, report(4))).toBeNull();
  });
  it.each([
    ["an empty ticket", report(0)],
    ["an item that is left out", report(2, { treatment: { kind: "drop" } })],
    ["an item that everybody gets full marks for", report(2, { treatment: { kind: "full_marks" } })],
  ])("not for %s", (_, ticket) => {
    expect(needOf(4, ticket)).toBeNull();
  });
});

it("the error of the form follows from its length: 20 items, 70 per cent", () => {
  const { blueprint: form, cutScorePercent } = secondLevelAdministrator;
  expect(standardErrorAtCut(form, cutScorePercent)).toBeCloseTo(100 * Math.sqrt((0.7 * 0.3) / 20), 0);
  expect(standardErrorAtCut(form, 100)).toBe(0);
});
