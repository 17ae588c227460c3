import type { Db } from "~/platform/database/handle";

/** A row of the outbox with the notice it carries; an account mail carries none. */
export interface LedgerRow {
  readonly outboxId: string;
  readonly messageId: string;
  readonly decidedAt: Date;
  readonly recipientId: string;
  readonly kind: string | null;
  readonly subjectId: string;
  readonly cycle: string;
  readonly stage: string;
}

/** What was planned from `from` to `to`, both included, in the order of its ids. */
export async function selectDecided(db: Db, from: Date, to: Date): Promise<LedgerRow[]> {
  const rows = await db
    .selectFrom("outboxMessage")
    .leftJoin("notice", "notice.id", "outboxMessage.noticeId")
    .select(["outboxMessage.id as outboxId", "messageId", "createdAt as decidedAt", "outboxMessage.recipientId"])
    .select(["kind", "subjectId", "cycle", "stage"])
    .where("createdAt", ">=", from)
    .where("createdAt", "<=", to)
    .orderBy("outboxMessage.id")
    .execute();
  return rows.map(({ kind, ...row }) => ({
    ...row,
    kind: kind as string | null,
    subjectId: row.subjectId ?? "",
    cycle: row.cycle ?? "",
    stage: row.stage ?? "",
  }));
}

/** How the messages stand that had not come to an end when they were looked at last. */
export async function selectStates(db: Db, messageIds: readonly string[]) {
  if (messageIds.length === 0) return [];
  return db
    .selectFrom("outboxMessage")
    .select(["id", "messageId", "state", "stateReason", "tries", "nextTryAt", "sentAt", "createdAt"])
    .where("messageId", "in", [...messageIds])
    .orderBy("messageId")
    .execute();
}
