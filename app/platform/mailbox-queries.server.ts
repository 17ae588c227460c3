import { sql } from "kysely";
import type { Db } from "./database/handle";
import { calendarType, type Mail } from "./mail-transport";

/** Keeps the mail for the mailbox page; the same Message-ID again changes nothing, as a mail program would have it. */
export async function insertMailboxMessage(db: Db, mail: Mail, receivedAt: Date): Promise<void> {
  const attachments = (mail.calendar ?? []).map((attachment) => ({
    filename: attachment.filename,
    contentType: calendarType(attachment),
    content: attachment.content,
  }));
  await db
    .insertInto("mailboxMessage")
    .values({
      messageId: mail.messageId,
      toAddress: mail.to.address,
      subject: mail.subject,
      textBody: mail.text,
      htmlBody: mail.html,
      attachments: JSON.stringify(attachments),
      receivedAt,
    })
    .onConflict((conflict) => conflict.column("messageId").doNothing())
    .execute();
}

export async function selectMailboxMessages(db: Db, limit: number, toAddress?: string) {
  let query = db
    .selectFrom("mailboxMessage")
    .select(["messageId", "toAddress", "subject", "receivedAt"])
    .select(sql<number>`jsonb_array_length(attachments)`.as("attachments"));
  if (toAddress) query = query.where("toAddress", "=", toAddress);
  return query.orderBy("receivedAt", "desc").limit(limit).execute();
}

export async function selectOptionalMailboxMessage(db: Db, messageId: string) {
  return db
    .selectFrom("mailboxMessage")
    .select(["messageId", "toAddress", "subject", "textBody", "htmlBody", "attachments", "receivedAt"])
    .where("messageId", "=", messageId)
    .executeTakeFirst();
}
