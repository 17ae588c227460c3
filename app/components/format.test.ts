import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/kernel/calendar";
import {
  formatCount,
  formatDay,
  formatDayRange,
  formatDaysAway,
  formatDuration,
  formatExactPercent,
  formatFigure,
  formatMoney,
  formatNumber,
  formatPercent,
} from "./format";

describe("formatDay", () => {
  it.each([
    ["short", "10 Mar 2026", "10.03.2026"],
    ["weekday", "Tue 10 Mar 2026", "Di,\u00a010.03.2026"],
    ["long", "10 March 2026", "10.\u00a0März 2026"],
    ["full", "Tuesday, 10 March 2026", "Dienstag, 10.\u00a0März 2026"],
  ] as const)("%s", (style, en, de) => {
    expect(formatDay("2026-03-10", "en", style)).toBe(en);
    expect(formatDay("2026-03-10", "de", style)).toBe(de);
  });

  it("names the weekday and month that the runtime names, on every day of the calendar", () => {
    const english = new Intl.DateTimeFormat("en-GB", {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const day = addDays("2026-01-01", days);
        const words = (text: string) => text.match(/[A-Za-z]+|\d+/g);
        expect(words(formatDay(day, "en", "full"))).toEqual(words(english.format(new Date(`${day}T12:00:00Z`))));
      }),
    );
  });
});

describe("formatDayRange", () => {
  it("shows the last valid day, not the day after it", () => {
    const range = { start: "2026-03-10", end: "2027-03-10" } as const;
    expect(formatDayRange(range, "en")).toBe("10 Mar 2026 – 9 Mar 2027");
    expect(formatDayRange(range, "de")).toBe("10.03.2026 – 09.03.2027");
  });

  it("says so when there is no end", () => {
    expect(formatDayRange({ start: "2026-03-10", end: null }, "en")).toBe("from 10 Mar 2026");
    expect(formatDayRange({ start: "2026-03-10", end: null }, "de")).toBe("ab 10.03.2026");
  });
});

describe("distances, amounts and counts", () => {
  it.each([
    [0, "today", "heute"],
    [1, "tomorrow", "morgen"],
    [-1, "yesterday", "gestern"],
    [12, "in 12 days", "in 12 Tagen"],
    [-1200, "1,200 days ago", "vor 1.200 Tagen"],
  ])("%d days away", (days, en, de) => {
    expect([formatDaysAway(days, "en"), formatDaysAway(days, "de")]).toEqual([en, de]);
  });

  it.each([
    [0, "0 s", "0 Sek."],
    [59, "59 s", "59 Sek."],
    [60, "1 min", "1 Min."],
    [94, "1 min 34 s", "1 Min. 34 Sek."],
    [3599, "59 min 59 s", "59 Min. 59 Sek."],
    [3601, "1 h", "1 Std."],
    [3600, "1 h", "1 Std."],
    [5430, "1 h 30 min", "1 Std. 30 Min."],
    [-5, "0 s", "0 Sek."],
  ])("a duration of %d seconds", (seconds, en, de) => {
    expect([formatDuration(seconds, "en"), formatDuration(seconds, "de")]).toEqual([en, de]);
  });

  it("writes money in the person's way, from minor units", () => {
    expect(formatMoney(123_450, "EUR", "en")).toBe("€1,234.50");
    expect(formatMoney(123_450, "EUR", "de")).toBe("1.234,50\u00a0€");
    expect(formatMoney(99, "GBP", "en")).toBe("£0.99");
    expect(formatMoney(1_500, "JPY", "en")).toBe("JP¥1,500");
  });

  it("writes numbers, shares and counts", () => {
    expect([formatNumber(1234.5, "en"), formatNumber(1234.5, "de")]).toEqual(["1,234.5", "1.234,5"]);
    expect([formatPercent(0.625, "en"), formatPercent(0.625, "de")]).toEqual(["63%", "63\u00a0%"]);
    expect([formatExactPercent(69.99, "en"), formatExactPercent(69.99, "de")]).toEqual(["69.99%", "69,99\u00a0%"]);
    expect(formatCount(1, "de", { one: "Platz", other: "Plätze" })).toBe("1 Platz");
    expect(formatCount(1500, "en", { one: "seat", other: "seats" })).toBe("1,500 seats");
  });
});

describe("formatFigure", () => {
  it.each([
    [0.3, 2, "0.30", "0,30"],
    [-0.571, 2, "−0.57", "−0,57"],
    [-0.001, 2, "0.00", "0,00"],
    [16, 1, "16.0", "16,0"],
    [1234.5, 0, "1,235", "1.235"],
    [0, 0, "0", "0"],
  ])("%d with %d decimals", (value, decimals, en, de) => {
    expect([formatFigure(value, "en", decimals), formatFigure(value, "de", decimals)]).toEqual([en, de]);
  });
});
