import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { MailTransport } from "~/platform/mail-transport";
import { integerBelow, type Random, uuidFrom } from "~/platform/random";
import { nextStep, nextTryAt } from "./delivery";
import {
  type ClaimedMessage,
  leaseNextMessage,
  type Settlement,
  selectClaimedMessage,
  settleMessage,
} from "./delivery-queries.server";
import { isPlainAddress } from "./mail-address";
import type { MailContent, PlannedNotice } from "./mail-facts";
import { planNotices } from "./plan-notices.server";
import { forgetRefusal, type Refusal, recordRefusal } from "./refused-address-queries.server";
import { renderMail } from "./render-mail.server";
import { waitsUntil } from "./sending-window";

/** A planned notice as it stands in the ledger, for asking whether its cause still holds. */
export type DueNotice = NonNullable<ClaimedMessage["notice"]>;

export interface RefusedAddress extends Refusal {
  readonly personName: string;
  readonly since: Date;
}

export interface Delivery {
  readonly db: Db;
  readonly mail: MailTransport;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly random: Random;
  /** Asked right before sending: false when the certificate has been renewed or revoked since, the seat given back ... */
  readonly stillDue: (notice: DueNotice) => Promise<boolean>;
  /** Who is to be told that an address is refused for good. */
  readonly tellOfRefusal: (trx: Trx, refused: RefusedAddress, now: Date) => Promise<readonly PlannedNotice[]>;
  /** A mail that could not be written or decided about: it is tried again later like one without a clear answer. */
  readonly failed?: (outboxMessageId: string, error: unknown) => void;
  /** The most mails to look at in this run. */
  readonly limit: number;
  /** No new mail is begun once it is aborted. */
  readonly stopping?: AbortSignal;
}

export type DeliveryCounts = Record<"sent" | "suppressed" | "superseded" | "postponed" | "delayed" | "parked", number>;

/** Well over the transport's own limit for one mail: whoever loses the lease has died. */
const leaseSeconds = 120;
const workers = 4;
/** So many mails in a row without a clear answer mean that the server is away, not that the mails are bad. */
const serverIsAwayAfter = 5;

interface Turn {
  readonly token: string;
  readonly message: ClaimedMessage;
}

/**
 * Sends what is due: each mail is claimed by a lease, checked, sent outside any transaction, and settled. A crash between sending and
 * settling repeats the mail with the same Message-ID once the lease is over; nothing else does. When the mail server is away the
 * run ends early and the untouched rest waits for the next one.
 */
export async function deliverOutbox(delivery: Delivery): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, suppressed: 0, superseded: 0, postponed: 0, delayed: 0, parked: 0 };
  let left = delivery.limit;
  let unclear = 0;
  const work = async () => {
    while (left > 0 && unclear < serverIsAwayAfter && !delivery.stopping?.aborted) {
      left -= 1;
      const claimed = await claim(delivery);
      if (!claimed) return;
      const became = "became" in claimed ? claimed.became : await send(delivery, claimed);
      counts[became] += 1;
      if (became === "delayed") unclear += 1;
      else if (became === "sent") unclear = 0;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(workers, delivery.limit) }, work));
  // Whoever is told that the run failed may be sure that it is over: no other worker is still sending.
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return counts;
}

/** The next mail to send, or what became of it without sending; undefined when nothing is due. */
async function claim({ db, now, random }: Delivery): Promise<Turn | { became: keyof DeliveryCounts } | undefined> {
  const token = uuidFrom(random);
  return inTransaction(db, async (trx) => {
    const at = now();
    const id = await leaseNextMessage(trx, { now: at, token, seconds: leaseSeconds });
    if (!id) return undefined;
    const message = await selectClaimedMessage(trx, id, at);
    const next = nextStep({ ...message, linkExpiresAt: linkExpiry(message), waitsUntil: morningOf(message, at) }, at);
    switch (next.step) {
      case "send":
        return { token, message };
      case "supersede":
        await settleMessage(trx, id, token, { state: "superseded", stateReason: "newer_stage" });
        return { became: "superseded" };
      case "suppress":
        await settleMessage(trx, id, token, { state: "suppressed", stateReason: next.reason });
        return { became: "suppressed" };
      case "postpone":
        await settleMessage(trx, id, token, {
          state: "pending",
          stateReason: next.reason === "gap" ? null : next.reason,
          nextTryAt: next.until,
        });
        return { became: "postponed" };
    }
  });
}

function linkExpiry({ notice, facts: { expiresAt } }: ClaimedMessage): Date | null {
  return !notice && typeof expiresAt === "string" ? new Date(expiresAt) : null;
}

/** What has been tried already, or what staff have asked for, waits for no morning. */
function morningOf(message: ClaimedMessage, now: Date): Date | null {
  if (message.tries > 0 || message.stateReason === "sent_again") return null;
  const { notice, recipientTimeZone: timeZone } = message;
  try {
    return waitsUntil({ content: contentOf(message), stage: notice?.stage ?? null, timeZone }, now);
  } catch {
    // Facts that cannot be read fail where the mail is written, which costs that mail alone.
    return null;
  }
}

const contentOf = ({ template, facts }: ClaimedMessage): MailContent => ({ template, facts }) as unknown as MailContent;

async function send(delivery: Delivery, { token, message }: Turn): Promise<keyof DeliveryCounts> {
  const { became, refused, ...settlement } = await attempt(delivery, message).catch((error: unknown) => {
    delivery.failed?.(message.id, error);
    return unclearAnswer(delivery, message, error instanceof Error ? error.message : "the mail could not be written");
  });
  await inTransaction(delivery.db, async (trx) => {
    const kept = await settleMessage(trx, message.id, token, settlement);
    if (!kept) return;
    if (became === "sent") await forgetRefusal(trx, message.recipientId);
    if (refused !== undefined) await remember(delivery, trx, message, refused);
  });
  return became;
}

/** Remembers that the address is refused and plans who is told, with what became of the mail. */
async function remember(delivery: Delivery, trx: Trx, message: ClaimedMessage, answer: string): Promise<void> {
  const now = delivery.now();
  const { fullName: personName, email: address } = message.recipient;
  const refusal = { personId: message.recipientId, address, answer };
  const { since } = await recordRefusal(trx, refusal, now);
  await planNotices(trx, await delivery.tellOfRefusal(trx, { ...refusal, personName, since }, now), now);
}

type Ending = Settlement & {
  readonly became: keyof DeliveryCounts;
  /** What a mail server said that will not take mail for the address. */
  readonly refused?: string;
};

async function attempt(delivery: Delivery, message: ClaimedMessage): Promise<Ending> {
  const { recipient, notice } = message;
  if (!isPlainAddress(recipient.email)) {
    return { became: "parked", state: "parked", stateReason: "address_unusable", refused: "" };
  }
  const mail = renderMail(contentOf(message), recipient, message.messageId, {
    baseUrl: delivery.baseUrl,
    from: delivery.mail.from,
  });
  if (notice && !(await delivery.stillDue(notice))) {
    return { became: "suppressed", state: "suppressed", stateReason: "no_longer_due" };
  }
  const answer = await delivery.mail.deliver(mail);
  switch (answer.outcome) {
    case "accepted":
      return {
        became: "sent",
        state: "sent",
        stateReason: null,
        tries: message.tries + 1,
        sentAt: delivery.now(),
        lastError: null,
      };
    case "refused":
      return {
        became: "parked",
        state: "parked",
        stateReason: "refused",
        tries: message.tries + 1,
        lastError: answer.reason,
        ...(answer.of === "address" ? { refused: answer.reason.slice(0, 500) } : {}),
      };
    case "uncertain":
      return unclearAnswer(delivery, message, answer.reason);
  }
}

function unclearAnswer({ now, random }: Delivery, message: ClaimedMessage, reason: string): Ending {
  const tries = message.tries + 1;
  const lastError = reason.slice(0, 500);
  const again = nextTryAt(tries, now(), integerBelow(random, 1_000_000) / 1_000_000);
  return again
    ? { became: "delayed", state: "pending", stateReason: null, tries, nextTryAt: again, lastError }
    : { became: "parked", state: "parked", stateReason: "too_many_tries", tries, lastError };
}
