import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdayOf } from "~/kernel/calendar";
import { addMonths, type Month, monthOf, parseMonth, weeksOf } from "./month";

describe("a month as weeks", () => {
  it.each([
    ["2027-02", "2027-02-01", "2027-02-28", 4],
    ["2027-03", "2027-03-01", "2027-04-04", 5],
    ["2027-05", "2027-04-26", "2027-06-06", 6],
    ["2028-02", "2028-01-31", "2028-03-05", 5],
  ] as const)("%s runs from %s to %s", (month, first, last, count) => {
    const weeks = weeksOf(month);
    expect([weeks[0]?.[0], weeks.at(-1)?.[6], weeks.length]).toEqual([first, last, count]);
  });

  it("holds every day of the month once, in weeks from Monday to Sunday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_400 }), (offset) => {
        const month = addMonths("1950-01", offset);
        const weeks = weeksOf(month);
        const [year = 0, number = 0] = month.split("-").map(Number);
        const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
        expect(
          weeks.every((week) => week.length === 7 && week.every((day, index) => weekdayOf(day) === index + 1)),
        ).toBe(true);
        expect(weeks.flat().filter((day) => monthOf(day) === month)).toHaveLength(length);
      }),
    );
  });

  it("goes over the turn of the year both ways", () => {
    expect(addMonths("2027-12", 1)).toBe("2028-01");
    expect(addMonths("2027-01", -1)).toBe("2026-12");
  });

  it.each([
    ["2027-03", "2027-03"],
    ["2027-13", undefined],
    ["2027-3", undefined],
    ["", undefined],
    [null, undefined],
  ] satisfies [string | null, Month | undefined][])("%s asked for is %s", (text, month) => {
    expect(parseMonth(text)).toBe(month);
  });
});
