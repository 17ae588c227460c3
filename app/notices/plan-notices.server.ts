import { createHash } from "node:crypto";
import type { Trx } from "~/platform/database/handle";
import type { AccountMail, LinkFacts, PlannedNotice } from "./mail-facts";
import { insertAccountMessage, insertNotices } from "./queries.server";

export type { PlannedNotice } from "./mail-facts";

/** The same key gives the same Message-ID, so that a repeated send is recognised as one (RFC 5322, 3.6.4). */
const messageIdFor = (...key: string[]): string =>
  `<${createHash("sha256").update(key.join("\n")).digest("hex").slice(0, 40)}@certification-portal>`;

/** Enters notices into the ledger and their mails into the outbox, in the caller's transaction; how many were new. */
export function planNotices(trx: Trx, notices: readonly PlannedNotice[], now: Date): Promise<number> {
  const rows = notices.map(({ kind, subjectId, cycle, stage, recipientId, organisationId, facts }) => ({
    kind,
    subjectId,
    cycle,
    stage,
    recipientId,
    organisationId,
    facts,
    messageId: messageIdFor(kind, subjectId, cycle, stage, recipientId),
  }));
  return insertNotices(trx, rows, now);
}

/** A mail that is no notice: an invitation or a password reset. `key` makes its Message-ID. */
export async function enqueueAccountMail(
  trx: Trx,
  mail: { template: AccountMail; recipientId: string; facts: LinkFacts; key: string },
  now: Date,
): Promise<void> {
  const { key, ...message } = mail;
  await insertAccountMessage(trx, { ...message, messageId: messageIdFor(mail.template, key), createdAt: now });
}
