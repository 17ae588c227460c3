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
  en: {
    part: (ordinal: number, of: number) => `part ${ordinal} of ${of}`,
    online: "Online",
    page: "The training",
    calendar: "Trainings",
  },
  de: {
    part: (ordinal: number, of: number) => `Teil ${ordinal} von ${of}`,
    online: "Online",
    page: "Zur Schulung",
    calendar: "Schulungen",
  },
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
  const { start, end, inZone } = timesOf(event, facts);
  return calendarObject([
    ...head(event.method),
    ...(inZone ? zoneLines(facts.timeZone, start, end) : []),
    ...eventLines(event, facts, calendar, [...about(event, facts, envelope), ...people(facts, envelope)]),
    "END:VCALENDAR",
  ]);
}

/** All trainings of one person in one object, for programs that fetch it anew now and then (METHOD:PUBLISH, RFC 5546, 3.2.1). */
export function publishedTrainings(
  trainings: readonly TrainingFacts[],
  { language, from, linkTo }: Pick<Envelope, "language" | "from"> & { linkTo: (trainingSessionId: string) => string },
): string {
  const events = trainings.flatMap((facts) =>
    facts.parts.map((part, index) => ({ facts, event: { ...part, ordinal: index + 1, method: "REQUEST" as const } })),
  );
  return calendarObject([
    ...head("PUBLISH"),
    `X-WR-CALNAME:${calendarText(words[language].calendar)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...zonesOf(events.map(({ event, facts }) => ({ timeZone: facts.timeZone, ...timesOf(event, facts) }))),
    ...events.flatMap(({ event, facts }) =>
      facts.calendar
        ? eventLines(event, facts, facts.calendar, [
            ...about(event, facts, { language, link: linkTo(facts.trainingSessionId) }),
            organizer(from),
          ])
        : [],
    ),
    "END:VCALENDAR",
  ]);
}

const head = (method: string): string[] => [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Partner Certification Portal//EN",
  "CALSCALE:GREGORIAN",
  `METHOD:${method}`,
];

function timesOf({ startsAt, endsAt }: Event, { timeZone }: TrainingFacts) {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return { start, end, inZone: [start, end].every((instant) => isMeant(instant, timeZone)) && timeZone !== "UTC" };
}

/** Each zone once, for all the time in which it is spoken of. */
function zonesOf(times: readonly { timeZone: string; start: Date; end: Date; inZone: boolean }[]): string[] {
  const spans = new Map<string, { start: Date; end: Date }>();
  for (const { timeZone, start, end, inZone } of times) {
    const span = spans.get(timeZone) ?? { start, end };
    if (!inZone) continue;
    spans.set(timeZone, { start: start < span.start ? start : span.start, end: end > span.end ? end : span.end });
  }
  return [...spans].flatMap(([timeZone, { start, end }]) => zoneLines(timeZone, start, end));
}

function eventLines(event: Event, facts: TrainingFacts, calendar: Calendar, details: readonly string[]): string[] {
  const { timeZone } = facts;
  const { start, end, inZone } = timesOf(event, facts);
  const time = (instant: Date) =>
    inZone ? `;TZID=${timeZone}:${localTime(wallAt(instant, timeZone))}` : `:${utcTime(instant)}`;
  return [
    "BEGIN:VEVENT",
    `UID:${calendar.uid}-${event.ordinal}@certification-portal`,
    `DTSTAMP:${utcTime(new Date(calendar.stampedAt))}`,
    `SEQUENCE:${calendar.sequence}`,
    `DTSTART${time(start)}`,
    `DTEND${time(end)}`,
    ...details,
    `STATUS:${event.method === "REQUEST" ? "CONFIRMED" : "CANCELLED"}`,
    `TRANSP:${event.method === "REQUEST" ? "OPAQUE" : "TRANSPARENT"}`,
    "END:VEVENT",
  ];
}

const wallAt = (instant: Date, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();

/** Whether calendars take the local time for this instant: of an hour that the clocks repeat they take the first (RFC 5545, 3.3.5). */
const isMeant = (instant: Date, zone: string): boolean =>
  wallAt(instant, zone).toZonedDateTime(zone).epochMilliseconds === instant.getTime();

function about(event: Event, facts: TrainingFacts, { language, link }: Pick<Envelope, "language" | "link">): string[] {
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
  const role = audience === "trainer" ? "CHAIR" : "REQ-PARTICIPANT";
  return [
    organizer(from),
    `ATTENDEE;CN=${quoted(to.name)};CUTYPE=INDIVIDUAL;ROLE=${role};PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${to.address}`,
  ];
}

function organizer(from: string): string {
  const [, name = "", address = from] = /^(.*?)\s*<([^<>]+)>$/.exec(from) ?? [];
  const plainName = name.replace(/^"(.*)"$/, "$1");
  return `ORGANIZER${plainName ? `;CN=${quoted(plainName)}` : ""}:mailto:${address}`;
}
