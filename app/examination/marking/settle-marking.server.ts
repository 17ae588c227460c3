import { recordEvents } from "~/audit/record-events.server";
import { planNotices } from "~/notices/plan-notices.server";
import type { Trx } from "~/platform/database/handle";
import type { Attempt } from "../attempt-queries.server";
import { updateAsFinished } from "../attempt-write-queries.server";
import { type FinishedOutcome, gradeAnswers, readToGrade } from "../finish-attempt.server";
import { readProgrammeVersion } from "../form-queries.server";
import { resultNotices } from "../tell-of-result.server";
import { selectMarkings } from "./marking-queries.server";

/** Gives a locked attempt that waited the result that it has with `marked`, and plans who is told; what was handed in, and when, stays. */
export async function settleMarking(
  trx: Trx,
  attempt: Attempt,
  settled: {
    readonly marked: ReadonlyMap<number, number>;
    readonly actorId: string;
    readonly exceptionUsed: boolean;
  },
  now: Date,
): Promise<FinishedOutcome> {
  const { marked, actorId, exceptionUsed } = settled;
  const { id: attemptId, personId, organisationId, startedAt, finishedAt, finishedBy } = attempt;
  if (!finishedAt) throw new Error("an attempt under way does not wait for marking");
  const programme = await readProgrammeVersion(trx, attempt.programmeVersionId);
  const { points, spentSeconds, result } = gradeAnswers(attempt, programme, await readToGrade(trx, attemptId), marked);
  await updateAsFinished(trx, attemptId, { finishedAt, finishedBy, gradedAt: now, points, spentSeconds, result });
  await planNotices(trx, await resultNotices(trx, attempt, programme, result, now), now);
  const { scorePercent, passed } = result;
  const subject = { subjectType: "attempt", subjectId: attemptId, organisationId };
  const markings = (await selectMarkings(trx, attemptId)).map(({ ordinal, place, markerId, ...given }) => ({
    ordinal,
    marking: place,
    markerId,
    points: given.points,
    ...(given.remark && { remark: given.remark }),
  }));
  const after = { scorePercent, passed, markings };
  await recordEvents(trx, [{ actorId, action: "attempt.marked", ...subject, after }], now);
  const facts = { attemptId, programmeCode: programme.code, personId, organisationId, startedAt, exceptionUsed };
  return { outcome: "finished", ...facts, passed, finishedAt };
}
