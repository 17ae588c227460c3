/** Which mails wait for the morning of who gets them (domain rules §4), and when that is. Written apart from the portal, minute by minute. */
import { dayNumber, localDay } from "./days";
import type { Reference } from "./model";

export interface RefMail {
  readonly kind: string | null;
  readonly subjectId: string;
  readonly cycle: string;
  readonly stage: string;
  readonly recipientId: string;
}

const staffZone = "Europe/Berlin";
const quarterMs = 900_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight on the wall clock of the zone. */
function localMinute(zone: string, instant: Date): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    clocks.set(zone, clock);
  }
  const [hours, minutes] = clock.format(instant).split(":").map(Number) as [number, number];
  return hours * 60 + minutes;
}

const isMorning = (zone: string, instant: Date): boolean => {
  const minute = localMinute(zone, instant);
  return minute >= 480 && minute < 600;
};

function zoneOf(reference: Reference, personId: string, now: Date): string {
  const person = reference.people.get(personId);
  return (person && reference.homeOf(person, now)?.zone) ?? staffZone;
}

const mayWait = ({ kind, stage }: RefMail): boolean =>
  kind === "certificate_lapsing" ||
  kind === "certificate_lapsed" ||
  kind === "below_three_ahead" ||
  kind === "training_reminder" ||
  kind === "staff_digest" ||
  (kind === "below_three_now" && stage !== "0");

function nextMorning(zone: string, now: Date): Date {
  const first = Math.ceil(now.getTime() / quarterMs) * quarterMs;
  for (let quarter = 0; quarter < 110; quarter += 1) {
    const instant = new Date(first + quarter * quarterMs);
    if (localMinute(zone, instant) === 480) return instant;
  }
  throw new Error(`no morning in ${zone} after ${now.toISOString()}`);
}

/** Whether what the mail warns of would have come by then. */
function isTooLate(reference: Reference, { kind, subjectId, cycle }: RefMail, then: Date): boolean {
  // Days end where they are counted, not where the mail is read.
  if (kind === "certificate_lapsing") {
    const { organisationId, end } = reference.certificate(subjectId);
    return localDay(reference.organisation(organisationId).zone, then) >= end;
  }
  if (kind === "below_three_ahead") return localDay(reference.organisation(subjectId).zone, then) >= dayNumber(cycle);
  return kind === "training_reminder" && new Date(cycle) <= then;
}

/** When a mail that has not been tried yet may leave at the earliest: at once (null), or with the next morning. */
export function waitsUntil(reference: Reference, mail: RefMail, now: Date): Date | null {
  const zone = zoneOf(reference, mail.recipientId, now);
  if (!mayWait(mail) || isMorning(zone, now)) return null;
  const morning = nextMorning(zone, now);
  return isTooLate(reference, mail, morning) ? null : morning;
}

/** Minutes since midnight in UTC at which it is `minute` on the clocks of the zone, on that day. */
export function utcMinuteOf(zone: string, minute: number, midnight: Date): number {
  const at = (utcMinute: number) => new Date(midnight.getTime() + utcMinute * 60_000);
  const shifted = (utcMinute: number) => {
    const ahead = localMinute(zone, at(utcMinute)) - (utcMinute % 1440);
    return (((minute - ahead) % 1440) + 1440) % 1440;
  };
  return shifted(shifted(720));
}
