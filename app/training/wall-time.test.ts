import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "~/kernel/calendar";
import { isRepeatedHour, lastInstantOf, meantBy, showingOf, wallTimeAt } from "./wall-time";

const on = (day: Day, time: string) => ({ day, time });

describe("the instant that a wall-clock time means", () => {
  it.each([
    ["2027-01-15", "09:00", "Europe/Berlin", "2027-01-15T08:00:00.000Z"],
    ["2027-07-15", "09:00", "Europe/Berlin", "2027-07-15T07:00:00.000Z"],
    ["2027-07-15", "09:00", "America/New_York", "2027-07-15T13:00:00.000Z"],
    ["2027-07-15", "09:00", "Asia/Kolkata", "2027-07-15T03:30:00.000Z"],
    ["2027-07-15", "09:00", "UTC", "2027-07-15T09:00:00.000Z"],
  ] as const)("%s %s in %s is %s", (day, time, zone, instant) => {
    expect(meantBy(on(day, time), zone)?.toISOString()).toBe(instant);
  });

  it("does not exist in the hour that Berlin skips in spring", () => {
    expect(showingOf(on("2027-03-28", "02:00"), "Europe/Berlin")).toEqual({ kind: "never" });
    expect(showingOf(on("2027-03-28", "02:59"), "Europe/Berlin")).toEqual({ kind: "never" });
    expect(meantBy(on("2027-03-28", "02:30"), "Europe/Berlin")).toBeUndefined();
    expect(meantBy(on("2027-03-28", "01:59"), "Europe/Berlin")?.toISOString()).toBe("2027-03-28T00:59:00.000Z");
    expect(meantBy(on("2027-03-28", "03:00"), "Europe/Berlin")?.toISOString()).toBe("2027-03-28T01:00:00.000Z");
  });

  it("is the first of the two in the hour that Berlin repeats in autumn", () => {
    expect(showingOf(on("2027-10-31", "02:30"), "Europe/Berlin")).toEqual({
      kind: "twice",
      first: new Date("2027-10-31T00:30:00Z"),
      second: new Date("2027-10-31T01:30:00Z"),
    });
    expect(meantBy(on("2027-10-31", "02:30"), "Europe/Berlin")?.toISOString()).toBe("2027-10-31T00:30:00.000Z");
    expect(isRepeatedHour(new Date("2027-10-31T00:30:00Z"), "Europe/Berlin")).toBe(true);
    expect(isRepeatedHour(new Date("2027-10-31T02:00:00Z"), "Europe/Berlin")).toBe(false);
  });

  it("keeps the clock through a change: the same time on the next day is 23 hours later", () => {
    const before = meantBy(on("2027-03-27", "09:00"), "Europe/Berlin");
    const after = meantBy(on("2027-03-28", "09:00"), "Europe/Berlin");
    expect(Number(after) - Number(before)).toBe(23 * 3_600_000);
  });

  it("refuses a zone that does not exist", () => {
    expect(() => showingOf(on("2027-03-28", "02:00"), "Europe/Atlantis")).toThrow(RangeError);
  });
});

describe("there and back", () => {
  const minutes = fc.integer({ min: 28_000_000, max: 34_000_000 });
  const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");

  it("every instant shows a time that means it, or the other one of a repeated hour", () => {
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const instant = new Date(minute * 60_000);
        const showing = showingOf(wallTimeAt(instant, zone), zone);
        if (showing.kind === "once") return showing.instant.getTime() === instant.getTime();
        if (showing.kind === "never") return false;
        return [showing.first.getTime(), showing.second.getTime()].includes(instant.getTime());
      }),
    );
  });
});

describe("the last instant of a day", () => {
  it.each([
    ["2027-01-15", "Europe/Berlin", "2027-01-15T22:59:59.999Z"],
    ["2027-03-28", "Europe/Berlin", "2027-03-28T21:59:59.999Z"],
    ["2027-01-15", "America/New_York", "2027-01-16T04:59:59.999Z"],
    // Beirut's clocks skip midnight in spring: the day before ends where 01:00 begins.
    ["2027-03-27", "Asia/Beirut", "2027-03-27T21:59:59.999Z"],
  ] as const)("of %s in %s is %s", (day, zone, instant) => {
    expect(lastInstantOf(day, zone).toISOString()).toBe(instant);
  });
});
