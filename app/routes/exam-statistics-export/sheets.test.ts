import { describe, expect, it } from "vitest";
import type { FormStatistics, ItemLine } from "~/examination/statistics/read-exam-statistics.server";
import { formsSheet } from "./forms-sheet";
import { itemsSheet } from "./items-sheet";
import { optionsSheet } from "./options-sheet";

const estimate = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
const line: ItemLine = {
  itemVersionId: "v",
  itemId: "i",
  code: "CPU-001",
  version: 2,
  status: "active",
  section: "compute",
  kind: "single_choice",
  responses: 23,
  exposure: 1 / 3,
  statistics: {
    difficulty: estimate(0.5),
    restCorrelation: null,
    options: [
      { id: "a", keyed: true, chosen: 20, share: estimate(0.87), pointBiserial: estimate(0.2) },
      { id: "b", keyed: false, chosen: 3, share: estimate(0.13), pointBiserial: null },
    ],
    omitted: 0,
    time: null,
    drift: null,
  },
  flags: [{ flag: "too_easy", sure: false }],
  optionTexts: { a: "Right", b: "Wrong" },
  counted: null,
} as ItemLine;
const reliability = { persons: 68, design: "drawn_items" as const, alpha: estimate(0.71239), errorPercent: 6.4444 };
const sat: FormStatistics = {
  version: 1,
  cutScorePercent: 70,
  attempts: 68,
  meanPercent: 61.2345,
  reliability,
  sections: [{ section: "compute", items: 4, meanPercent: 50, reliability: null }],
} as FormStatistics;
const unsat: FormStatistics = {
  version: 2,
  cutScorePercent: 73,
  attempts: 0,
  meanPercent: null,
  reliability: null,
  sections: [],
};

describe("the tables of the statistics", () => {
  it.each([itemsSheet([line], "en"), formsSheet([unsat, sat], "de"), optionsSheet([line], "de")])(
    "of $sheet have as many cells in each row as heads, and no figure of more than three decimals",
    ({ head, rows }) => {
      expect(rows.map((row) => row.length)).toEqual(rows.map(() => head.length));
      for (const cell of rows.flat()) if (typeof cell === "number") expect(cell).toBe(Math.round(cell * 1000) / 1000);
    },
  );

  it("name for every version the whole form and its sections, empty where nobody has sat it", () => {
    const { rows } = formsSheet([unsat, sat], "en");
    expect(rows).toEqual([
      [2, 0.73, "Whole form", 0, 0, null, null, null, null, null],
      [1, 0.7, "Whole form", 68, 4, 0.612, 0.712, 0.612, 0.812, 0.064],
      [1, 0.7, expect.any(String), 68, 4, 0.5, null, null, null, null],
    ]);
  });

  it("count how often each option was chosen, and say which is the key", () => {
    const { rows } = optionsSheet([line], "en");
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ["CPU-001", 2, "Right", "yes", 20],
      ["CPU-001", 2, "Wrong", "no", 3],
    ]);
    expect(optionsSheet([{ ...line, statistics: null }], "en").rows).toEqual([]);
  });
});
