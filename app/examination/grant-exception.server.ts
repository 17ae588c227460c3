import { recordEvents } from "~/audit/record-events.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { AttemptExceptionTable } from "~/platform/schema/examination-tables";
import { insertException, lockOptionalActiveAttempt, updateDeadline } from "./attempt-queries.server";

export interface GrantException {
  readonly actorId: string;
  readonly personId: string;
  /** `release` ends a cool-down, `outside_window` allows an exam before the renewal window, `extra_time` moves the deadline. */
  readonly kind: AttemptExceptionTable["kind"];
  /** For `extra_time`; 0 otherwise. */
  readonly extraMinutes: number;
  readonly reason: string;
}

/**
 * Records what staff allow a person beyond the rules. Extra time moves the deadline of an attempt under way at once; any other exception,
 * and extra time that comes after the deadline, waits for the next attempt. What is over is never reopened.
 */
export async function grantException(
  db: Db,
  command: GrantException,
  now: Date,
): Promise<{ exceptionId: string; appliedTo: string | null }> {
  const { actorId, personId, kind, extraMinutes, reason } = command;
  return inTransaction(db, async (trx) => {
    const active = kind === "extra_time" ? await lockOptionalActiveAttempt(trx, personId) : undefined;
    const attempt = active && now < active.deadlineAt ? active : undefined;
    if (attempt) {
      await updateDeadline(trx, attempt.id, {
        deadlineAt: new Date(attempt.deadlineAt.getTime() + extraMinutes * 60_000),
        extraMinutes: attempt.extraMinutes + extraMinutes,
      });
    }
    const appliedTo = attempt?.id ?? null;
    const granted = { personId, kind, extraMinutes, reason, recordedAt: now, recordedBy: actorId };
    const exceptionId = await insertException(trx, { ...granted, usedByAttemptId: appliedTo });
    const subject = { subjectType: "person", subjectId: personId, organisationId: attempt?.organisationId ?? null };
    const after = { exceptionId, kind, extraMinutes, appliedTo };
    await recordEvents(trx, [{ actorId, action: "exam.exception_granted", ...subject, after, reason }], now);
    return { exceptionId, appliedTo };
  });
}
