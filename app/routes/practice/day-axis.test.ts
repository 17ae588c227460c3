import { expect, test } from "vitest";
import type { Day } from "~/kernel/calendar";
import { dayShares, namedDays } from "./day-axis";

const days = (...given: Day[]) => given;

test("days stand as far from each other as the time between them, also over months and years", () => {
  expect(dayShares(days("2026-12-30", "2026-12-31", "2027-01-09"))).toEqual([0, 0.1, 1]);
  expect(dayShares(days("2028-02-28", "2028-03-01", "2028-03-03"))).toEqual([0, 0.5, 1]);
});

test("a day alone stands in the middle", () => {
  expect(dayShares(days("2027-03-10"))).toEqual([0.5]);
  expect(namedDays([0.5], 0.3)).toEqual([0]);
  expect(dayShares([])).toEqual([]);
  expect(namedDays([], 0.3)).toEqual([]);
});

test("the first and the last day are named, and those between that have room", () => {
  expect(namedDays([0, 1], 0.3)).toEqual([0, 1]);
  expect(namedDays([0, 0.1, 0.35, 0.5, 0.69, 0.8, 1], 0.3)).toEqual([0, 2, 4, 6]);
  expect(namedDays([0, 0.1, 0.2, 0.9, 1], 0.3)).toEqual([0, 4]);
});
