import { issueCertificate } from "~/certification/issue-certificate.server";
import { type FinishAttempt, type FinishedOutcome, finishAttempt } from "~/examination/finish-attempt.server";
import { joined, leaveTrace, type Trace } from "~/notices/leave-trace.server";
import type { Db, Trx } from "~/platform/database/handle";
import { jointly } from "~/platform/database/joint-transactions";
import { together } from "~/platform/database/together";
import type { Random } from "~/platform/random";
import { planStandingNotices } from "./count-again.server";

/**
 * Hands the attempt in: closed, graded, and, when passed, certified and counted, all in one transaction and once. A crash before the
 * commit leaves the attempt open for the next hand-in; after it, everything is there. The document is rendered by its job, or when first opened.
 * Those that come at the same time, as at the end of an examination that many sit, share a transaction.
 */
export function handInExam(db: Db, command: FinishAttempt, now: Date, random: Random): Promise<FinishedOutcome> {
  return handInJointly(db, { command, now, random });
}

interface HandIn {
  readonly command: FinishAttempt;
  readonly now: Date;
  readonly random: Random;
}

interface HandedIn {
  readonly result: FinishedOutcome;
  readonly trace: Trace;
  readonly organisationIds: readonly string[];
}

const handInJointly = jointly<HandIn, FinishedOutcome>({
  keyOf: ({ command }) => command.attemptId,
  async work(trx, handIns) {
    const done = await together(...handIns.map((one) => handIn(trx, one)));
    const now = new Date(Math.max(...handIns.map((one) => one.now.getTime())));
    // Only when all have locked what they need: the chain's lock is the last but that of the counting.
    leaveTrace(trx, joined(done.map(({ trace }) => trace)), now);
    const organisationIds = new Set(done.flatMap((one) => one.organisationIds));
    await planStandingNotices(trx, [...organisationIds], now);
    return done.map(({ result }) => result);
  },
});

async function handIn(trx: Trx, { command, now, random }: HandIn): Promise<HandedIn> {
  const { outcome: result, trace } = await finishAttempt(trx, command, now);
  if (result.outcome === "already_finished" || !result.passed)
    return { result, trace: await trace(), organisationIds: [] };
  const [issued, finished] = await together(issueCertificate(trx, result, now, random), trace());
  return { result, trace: joined([finished, issued.trace]), organisationIds: issued.organisationIds };
}
