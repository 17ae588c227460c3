import fc from "fast-check";
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { calendarObject, calendarText } from "./icalendar";

const withSummary = (line: string): string =>
  calendarObject(["BEGIN:VCALENDAR", "BEGIN:VEVENT", line, "END:VEVENT", "END:VCALENDAR"]);

it("carries any text through lines of at most 75 octets, and never breaks a character", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 300 }).map((value) => value.replace(/\p{Cc}/gu, "\n"));
  fc.assert(
    fc.property(text, (summary) => {
      const source = withSummary(`SUMMARY:${calendarText(summary)}`);
      const lines = source.split("\r\n");
      expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\uFFFD"))).toBe(true);
      const event = new ICAL.Component(ICAL.parse(source)).getFirstSubcomponent("vevent");
      expect(event?.getFirstPropertyValue("summary")).toBe(summary);
    }),
  );
});

it("folds where the line is full, to the octet", () => {
  const lines = (length: number) => calendarObject(["x".repeat(length)]).split("\r\n");
  expect(lines(75)).toEqual(["x".repeat(75), ""]);
  expect(lines(76)).toEqual(["x".repeat(75), " x", ""]);
  expect(calendarObject([`${"x".repeat(74)}ü`]).split("\r\n")).toEqual(["x".repeat(74), " ü", ""]);
});
