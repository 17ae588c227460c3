import { issueCertificate } from "~/certification/issue-certificate.server";
import { lockHoldersAndCertificates } from "~/certification/result-change-queries.server";
import { lockAttemptToFinish } from "~/examination/attempt-queries.server";
import { type MarkReport, recordMarking } from "~/examination/marking/record-marking.server";
import { settleMarking } from "~/examination/marking/settle-marking.server";
import { leaveTrace } from "~/notices/leave-trace.server";
import type { Db } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { countAgain } from "./count-again.server";

/** Whether the result stands, or this marking has made a third one needed. */
interface Marked {
  readonly settled: boolean;
  readonly thirdAsked: boolean;
}

/**
 * Keeps what one person gives a report. With the last marking that an attempt waits for, its result stands, and, when it is a pass, the
 * certificate and the count follow, all in the same transaction and once: as if it had been so at the hand-in. Throws what `recordMarking` throws.
 */
export function markReport(db: Db, command: MarkReport, now: Date, random: Random): Promise<Marked> {
  return countAgain<Marked>(db, now, async (trx) => {
    const { attempt, exceptionUsed } = await lockAttemptToFinish(trx, command.attemptId);
    // All that a certificate needs, before the audit event takes the lock that everybody waits for.
    await lockHoldersAndCertificates(trx, [attempt.personId]);
    const { marked, thirdAsked } = await recordMarking(trx, attempt, command, now);
    if (!marked) return { organisationIds: [], result: { settled: false, thirdAsked } };
    const finished = await settleMarking(trx, attempt, { marked, actorId: command.actorId, exceptionUsed }, now);
    if (!finished.passed) return { organisationIds: [], result: { settled: true, thirdAsked } };
    const { organisationIds, trace } = await issueCertificate(trx, finished, now, random);
    leaveTrace(trx, trace, now);
    return { organisationIds, result: { settled: true, thirdAsked } };
  });
}
