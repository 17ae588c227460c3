import { describe, expect, test } from "vitest";
import { openingAt } from "./exam-window";

const at = (time: string) => new Date(`2027-03-15T${time}:00Z`);
const window = (from: string, to: string) => ({ opensAt: at(from), closesAt: at(to) });

describe("when the examination is open", () => {
  test("always, without a window", () => expect(openingAt([], at("10:00"))).toEqual({ open: true, closesAt: null }));
  test.each([
    ["at its first instant", "09:00", { open: true, closesAt: at("12:00") }],
    ["inside", "11:59", { open: true, closesAt: at("12:00") }],
    ["at its end no longer", "12:00", { open: false, opensAt: at("14:00") }],
    ["before it", "08:59", { open: false, opensAt: at("09:00") }],
    ["after the last", "18:00", { open: false, opensAt: null }],
  ])("%s", (_, now, opening) => {
    for (const windows of [
      [window("09:00", "12:00"), window("14:00", "18:00")],
      [window("14:00", "18:00"), window("09:00", "12:00")],
    ]) {
      expect(openingAt(windows, at(now))).toEqual(opening);
    }
  });
  test("windows that touch, overlap or lie in each other are one", () =>
    expect(
      openingAt(
        [window("09:00", "12:00"), window("12:00", "13:00"), window("12:30", "15:00"), window("10:00", "11:00")],
        at("09:30"),
      ),
    ).toEqual({ open: true, closesAt: at("15:00") }));
});
