import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addYears,
  covers,
  type Day,
  dayIn,
  daysBetween,
  isTimeZone,
  lastDay,
  parseDay,
  weekdayOf,
} from "./calendar";

const anyDay = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2150-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);

test.each([
  ["2026-03-10", "2026-03-10"],
  ["2028-02-29", "2028-02-29"],
  ["2027-02-29", undefined],
  ["2026-13-01", undefined],
  ["2026-3-1", undefined],
  ["1899-12-31", undefined],
  ["2999-12-31", "2999-12-31"],
  ["3000-01-01", undefined],
  ["2026-03-10T00:00", undefined],
  ["", undefined],
])("parseDay(%s)", (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each<[Day, number, Day]>([
  ["2026-03-10", 1, "2027-03-10"],
  ["2028-02-29", 1, "2029-03-01"],
  ["2028-02-29", 4, "2032-02-29"],
  ["2096-02-29", 4, "2100-03-01"],
])("addYears(%s, %i) is %s", (day, years, later) => {
  expect(addYears(day, years)).toBe(later);
});

test("the organisation's zone decides which day it is", () => {
  const instant = new Date("2026-03-11T04:30:00Z");
  expect(dayIn("America/New_York", instant)).toBe("2026-03-11");
  expect(dayIn("America/New_York", new Date("2026-03-11T03:30:00Z"))).toBe("2026-03-10");
  expect(dayIn("Europe/Berlin", new Date("2026-03-11T03:30:00Z"))).toBe("2026-03-11");
});

describe("properties", () => {
  test("adding days and counting them agree", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -20_000, max: 20_000 }),
        (day, days) => daysBetween(day, addDays(day, days)) === days,
      ),
    );
  });
  test("days compare as text, and the next weekday follows", () => {
    fc.assert(
      fc.property(anyDay, (day) => day < addDays(day, 1) && weekdayOf(addDays(day, 1)) === (weekdayOf(day) % 7) + 1),
    );
  });
  test("a range covers its first and its last day and not the day after", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 800 }), (start, days) => {
        const range = { start, end: addDays(start, days) };
        return (
          covers(range, start) &&
          covers(range, lastDay(range)) &&
          !covers(range, range.end) &&
          !covers(range, addDays(start, -1))
        );
      }),
    );
  });
});

test.each([
  ["Europe/Berlin", true],
  ["America/Argentina/Buenos_Aires", true],
  ["UTC", true],
  ["Mars/Olympus", false],
  ["+02:00", false],
  ["", false],
])("isTimeZone(%s) is %s", (zone, known) => {
  expect(isTimeZone(zone)).toBe(known);
});
