import { expect, test } from "vitest";
import type { Day, DayRange } from "~/kernel/calendar";
import type { SecondLevelSupport } from "~/platform/schema/people-tables";
import { type LevelSpan, levelOn, obligedRanges } from "./level";

const range = (start: Day, end: Day | null = null): DayRange => ({ start, end });
const level = (secondLevelSupport: SecondLevelSupport, during: DayRange): LevelSpan => ({
  levelCode: secondLevelSupport,
  secondLevelSupport,
  during,
});

test("a distributor is obliged for as long as it is one, opted in or not (2.2)", () => {
  expect(obligedRanges([level("mandatory", range("2025-01-01"))], [])).toEqual([range("2025-01-01")]);
});

test("a Platinum partner only while it has opted in", () => {
  const platinum = [level("optional", range("2025-01-01"))];
  expect(obligedRanges(platinum, [])).toEqual([]);
  expect(obligedRanges(platinum, [range("2025-03-01", "2026-03-01")])).toEqual([range("2025-03-01", "2026-03-01")]);
});

test("opting in means nothing at a level without second level, and ends with the Platinum level", () => {
  const levels = [level("optional", range("2025-01-01", "2026-01-01")), level("not_available", range("2026-01-01"))];
  expect(obligedRanges(levels, [range("2025-06-01")])).toEqual([range("2025-06-01", "2026-01-01")]);
});

test("from opted-in Platinum straight to distributor is one obligation without a break", () => {
  const levels = [level("mandatory", range("2026-01-01")), level("optional", range("2025-01-01", "2026-01-01"))];
  expect(obligedRanges(levels, [range("2025-06-01")])).toEqual([range("2025-06-01")]);
});

test("a break of one day stays a break", () => {
  const optIns = [range("2025-01-01", "2025-06-01"), range("2025-06-02")];
  expect(obligedRanges([level("optional", range("2024-01-01"))], optIns)).toEqual(optIns);
});

test("the level on a day, and none before the first", () => {
  const levels = [level("not_available", range("2025-01-01", "2026-01-01")), level("mandatory", range("2026-01-01"))];
  expect(levelOn(levels, "2025-12-31")?.secondLevelSupport).toBe("not_available");
  expect(levelOn(levels, "2026-01-01")?.secondLevelSupport).toBe("mandatory");
  expect(levelOn(levels, "2024-12-31")).toBeUndefined();
});
