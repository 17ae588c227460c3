import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { lockOutboxMessage, releaseParkedMessage } from "./ledger-queries.server";

/** Staff give a parked mail all its tries back, beginning now. It keeps its Message-ID. */
export async function retryParked(
  db: Db,
  command: { outboxMessageId: string; actorId: string },
  now: Date,
): Promise<void> {
  const { outboxMessageId, actorId } = command;
  await inTransaction(db, async (trx) => {
    const message = await lockOutboxMessage(trx, outboxMessageId);
    if (message.state !== "parked") throw conflict("changed_meanwhile");
    await releaseParkedMessage(trx, outboxMessageId, now);
    const subject = {
      subjectType: "outbox_message",
      subjectId: outboxMessageId,
      organisationId: message.organisationId,
    };
    const before = { state: message.state, reason: message.stateReason, tries: message.tries };
    await recordEvents(
      trx,
      [{ actorId, action: "notice.retried", ...subject, before, after: { state: "pending", tries: 0 } }],
      now,
    );
  });
}
