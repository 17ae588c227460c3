import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { zoneLines } from "./calendar-zone";
import { calendarObject } from "./icalendar";

const zones = [
  "Europe/Berlin",
  "Europe/London",
  "Europe/Dublin",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Jerusalem",
  "Africa/Casablanca",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
];

/** What another's reader makes of a wall-clock time with nothing but the lines. */
function understood(zone: string, wall: Temporal.PlainDateTime, lines: readonly string[]): number {
  const component = new ICAL.Component(ICAL.parse(calendarObject(lines)));
  const { year, month, day, hour, minute, second } = wall;
  const inZone = new ICAL.Timezone({ component, tzid: zone });
  const time = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, inZone);
  return time.toUnixTime() * 1000;
}

describe.each(zones)("the zone %s", (zone) => {
  it("is read as it is meant, all through six years and around each change", { timeout: 60_000 }, () => {
    let moment = Temporal.PlainDateTime.from("2026-01-05T09:30").toZonedDateTime(zone);
    const moments = Array.from({ length: 39 }, () => {
      moment = moment.add({ days: 56 });
      return moment;
    });
    for (let change = moments[0]?.getTimeZoneTransition("next"); change && change.year < 2032; ) {
      moments.push(change.subtract({ hours: 12 }), change.add({ hours: 12 }));
      change = change.getTimeZoneTransition("next");
    }
    for (const start of moments) {
      const [from, until] = [new Date(start.epochMilliseconds), new Date(start.epochMilliseconds + 3 * 3_600_000)];
      const lines = zoneLines(zone, from, until);
      expect([start.toString(), understood(zone, start.toPlainDateTime(), lines)]).toEqual([
        start.toString(),
        start.epochMilliseconds,
      ]);
    }
  });
});

it("writes the rule where there is one, and the changes where there is none", () => {
  const at = new Date("2027-03-08T08:00:00Z");
  expect(zoneLines("Europe/Berlin", at, at)).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
  expect(zoneLines("America/New_York", at, at)).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU");
  expect(zoneLines("Africa/Casablanca", at, at).join()).not.toContain("RRULE");
});
