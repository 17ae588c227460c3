import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { lockRegrade, updateAsDiscarded } from "./regrade-queries.server";

export interface DiscardRegrade {
  readonly actorId: string;
  readonly regradeId: string;
  readonly reason: string;
}

/** Puts a proposal aside for good. Discarded again, it changes nothing. Throws `regrade_applied` when somebody has put it into force. */
export async function discardRegrade(db: Db, command: DiscardRegrade, now: Date): Promise<void> {
  const { actorId, regradeId, reason } = command;
  await inTransaction(db, async (trx) => {
    const { appliedAt, discardedAt } = await lockRegrade(trx, regradeId);
    if (appliedAt) throw conflict("regrade_applied");
    if (discardedAt) return;
    await updateAsDiscarded(trx, regradeId, { discardedAt: now, discardedBy: actorId, discardReason: reason });
    const subject = { subjectType: "regrade", subjectId: regradeId };
    await recordEvents(trx, [{ actorId, action: "regrade.discarded", ...subject, reason }], now);
  });
}
