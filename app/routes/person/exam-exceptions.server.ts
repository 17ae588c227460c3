import { readExamAvailability } from "~/certification/begin-attempt.server";
import { selectAttemptsOf } from "~/examination/attempt-queries.server";
import { selectExceptionsOf } from "~/examination/exception-queries.server";
import type { Availability } from "~/examination/start-attempt.server";
import type { Reader } from "~/platform/database/handle";

/** From when on the examination can be sat, windows considered, as the candidate's own page says it; null where that depends on no date. */
function possibleFrom({ verdict, opensAfterWait: opens }: Availability) {
  const from = opens instanceof Date ? opens.toISOString() : null;
  switch (verdict.verdict) {
    case "cool_down":
      return { from, waitsUntil: verdict.mayStartAt.toISOString() };
    case "window_not_open":
      return opens === "that_day" ? { fromDay: verdict.windowOpensOn } : { from, renewalOn: verdict.windowOpensOn };
    case "exam_closed":
      return { from: verdict.opensAt?.toISOString() ?? null };
    default:
      return null;
  }
}

/** Where the person stands with the examination, and what staff have allowed beyond the rules so far. */
export async function readExamExceptions(db: Reader, personId: string, now: Date) {
  const availability = await readExamAvailability(db, personId, now);
  const { verdict, organisation } = availability;
  const attempts = await selectAttemptsOf(db, personId);
  const exceptions = await selectExceptionsOf(db, personId);
  return {
    zone: organisation?.timeZone ?? "UTC",
    verdict: verdict.verdict,
    endsAt: verdict.verdict === "attempt_active" ? verdict.deadlineAt.toISOString() : null,
    possible: possibleFrom(availability),
    attempts: attempts.map(({ id, ordinal, startedAt }) => ({ id, ordinal, startedAt: startedAt.toISOString() })),
    granted: exceptions.map(({ recordedAt, withdrawn, ...exception }) => ({
      ...exception,
      recordedAt: recordedAt.toISOString(),
      withdrawn: withdrawn && { ...withdrawn, at: withdrawn.at.toISOString() },
    })),
  };
}

export type ExamExceptions = Awaited<ReturnType<typeof readExamExceptions>>;
