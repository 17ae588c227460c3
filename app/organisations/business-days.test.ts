import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "~/kernel/calendar";
import { type BusinessCalendar, earliestEffectiveOn, isBusinessDay, lastHolidayIfNear } from "./business-days";

const berlin: BusinessCalendar = {
  freeWeekdays: [6, 7],
  holidays: new Set<Day>(["2027-03-26", "2027-03-29", "2027-12-25", "2027-12-26", "2028-01-01"]),
};

describe("five business days' notice", () => {
  it.each([
    ["announced on a Monday", "2027-03-01", "2027-03-09"],
    ["on a Friday", "2027-03-05", "2027-03-13"],
    ["on a Saturday, as on the Friday before", "2027-03-06", "2027-03-13"],
    ["on a Sunday, as on the Friday before", "2027-03-07", "2027-03-13"],
    ["over Good Friday and Easter Monday", "2027-03-22", "2027-04-01"],
    ["on Good Friday", "2027-03-26", "2027-04-06"],
    ["over holidays that lie on a weekend and cost nothing", "2027-12-20", "2027-12-28"],
    ["over the end of the year", "2027-12-27", "2028-01-04"],
  ] as [string, Day, Day][])("%s", (_, announcedOn, expected) => {
    expect(earliestEffectiveOn(berlin, announcedOn, 5)).toBe(expected);
  });

  it("leaves five whole business days between, whatever the calendar, and not one day more than that takes", () => {
    const days = fc.integer({ min: 0, max: 700 }).map((offset) => addDays("2026-12-01", offset));
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 40 }), (announcedOn, free) => {
        const calendar = { freeWeekdays: [6, 7], holidays: new Set(free) };
        const effectiveOn = earliestEffectiveOn(calendar, announcedOn, 5);
        const between: Day[] = [];
        for (let day = addDays(announcedOn, 1); day < effectiveOn; day = addDays(day, 1)) between.push(day);
        expect(between.filter((day) => isBusinessDay(calendar, day))).toHaveLength(5);
        expect(isBusinessDay(calendar, between.at(-1) as Day)).toBe(true);
      }),
    );
  });
});

describe("the last holiday that is known", () => {
  const holidays: Day[] = ["2030-10-03", "2030-12-25"];
  it.each([
    ["2030-06-25", null],
    ["2030-06-26", "2030-12-25"],
    ["2031-02-01", "2030-12-25"],
  ] as const)("on %s is said to be near: %s", (today, near) => expect(lastHolidayIfNear(holidays, today)).toBe(near));
  it("is none where none are kept", () => expect(lastHolidayIfNear([], "2030-06-26")).toBeNull());
});
