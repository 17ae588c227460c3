import type { Trx } from "~/platform/database/handle";
import type { MailFacts, NoticeKind } from "~/platform/schema/notice-tables";

export interface NoticeRow {
  readonly kind: NoticeKind;
  readonly subjectId: string;
  readonly cycle: string;
  readonly stage: string;
  readonly recipientId: string;
  readonly organisationId: string | null;
  readonly facts: MailFacts;
  readonly decidedAt: Date;
}

/** Enters the ledger once; the ids of the rows that were not there before, in no particular order. */
export async function insertNotices(trx: Trx, notices: readonly NoticeRow[]) {
  if (notices.length === 0) return [];
  return trx
    .insertInto("notice")
    .values(notices.map((notice) => ({ ...notice, facts: JSON.stringify(notice.facts) })))
    .onConflict((conflict) => conflict.constraint("notice_once").doNothing())
    .returning(["id", "kind", "recipientId", "facts", "subjectId", "cycle", "stage"])
    .execute();
}

export interface OutboxRow {
  readonly noticeId: string | null;
  readonly template: string;
  readonly recipientId: string;
  readonly facts: MailFacts;
  readonly messageId: string;
  readonly createdAt: Date;
}

export async function insertOutboxMessages(trx: Trx, messages: readonly OutboxRow[]): Promise<void> {
  if (messages.length === 0) return;
  const waiting = {
    state: "pending" as const,
    stateReason: null,
    leasedUntil: null,
    leaseToken: null,
    sentAt: null,
    lastError: null,
  };
  await trx
    .insertInto("outboxMessage")
    .values(
      messages.map((message) => ({
        ...message,
        ...waiting,
        facts: JSON.stringify(message.facts),
        nextTryAt: message.createdAt,
      })),
    )
    .execute();
}
