import type { Trx } from "~/platform/database/handle";
import type { AccountMail, LinkFacts, PlannedNotice } from "./mail-facts";
import { messageIdFor } from "./message-id";
import { insertAccountMessage, insertNotices } from "./queries.server";

export type { PlannedNotice } from "./mail-facts";

/** Enters notices into the ledger and their mails into the outbox, in the caller's transaction; how many were new. */
export const planNotices = (trx: Trx, notices: readonly PlannedNotice[], now: Date): Promise<number> =>
  insertNotices(trx, notices, now);

/** A mail that is no notice: an invitation or a password reset. `key` makes its Message-ID. */
export async function enqueueAccountMail(
  trx: Trx,
  mail: { template: AccountMail; recipientId: string; facts: LinkFacts; key: string },
  now: Date,
): Promise<void> {
  const { key, ...message } = mail;
  await insertAccountMessage(trx, { ...message, messageId: messageIdFor(mail.template, key), createdAt: now });
}
