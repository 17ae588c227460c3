import { expect, test } from "vitest";
import type { DayRange } from "~/kernel/calendar";
import type { LevelSpan } from "./level";
import { mayApply } from "./second-level-application";

const always: DayRange = { start: "2026-01-01", end: null };
const level = (secondLevelSupport: LevelSpan["secondLevelSupport"], during = always): LevelSpan => ({
  levelCode: "any",
  secondLevelSupport,
  during,
});
const platinum = level("optional");

test.each<[string, LevelSpan[], DayRange[], boolean, string]>([
  ["a Platinum partner", [platinum], [], false, "may_apply"],
  ["one whose application is open", [platinum], [], true, "already_applied"],
  ["one that is in", [platinum], [{ start: "2026-07-01", end: null }], false, "opted_in"],
  ["one that will be in tomorrow", [platinum], [{ start: "2026-07-02", end: null }], false, "opted_in"],
  ["one that was in until yesterday", [platinum], [{ start: "2026-01-01", end: "2026-07-01" }], false, "may_apply"],
  ["one that is in until today", [platinum], [{ start: "2026-01-01", end: "2026-07-02" }], false, "opted_in"],
  ["a distributor", [level("mandatory")], [], false, "mandatory"],
  ["a partner below Platinum, or a reseller", [level("not_available")], [], false, "not_available"],
  [
    "a Platinum partner from tomorrow on",
    [level("optional", { start: "2026-07-02", end: null })],
    [],
    false,
    "not_available",
  ],
  ["a distributor that was Platinum and in", [level("mandatory")], [always], false, "mandatory"],
])("%s", (_, levels, optIns, applied, verdict) => {
  expect(mayApply({ levels, optIns, applied }, "2026-07-01")).toEqual({ verdict });
});
