/**
 * Which mails wait for their recipient's morning (domain rule 4). What a calendar brings about is read in the morning; what answers an
 * act of somebody, or says that something has just happened, leaves at once.
 */
import { Temporal } from "temporal-polyfill";
import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { MailContent } from "./mail-facts";

/** Of `below_three_now` the first is told the moment it happens; only its weekly repeats wait. `stage` is null for account mails. */
export function waitsForMorning(template: string, stage: string | null): boolean {
  switch (template) {
    case "certificate_lapsing":
    case "certificate_lapsed":
    case "below_three_ahead":
    case "training_reminder":
    case "staff_digest":
      return true;
    case "below_three_now":
      return stage !== "0";
    default:
      return false;
  }
}

/** When the next morning of `zone` begins; null while it is morning there. */
export function nextMorning(zone: string, now: Date): Date | null {
  const { from, until } = policy.mailMorningHours;
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  if (local.hour >= from && local.hour < until) return null;
  const day = local.hour < from ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  const opens = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: from } });
  return new Date(opens.epochMilliseconds);
}

/** Whether the mail would come too late for what it warns of, which comes by the days of whom it is about; `zone` is its reader's. */
function isOverBy({ template, facts }: MailContent, morning: Date, zone: string): boolean {
  switch (template) {
    case "certificate_lapsing":
      return dayIn(facts.timeZone ?? zone, morning) > facts.validThrough;
    case "below_three_ahead":
      return dayIn(facts.timeZone ?? zone, morning) >= facts.fallsOn;
    case "training_reminder":
      return facts.parts.some(({ startsAt }) => new Date(startsAt) <= morning);
    default:
      return false;
  }
}

export interface MorningMail {
  readonly content: MailContent;
  readonly stage: string | null;
  /** Chosen by the recipient, else of the organisation that the recipient belongs to; null for who belongs to none, such as IONOS staff. */
  readonly timeZone: string | null;
}

/** Until when the mail has to wait for its recipient's morning; null when it may leave. */
export function waitsUntil({ content, stage, timeZone }: MorningMail, now: Date): Date | null {
  if (!waitsForMorning(content.template, stage)) return null;
  const zone = timeZone ?? policy.staffTimeZone;
  const morning = nextMorning(zone, now);
  return morning && !isOverBy(content, morning, zone) ? morning : null;
}
