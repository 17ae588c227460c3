import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "~/kernel/calendar";
import { dueReminder } from "./reminder";

const startsOn: Day = "2027-03-09";
const early: Day = "2027-01-01";

describe("the reminder that is due", () => {
  it.each([
    ["2027-03-01", undefined],
    ["2027-03-02", 7],
    ["2027-03-07", 7],
    ["2027-03-08", 1],
    ["2027-03-09", 1],
    ["2027-03-10", undefined],
  ] as const)("on %s: %s", (today, stage) => {
    expect(dueReminder({ today, startsOn, joinedOn: early })).toBe(stage);
  });

  it("leaves out who joined when it was due already", () => {
    expect(dueReminder({ today: "2027-03-03", startsOn, joinedOn: "2027-03-01" })).toBe(7);
    expect(dueReminder({ today: "2027-03-03", startsOn, joinedOn: "2027-03-02" })).toBeUndefined();
    expect(dueReminder({ today: "2027-03-08", startsOn, joinedOn: "2027-03-03" })).toBe(1);
  });

  it("never goes back to an earlier stage as the day comes nearer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (left) => {
        const stageAt = (days: number) =>
          dueReminder({ today: addDays(startsOn, -days), startsOn, joinedOn: early }) ?? Number.POSITIVE_INFINITY;
        return left === 0 || stageAt(left) >= stageAt(left - 1);
      }),
    );
  });
});
