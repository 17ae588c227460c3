import { recordEvents } from "~/audit/record-events.server";
import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { conflict } from "~/kernel/rejection";
import type { PlannedNotice } from "~/notices/mail-facts";
import { planNotices } from "~/notices/plan-notices.server";
import { selectAdminsOf, selectOrganisation } from "~/organisations/organisation-queries.server";
import { selectAccount } from "~/people/person-queries.server";
import type { Db, Trx } from "~/platform/database/handle";
import { selectAnswers } from "./answer-queries.server";
import { handInDueAt, mayStartAttempt } from "./attempt-policy";
import {
  type Attempt,
  isFinished,
  lockAttempt,
  selectActiveWithDeadlineBefore,
  selectAttemptsOf,
  selectStartedOutsideWindow,
  updateAsFinished,
} from "./attempt-queries.server";
import { readContents, readForm } from "./form-queries.server";
import { type AttemptResult, gradeAttempt } from "./grade-attempt";
import { keyOf } from "./present-item";
import { type Programme, selectProgrammeVersion } from "./programme-queries.server";
import { lockTreatments } from "./regrade/regrade-queries.server";
import { timeOnItems } from "./statistics/spent-time";

export interface FinishAttempt {
  readonly attemptId: string;
  /** `candidate` hands in when it pleases; `deadline` only once no answer can arrive in time any more. */
  readonly by: "candidate" | "deadline";
}

export interface FinishedOutcome {
  readonly outcome: "finished" | "already_finished";
  readonly attemptId: string;
  readonly programmeCode: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly passed: boolean;
  readonly startedAt: Date;
  /** Never after the deadline; its day in the organisation's zone is the day of passing. */
  readonly finishedAt: Date;
  /** Staff had let it begin before the renewal window. */
  readonly exceptionUsed: boolean;
}

/**
 * Closes the attempt, grades it and plans who is told, once: whoever comes second gets the result of the first. Waits for an answer that is
 * being saved; what was acknowledged is graded. Throws `changed_meanwhile` when the deadline was moved before a hand-in by deadline.
 */
export async function finishAttempt(trx: Trx, { attemptId, by }: FinishAttempt, now: Date): Promise<FinishedOutcome> {
  const attempt = await lockAttempt(trx, attemptId);
  const programme = await selectProgrammeVersion(trx, attempt.programmeVersionId);
  const { personId, organisationId, startedAt, deadlineAt } = attempt;
  const exceptionUsed = await selectStartedOutsideWindow(trx, attemptId);
  const facts = { attemptId, programmeCode: programme.code, personId, organisationId, startedAt, exceptionUsed };
  if (attempt.finishedAt) {
    return { outcome: "already_finished", ...facts, passed: attempt.passed === true, finishedAt: attempt.finishedAt };
  }
  if (by === "deadline" && now < handInDueAt(attempt)) throw conflict("changed_meanwhile");
  const inTime = now < deadlineAt;
  const finish = {
    finishedAt: inTime ? now : deadlineAt,
    finishedBy: inTime ? by : ("deadline" as const),
    gradedAt: now,
  };
  const { points, spentSeconds, result } = await grade(trx, attempt, programme);
  await updateAsFinished(trx, attemptId, { ...finish, points, spentSeconds, result });
  await planNotices(trx, await resultNotices(trx, attempt, programme, result, now), now);
  const { scorePercent, passed } = result;
  const after = { finishedBy: finish.finishedBy, finishedAt: finish.finishedAt.toISOString(), scorePercent, passed };
  const subject = { subjectType: "attempt", subjectId: attemptId, organisationId };
  const actorId = finish.finishedBy === "candidate" ? personId : null;
  await recordEvents(trx, [{ actorId, action: "attempt.finished", ...subject, after }], now);
  return { outcome: "finished", ...facts, passed, finishedAt: finish.finishedAt };
}

async function grade(trx: Trx, attempt: Attempt, { blueprint, cutScorePercent }: Programme) {
  const form = await readForm(trx, attempt.id);
  const contents = await readContents(trx, form);
  const answers = await selectAnswers(trx, attempt.id);
  const treatments = await lockTreatments(
    trx,
    form.map(({ itemVersionId }) => itemVersionId),
  );
  const items = form.flatMap(({ itemVersionId, section, seed, points }, index) => {
    const content = contents[index];
    const response = answers[index]?.response ?? null;
    const treatment = treatments.get(itemVersionId) ?? null;
    return content ? [{ section, key: keyOf(content, seed), maxPoints: points, response, treatment }] : [];
  });
  const respondedAt = answers.map((answer) => answer.respondedAt);
  return {
    ...gradeAttempt({ blueprint, cutScorePercent, items }),
    spentSeconds: timeOnItems(attempt.startedAt, respondedAt),
  };
}

/** The candidate and the partner admins are told, the same facts for all. `cycle`: what brought the result about, where that was not the hand-in. */
export async function resultNotices(
  trx: Trx,
  { id: attemptId, personId, organisationId }: Pick<Attempt, "id" | "personId" | "organisationId">,
  { nameEn, nameDe }: Programme,
  { scorePercent, cutScorePercent, passed }: AttemptResult,
  now: Date,
  cycle = attemptId,
): Promise<PlannedNotice[]> {
  const person = await selectAccount(trx, personId);
  const organisation = await selectOrganisation(trx, organisationId);
  const admins = await selectAdminsOf(trx, organisationId, now);
  const about = {
    personId,
    personName: person.fullName,
    organisationId,
    organisationName: organisation.name,
    programmeTitleEn: nameEn,
    programmeTitleDe: nameDe,
    attemptId,
    scorePercent,
    cutScorePercent,
  };
  const key = { subjectId: attemptId, cycle, stage: "result", organisationId };
  const recipients = [
    { recipientId: personId, audience: "holder" as const },
    ...admins
      .filter((admin) => admin.personId !== personId)
      .map((admin) => ({ recipientId: admin.personId, audience: "partner_admin" as const })),
  ];
  if (passed) {
    return recipients.map(({ recipientId, audience }) => ({
      ...key,
      kind: "exam_passed",
      recipientId,
      facts: { ...about, audience },
    }));
  }
  const next = await nextAttemptAt(trx, personId, now);
  const { timeZone } = organisation;
  const nextAttemptOn = next && dayIn(timeZone, next);
  const nextAttempt = next && { at: next.toISOString(), timeZone };
  return recipients.map(({ recipientId, audience }) => ({
    ...key,
    kind: "exam_not_passed",
    recipientId,
    facts: { ...about, audience, nextAttemptOn, nextAttempt },
  }));
}

/** From when on the cool-down lets the person try again; null when staff have to release it. */
async function nextAttemptAt(trx: Trx, personId: string, now: Date): Promise<Date | null> {
  const attempts = await selectAttemptsOf(trx, personId);
  const verdict = mayStartAttempt({
    now,
    zone: "UTC",
    isMember: true,
    requiresTraining: false,
    trainingCompleted: true,
    certificate: null,
    finishedAttempts: attempts.filter(isFinished),
    activeAttempt: null,
    exceptions: [],
  });
  if (verdict.verdict === "cool_down") return verdict.mayStartAt;
  return verdict.verdict === "may_start" ? now : null;
}

/** The attempts that nobody handed in and whose last seconds for late answers are over: for the job, one `finishAttempt` each. */
export function selectOverdueAttempts(db: Db, now: Date): Promise<{ attemptId: string }[]> {
  return selectActiveWithDeadlineBefore(db, new Date(now.getTime() - policy.lateAnswerSeconds * 1000));
}
