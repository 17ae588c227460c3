import { recordEvents } from "~/audit/record-events.server";
import { conflict, notFound } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { lockCandidate } from "./attempt-queries.server";
import { lockOptionalException, updateAsWithdrawn } from "./exception-queries.server";

export interface WithdrawException {
  readonly actorId: string;
  readonly personId: string;
  readonly exceptionId: string;
  readonly reason: string;
}

/**
 * Takes back what staff allowed a person beyond the rules, before an attempt has used it; withdrawn twice is withdrawn once. Waits for an attempt that is
 * being started. Throws `exception_used` when there is nothing to take back any more, `not_found` where the person has no such exception.
 */
export async function withdrawException(db: Db, command: WithdrawException, now: Date): Promise<void> {
  const { actorId, personId, exceptionId, reason } = command;
  await inTransaction(db, async (trx) => {
    await lockCandidate(trx, personId);
    const exception = await lockOptionalException(trx, exceptionId);
    if (exception?.personId !== personId) throw notFound();
    if (exception.withdrawnAt) return;
    if (exception.usedByAttemptId) throw conflict("exception_used");
    await updateAsWithdrawn(trx, exceptionId, { at: now, by: actorId, reason });
    const subject = { subjectType: "person", subjectId: personId, organisationId: null };
    const before = { exceptionId, kind: exception.kind, extraMinutes: exception.extraMinutes };
    await recordEvents(trx, [{ actorId, action: "exam.exception_withdrawn", ...subject, before, reason }], now);
  });
}
