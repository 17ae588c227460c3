import { describe, expect, test } from "vitest";
import { openingAt, opensOnDay } from "./exam-window";

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

describe("the day from which on a renewal can be sat", () => {
  const night = { opensAt: new Date("2027-03-14T22:30:00Z"), closesAt: new Date("2027-03-14T23:00:00Z") };
  test.each([
    ["no window at all", [], "that_day"],
    ["one that is open already then", [{ opensAt: new Date("2027-03-01"), closesAt: at("12:00") }], "that_day"],
    ["one that opens on it", [window("09:00", "12:00")], at("09:00")],
    ["later ones, the first of them", [window("14:00", "15:00"), window("09:00", "12:00")], at("09:00")],
    ["only one that is over, to the minute at midnight of the zone", [night], null],
  ] as const)("with %s", (_, windows, opens) => {
    expect(opensOnDay(windows, "2027-03-15", "Europe/Berlin")).toEqual(opens);
  });
});
