/**
 * What a person's calendar is told of a training (RFC 5545, 5546). Each dated part is an event and an object of its own: an invitation
 * carries one event, programs that know no irregular series show every part, and a part that is dropped can be called off beside those that stay.
 */
import { Temporal } from "temporal-polyfill";
import type { CalendarAttachment } from "~/platform/mail-transport";
import type { Language } from "~/platform/schema/people-tables";
import { zoneLines } from "./calendar-zone";
import { calendarObject, calendarText, localTime, quoted, utcTime } from "./icalendar";
import type { TrainingFacts } from "./mail-facts";

interface Envelope {
  readonly language: Language;
  readonly to: { readonly name: string; readonly address: string };
  /** "Portal <portal@example.org>" or an address alone. */
  readonly from: string;
  /** Absolute: the page of the training. */
  readonly link: string;
}

type Calendar = NonNullable<TrainingFacts["calendar"]>;

interface Event {
  readonly ordinal: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly method: Calendar["method"];
}

const words = {
  en: { part: (ordinal: number, of: number) => `part ${ordinal} of ${of}`, online: "Online", page: "The training" },
  de: { part: (ordinal: number, of: number) => `Teil ${ordinal} von ${of}`, online: "Online", page: "Zur Schulung" },
} as const;

/** One object a part, in their order; those that are called off last. */
export function trainingCalendar(facts: TrainingFacts, envelope: Envelope): CalendarAttachment[] {
  const { calendar, parts } = facts;
  if (!calendar) return [];
  const events: Event[] = [
    ...parts.map((part, index) => ({ ...part, ordinal: index + 1, method: calendar.method })),
    ...calendar.dropped.map((part) => ({ ...part, method: "CANCEL" as const })),
  ];
  return events.map((event) => ({
    method: event.method,
    filename: `${event.method === "REQUEST" ? "invitation" : "cancellation"}-${event.ordinal}.ics`,
    content: objectOf(event, facts, calendar, envelope),
  }));
}

function objectOf(event: Event, facts: TrainingFacts, calendar: Calendar, envelope: Envelope): string {
  const { timeZone } = facts;
  const [start, end] = [new Date(event.startsAt), new Date(event.endsAt)];
  const inZone = [start, end].every((instant) => isMeant(instant, timeZone)) && timeZone !== "UTC";
  const time = (instant: Date) =>
    inZone ? `;TZID=${timeZone}:${localTime(wallAt(instant, timeZone))}` : `:${utcTime(instant)}`;
  return calendarObject([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Partner Certification Portal//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${event.method}`,
    ...(inZone ? zoneLines(timeZone, start, end) : []),
    "BEGIN:VEVENT",
    `UID:${calendar.uid}-${event.ordinal}@certification-portal`,
    `DTSTAMP:${utcTime(new Date(calendar.stampedAt))}`,
    `SEQUENCE:${calendar.sequence}`,
    `DTSTART${time(start)}`,
    `DTEND${time(end)}`,
    ...about(event, facts, envelope),
    ...people(facts, envelope),
    `STATUS:${event.method === "REQUEST" ? "CONFIRMED" : "CANCELLED"}`,
    `TRANSP:${event.method === "REQUEST" ? "OPAQUE" : "TRANSPARENT"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
}

const wallAt = (instant: Date, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();

/** Whether calendars take the local time for this instant: of an hour that the clocks repeat they take the first (RFC 5545, 3.3.5). */
const isMeant = (instant: Date, zone: string): boolean =>
  wallAt(instant, zone).toZonedDateTime(zone).epochMilliseconds === instant.getTime();

function about(event: Event, facts: TrainingFacts, { language, link }: Envelope): string[] {
  const { part, online, page } = words[language];
  const title = language === "de" ? facts.courseTitleDe : facts.courseTitleEn;
  const several = facts.parts.length > 1 || event.ordinal > 1;
  const of = Math.max(facts.parts.length, event.ordinal);
  const where = facts.place ?? facts.link;
  const description = [...(facts.link ? [`${online}: ${facts.link}`] : []), `${page}: ${link}`].join("\n");
  return [
    `SUMMARY:${calendarText(several ? `${title} (${part(event.ordinal, of)})` : title)}`,
    ...(where ? [`LOCATION:${calendarText(where)}`] : []),
    `DESCRIPTION:${calendarText(description)}`,
    `URL:${link}`,
  ];
}

/** The seat is booked already: nobody is asked to answer, and no answer would be read. */
function people({ audience }: TrainingFacts, { from, to }: Envelope): string[] {
  const [, name = "", address = from] = /^(.*?)\s*<([^<>]+)>$/.exec(from) ?? [];
  const plainName = name.replace(/^"(.*)"$/, "$1");
  const role = audience === "trainer" ? "CHAIR" : "REQ-PARTICIPANT";
  return [
    `ORGANIZER${plainName ? `;CN=${quoted(plainName)}` : ""}:mailto:${address}`,
    `ATTENDEE;CN=${quoted(to.name)};CUTYPE=INDIVIDUAL;ROLE=${role};PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${to.address}`,
  ];
}
