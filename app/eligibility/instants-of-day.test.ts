import { describe, expect, it } from "vitest";
import { dayIn } from "~/kernel/calendar";
import { instantsOf } from "./instants-of-day";

const worldwide = ["Pacific/Kiritimati", "Pacific/Auckland", "Asia/Kolkata", "Europe/Berlin", "America/New_York"];

describe("the instants of a day", () => {
  it.each([
    [["Europe/Berlin"], 1],
    [["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo"], 1],
    [worldwide, 1],
    [[...worldwide, "Pacific/Pago_Pago"], 2],
    [[], 0],
  ])("%j: each has the day at one of %i", (zones, count) => {
    for (const day of ["2027-01-15", "2027-03-28", "2027-07-01", "2027-10-31"] as const) {
      const instants = instantsOf(day, zones);
      expect(instants, day).toHaveLength(count);
      for (const zone of zones) expect(instants.map((instant) => dayIn(zone, instant))).toContain(day);
      expect(instants).toEqual(instants.toSorted((a, b) => a.getTime() - b.getTime()));
    }
  });
});
