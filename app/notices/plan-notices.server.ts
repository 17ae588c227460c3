import { createHash } from "node:crypto";
import type { Trx } from "~/platform/database/handle";
import type { AccountMail, LinkFacts, PlannedNotice } from "./mail-facts";
import { insertNotices, insertOutboxMessages } from "./queries.server";

export type { PlannedNotice } from "./mail-facts";

/** The same key gives the same Message-ID, so that a repeated send is recognised as one (RFC 5322, 3.6.4). */
const messageIdFor = (...key: string[]): string =>
  `<${createHash("sha256").update(key.join("\n")).digest("hex").slice(0, 40)}@certification-portal>`;

/** Enters notices into the ledger and their mails into the outbox, in the caller's transaction; how many were new. */
export async function planNotices(trx: Trx, notices: readonly PlannedNotice[], now: Date): Promise<number> {
  const fresh = await insertNotices(
    trx,
    notices.map((notice) => ({ ...notice, decidedAt: now })),
  );
  await insertOutboxMessages(
    trx,
    fresh.map((notice) => ({
      noticeId: notice.id,
      template: notice.kind,
      recipientId: notice.recipientId,
      facts: notice.facts,
      messageId: messageIdFor(notice.kind, notice.subjectId, notice.cycle, notice.stage, notice.recipientId),
      createdAt: now,
    })),
  );
  return fresh.length;
}

/** A mail that is no notice: an invitation or a password reset. `key` makes its Message-ID. */
export async function enqueueAccountMail(
  trx: Trx,
  mail: { template: AccountMail; recipientId: string; facts: LinkFacts; key: string },
  now: Date,
): Promise<void> {
  const { key, ...message } = mail;
  await insertOutboxMessages(trx, [
    { ...message, noticeId: null, messageId: messageIdFor(mail.template, key), createdAt: now },
  ]);
}
