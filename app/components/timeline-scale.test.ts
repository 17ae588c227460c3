import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "~/kernel/calendar";
import { dayShare, labelEvery, middleOfDay, monthTicks, timelineWindow, visibleSpan } from "./timeline-scale";

const window = { start: "2026-01-01", end: "2027-01-01" } as const;
const anyDay = fc.integer({ min: -4_000, max: 8_000 }).map((days) => addDays("2026-01-01", days));

describe("timelineWindow", () => {
  it.each([
    ["no certificate: a year", "2026-11-23", [], "2026-09-01", "2027-09-01"],
    ["an end soon: still a year", "2026-11-23", ["2027-02-11"], "2026-09-01", "2027-09-01"],
    ["a renewal: to the month after its end", "2026-11-23", ["2027-02-11", "2028-03-10"], "2026-09-01", "2028-04-01"],
    ["never more than two years", "2026-11-23", ["2031-01-01"], "2026-09-01", "2028-09-01"],
    ["over the new year", "2027-01-31", [], "2026-11-01", "2027-11-01"],
  ] as [string, Day, Day[], Day, Day][])("%s", (_why, today, ends, start, end) => {
    expect(timelineWindow(today, ends)).toEqual({ start, end });
  });

  it("always holds the day itself", () => {
    fc.assert(
      fc.property(anyDay, fc.array(anyDay), (today, ends) => {
        const share = dayShare(timelineWindow(today, ends), today);
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThan(1);
      }),
    );
  });
});

describe("visibleSpan", () => {
  it("is the whole range where all of it is shown", () => {
    const span = visibleSpan(window, { start: "2026-01-01", end: "2026-07-02" });
    expect(span).toEqual({ from: 0, to: 182 / 365 });
  });

  it("is cut at both edges", () => {
    expect(visibleSpan(window, { start: "2025-03-10", end: "2028-03-10" })).toEqual({ from: 0, to: 1 });
  });

  it("is nothing for a range that only touches the window: its end is the first day outside", () => {
    expect(visibleSpan(window, { start: "2025-01-01", end: "2026-01-01" })).toBeUndefined();
    expect(visibleSpan(window, { start: "2027-01-01", end: "2028-01-01" })).toBeUndefined();
  });

  it("puts a renewal exactly where the certificate before it ends", () => {
    const before = visibleSpan(window, { start: "2025-03-10", end: "2026-03-10" });
    const after = visibleSpan(window, { start: "2026-03-10", end: "2027-03-10" });
    expect(after?.from).toBe(before?.to);
  });

  it("never leaves the frame", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 3_000 }), (start, days) => {
        const span = visibleSpan(window, { start, end: addDays(start, days) });
        if (!span) return;
        expect(span.from).toBeGreaterThanOrEqual(0);
        expect(span.to).toBeLessThanOrEqual(1);
        expect(span.from).toBeLessThan(span.to);
      }),
    );
  });
});

describe("monthTicks", () => {
  it("has one tick for the first of every month, and together they fill the window", () => {
    const ticks = monthTicks(window);
    expect(ticks.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(ticks[0]?.share).toBe(0);
    expect(ticks.at(-1)?.share).toBeLessThan(1);
  });

  it("leaves out the broken month at the start", () => {
    expect(monthTicks({ start: "2026-11-15", end: "2027-02-01" }).map(({ day }) => day)).toEqual([
      "2026-12-01",
      "2027-01-01",
    ]);
  });
});

describe("labels and lines", () => {
  it.each([
    [12, 16, 1],
    [18, 16, 2],
    [18, 6, 3],
    [24, 6, 6],
    [24, 1, 12],
  ])("%d months with room for %d labels: every %d", (months, labels, every) => {
    expect(labelEvery(months, labels)).toBe(every);
  });

  it("a day's line stands in the middle of the day", () => {
    expect(middleOfDay(window, "2026-01-01")).toBeCloseTo(0.5 / 365);
  });
});
