import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { AttemptExceptionTable } from "~/platform/schema/examination-tables";
import {
  type Attempt,
  isFinished,
  lockCandidate,
  lockOptionalActiveAttempt,
  selectAttemptsOf,
} from "./attempt-queries.server";
import { insertException, updateDeadline } from "./attempt-write-queries.server";

export interface GrantException {
  readonly actorId: string;
  readonly personId: string;
  /** `release` ends a cool-down, `outside_window` allows an exam before the renewal window, `extra_time` moves the deadline. */
  readonly kind: AttemptExceptionTable["kind"];
  /** For `extra_time`; of no meaning otherwise. */
  readonly extraMinutes: number;
  readonly reason: string;
}

/**
 * Records what staff allow a person beyond the rules. Extra time moves the deadline of an attempt under way at once; any other exception,
 * and extra time that comes after the deadline, waits for the next attempt. What is over is never reopened. An open page learns its new
 * deadline with its next answer or look. Throws `changed_meanwhile` when an attempt starts in this very moment, `not_found` for nobody.
 */
export async function grantException(
  db: Db,
  command: GrantException,
  now: Date,
): Promise<{ exceptionId: string; appliedTo: string | null }> {
  const { actorId, personId, kind, reason } = command;
  const extraMinutes = kind === "extra_time" ? command.extraMinutes : 0;
  return inTransaction(db, async (trx) => {
    const active = await lockAttemptOrCandidate(trx, personId);
    const attempt = kind === "extra_time" && active && now < active.deadlineAt ? active : undefined;
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

/**
 * The attempt under way; without one, the person, so that none starts before the exception is there for it to use. A hand-in takes the
 * attempt and then the person, so this never takes the attempt after the person.
 */
async function lockAttemptOrCandidate(trx: Trx, personId: string): Promise<Attempt | undefined> {
  const active = await lockOptionalActiveAttempt(trx, personId);
  if (active) return active;
  await lockCandidate(trx, personId);
  const begun = (await selectAttemptsOf(trx, personId)).some((attempt) => !isFinished(attempt));
  if (begun) throw conflict("changed_meanwhile");
  return undefined;
}
