import { describe, expect, it } from "vitest";
import { mailSamples } from "#test/factories/mail-samples";
import type { MailContent, Template } from "./mail-facts";
import { nextMorning, waitsForMorning, waitsUntil } from "./sending-window";

describe("the next morning of a zone", () => {
  it.each([
    ["a millisecond before eight", "Europe/Berlin", "2027-01-10T06:59:59.999Z", "2027-01-10T07:00:00Z"],
    ["eight sharp", "Europe/Berlin", "2027-01-10T07:00:00Z", null],
    ["a millisecond before ten", "Europe/Berlin", "2027-01-10T08:59:59.999Z", null],
    ["ten sharp", "Europe/Berlin", "2027-01-10T09:00:00Z", "2027-01-11T07:00:00Z"],
    ["midnight", "Europe/Berlin", "2027-01-09T23:00:00Z", "2027-01-10T07:00:00Z"],
    ["the evening before summer time begins", "Europe/Berlin", "2027-03-27T19:00:00Z", "2027-03-28T06:00:00Z"],
    ["the night in which an hour is skipped", "Europe/Berlin", "2027-03-28T00:59:00Z", "2027-03-28T06:00:00Z"],
    ["the hour that comes twice, first time", "Europe/Berlin", "2027-10-31T00:30:00Z", "2027-10-31T07:00:00Z"],
    ["the hour that comes twice, second time", "Europe/Berlin", "2027-10-31T01:30:00Z", "2027-10-31T07:00:00Z"],
    ["where it is still the day before", "America/New_York", "2027-01-10T03:00:00Z", "2027-01-10T13:00:00Z"],
    ["where the day began fourteen hours ago", "Pacific/Kiritimati", "2027-01-09T20:00:00Z", "2027-01-10T18:00:00Z"],
    ["where it is eight already", "Pacific/Kiritimati", "2027-01-09T18:00:00Z", null],
    ["half-hour zone", "Asia/Kolkata", "2027-01-10T02:29:00Z", "2027-01-10T02:30:00Z"],
  ])("%s", (_, zone, now, opens) => {
    expect(nextMorning(zone, new Date(now))).toEqual(opens === null ? null : new Date(opens));
  });
});

const waiting: [Template, string | null][] = [
  ["certificate_lapsing", "30"],
  ["certificate_lapsed", "0"],
  ["below_three_ahead", "60"],
  ["below_three_now", "1"],
  ["training_reminder", "7"],
  ["staff_digest", "0"],
];
const atOnce: [Template, string | null][] = [
  ["below_three_now", "0"],
  ["restored", "0"],
  ["training_enrolled", "enrolled"],
  ["training_waiting", "waiting"],
  ["training_seat_offered", "offered"],
  ["training_changed", "revision 1"],
  ["training_cancelled", "cancelled"],
  ["training_withdrawn", "withdrawn"],
  ["exam_available", "0"],
  ["exam_passed", "0"],
  ["exam_not_passed", "0"],
  ["exam_score_changed", "score"],
  ["exam_waits_for_marking", "0"],
  ["report_to_mark", "0"],
  ["cut_score_round", "1"],
  ["certificate_issued", "0"],
  ["certificate_revoked", "0"],
  ["certificate_suspended", "0"],
  ["certificate_reinstated", "0"],
  ["status_decided", "0"],
  ["support_contact_change", "0"],
  ["address_refused", "0"],
  ["second_level_applied", "0"],
  ["second_level_decided", "0"],
  ["invitation", null],
  ["password_reset", null],
];

describe("what waits for the morning", () => {
  it.each(waiting)("%s, stage %s, does", (template, stage) => expect(waitsForMorning(template, stage)).toBe(true));
  it.each(atOnce)("%s, stage %s, leaves at once", (template, stage) =>
    expect(waitsForMorning(template, stage)).toBe(false),
  );
  it("is decided for every mail", () => {
    expect(new Set([...waiting, ...atOnce].map(([template]) => template))).toEqual(new Set(Object.keys(mailSamples)));
  });
});

const of = (template: Template, facts: object = {}): MailContent =>
  ({ template, facts: { ...mailSamples[template], ...facts } }) as MailContent;
const night = new Date("2027-03-08T20:00:00Z");
const morning = new Date("2027-03-09T07:00:00Z");

describe("until when a mail waits", () => {
  const startingAt = (startsAt: string) => ({ parts: [{ startsAt, endsAt: "2027-03-09T12:00:00Z" }] });
  it.each([
    ["until the next morning", of("certificate_lapsing", { validThrough: "2027-03-09" }), "1", morning],
    ["not beyond the last valid day", of("certificate_lapsing", { validThrough: "2027-03-08" }), "1", null],
    ["until the day before the fall", of("below_three_ahead", { fallsOn: "2027-03-10" }), "7", morning],
    ["not until the fall", of("below_three_ahead", { fallsOn: "2027-03-09" }), "7", null],
    ["while the training begins later", of("training_reminder", startingAt("2027-03-09T07:00:00.001Z")), "1", morning],
    ["not when it has begun by then", of("training_reminder", startingAt("2027-03-09T07:00:00Z")), "1", null],
    ["what has ended can wait", of("certificate_lapsed", { validThrough: "2027-03-01" }), "0", morning],
    ["not what answers", of("exam_passed"), "0", null],
  ] as const)("%s", (_, content, stage, until) => {
    expect(waitsUntil({ content, stage, timeZone: "Europe/Berlin" }, night)).toEqual(until);
  });

  it("days end where they are counted, not where the mail is read", () => {
    const evening = new Date("2027-03-09T04:00:00Z");
    const opens = new Date("2027-03-09T18:00:00Z");
    const ends = (facts: object) => of("certificate_lapsing", { validThrough: "2027-03-09", ...facts });
    const falls = (facts: object) => of("below_three_ahead", { fallsOn: "2027-03-10", ...facts });
    const until = (content: MailContent) => waitsUntil({ content, stage: "1", timeZone: "Pacific/Honolulu" }, evening);
    for (const timeZone of ["Pacific/Honolulu", "Europe/Berlin", undefined]) {
      expect([until(ends({ timeZone })), until(falls({ timeZone }))]).toEqual([opens, opens]);
    }
    // Eight in the morning of Honolulu is seven of the day after in Auckland.
    const timeZone = "Pacific/Auckland";
    expect([until(ends({ timeZone })), until(falls({ timeZone }))]).toEqual([null, null]);
  });

  it("staff, who belong to no organisation, read in Berlin", () => {
    expect(waitsUntil({ content: of("staff_digest"), stage: "0", timeZone: null }, night)).toEqual(morning);
  });
});
