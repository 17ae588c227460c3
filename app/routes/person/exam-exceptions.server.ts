import { readExamAvailability } from "~/certification/begin-attempt.server";
import { selectAttemptsOf } from "~/examination/attempt-queries.server";
import { selectExceptionsOf } from "~/examination/exception-queries.server";
import type { Reader } from "~/platform/database/handle";

/** Where the person stands with the examination, and what staff have allowed beyond the rules so far. */
export async function readExamExceptions(db: Reader, personId: string, now: Date) {
  const { verdict, organisation } = await readExamAvailability(db, personId, now);
  const attempts = await selectAttemptsOf(db, personId);
  const exceptions = await selectExceptionsOf(db, personId);
  return {
    zone: organisation?.timeZone ?? "UTC",
    verdict: verdict.verdict,
    endsAt: verdict.verdict === "attempt_active" ? verdict.deadlineAt.toISOString() : null,
    mayStartAt: verdict.verdict === "cool_down" ? verdict.mayStartAt.toISOString() : null,
    windowOpensOn: verdict.verdict === "window_not_open" ? verdict.windowOpensOn : null,
    attempts: attempts.map(({ id, ordinal, startedAt }) => ({ id, ordinal, startedAt: startedAt.toISOString() })),
    granted: exceptions.map(({ recordedAt, withdrawn, ...exception }) => ({
      ...exception,
      recordedAt: recordedAt.toISOString(),
      withdrawn: withdrawn && { ...withdrawn, at: withdrawn.at.toISOString() },
    })),
  };
}

export type ExamExceptions = Awaited<ReturnType<typeof readExamExceptions>>;
