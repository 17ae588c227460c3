import { issueCertificate } from "~/certification/issue-certificate.server";
import { type FinishAttempt, type FinishedOutcome, finishAttempt } from "~/examination/finish-attempt.server";
import { leaveTrace } from "~/notices/leave-trace.server";
import type { Db } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { countAgain } from "./count-again.server";

/**
 * Hands the attempt in: closed, graded, and, when passed, certified and counted, all in one transaction and once. A crash before the
 * commit leaves the attempt open for the next hand-in; after it, everything is there. The document is rendered by its job, or when first opened.
 */
export function handInExam(db: Db, command: FinishAttempt, now: Date, random: Random): Promise<FinishedOutcome> {
  return countAgain(db, now, async (trx) => {
    const { outcome: result, trace } = await finishAttempt(trx, command, now);
    if (result.outcome === "already_finished" || !result.passed) {
      leaveTrace(trx, await trace(), now);
      return { organisationIds: [], result };
    }
    const { organisationIds } = await issueCertificate(trx, result, now, random, trace);
    return { organisationIds, result };
  });
}
