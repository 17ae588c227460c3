/** What becomes of a mail in the outbox whose turn has come (domain rule 4), and when to try again. */
import { policy } from "~/kernel/policy";

export interface DueMail {
  readonly recipientDeactivated: boolean;
  /** The recipient does without mails of this kind. */
  readonly unwanted: boolean;
  /** A later stage of the same notice has been planned for the same person. */
  readonly newerStagePlanned: boolean;
  /** When the one-time link in it expires; null for mails without one. */
  readonly linkExpiresAt: Date | null;
  /** When this person was last sent a mail about the end of the same certificate; null for other mails. */
  readonly lapseMailSentAt: Date | null;
  /** When its recipient's morning begins; null when it need not wait for it. */
  readonly waitsUntil: Date | null;
}

export type NextStep =
  | { readonly step: "send" }
  | { readonly step: "supersede" }
  | { readonly step: "suppress"; readonly reason: "recipient_deactivated" | "unwanted" | "link_expired" }
  | { readonly step: "postpone"; readonly until: Date; readonly reason: "gap" | "waits_for_morning" };

const hour = 3_600_000;

/** Decides from what the outbox knows; whether the matter itself still stands is asked separately, just before sending. */
export function nextStep(mail: DueMail, now: Date): NextStep {
  if (mail.recipientDeactivated) return { step: "suppress", reason: "recipient_deactivated" };
  if (mail.unwanted) return { step: "suppress", reason: "unwanted" };
  if (mail.linkExpiresAt && mail.linkExpiresAt <= now) return { step: "suppress", reason: "link_expired" };
  if (mail.newerStagePlanned) return { step: "supersede" };
  const until = mail.lapseMailSentAt && new Date(mail.lapseMailSentAt.getTime() + policy.lapseMailGapHours * hour);
  if (until && until > now) return { step: "postpone", until, reason: "gap" };
  return mail.waitsUntil ? { step: "postpone", until: mail.waitsUntil, reason: "waits_for_morning" } : { step: "send" };
}

/**
 * When to try again after `tries` tries without a clear answer (1 after the first), or null when it was the last one.
 * Waits double, up to the longest, and are spread by a quarter either way: `chance` is uniform in [0, 1).
 */
export function nextTryAt(tries: number, now: Date, chance: number): Date | null {
  if (tries >= policy.mailTries) return null;
  const wait = Math.min(policy.mailFirstRetryMinutes * 60_000 * 2 ** (tries - 1), policy.mailLongestRetryHours * hour);
  return new Date(now.getTime() + Math.round(wait * (0.75 + chance / 2)));
}
