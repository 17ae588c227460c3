import { policy } from "~/kernel/policy";
import { conflict, notFound } from "~/kernel/rejection";
import type { Trace } from "~/notices/leave-trace.server";
import type { PlannedNotice } from "~/notices/mail-facts";
import { type Db, sendAhead, type Trx } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import { selectAnswersToGrade } from "./answer-queries.server";
import { handInDueAt } from "./attempt-policy";
import { type Attempt, lockAttemptToFinish, selectActiveWithDeadlineBefore } from "./attempt-queries.server";
import { updateAsFinished } from "./attempt-write-queries.server";
import { readContents, readForm, readProgrammeVersion } from "./form-queries.server";
import { gradeAttempt } from "./grade-attempt";
import { essentialsOf } from "./item-essentials";
import { markingNeed } from "./marking/marking-need";
import { openMarking } from "./marking/open-marking.server";
import type { Programme } from "./programme-queries.server";
import { timeOnItems } from "./statistics/spent-time";
import { resultNotices } from "./tell-of-result.server";

/** A candidate hands in their own attempt when they please; the portal by itself only once no answer can arrive in time any more. */
export type FinishAttempt = { readonly attemptId: string } & (
  | { readonly by: "candidate"; readonly personId: string }
  | { readonly by: "deadline" }
);

export interface FinishedOutcome {
  readonly outcome: "finished" | "already_finished";
  readonly attemptId: string;
  readonly programmeCode: string;
  readonly personId: string;
  readonly organisationId: string;
  /** False also while the result waits for marking. */
  readonly passed: boolean;
  readonly startedAt: Date;
  /** Never after the deadline; its day in the organisation's zone is the day of passing. */
  readonly finishedAt: Date;
  /** Staff had let it begin before the renewal window. */
  readonly exceptionUsed: boolean;
}

/**
 * Closes the attempt and grades it, or has its report marked first, once: whoever comes second gets the result of the first, and no trace. Waits for an answer that is
 * being saved; what was acknowledged is graded. The caller asks for the trace, along with what it asks for itself, and leaves it, in the same transaction, with
 * what else the result brings about.
 * Throws `not_found` for another person's attempt, `changed_meanwhile` when the deadline was moved before a hand-in by deadline.
 */
export async function finishAttempt(
  trx: Trx,
  command: FinishAttempt,
  now: Date,
): Promise<{ outcome: FinishedOutcome; trace: () => Promise<Trace> }> {
  const { attemptId, by } = command;
  const [{ attempt, exceptionUsed }, toGrade] = await together(
    lockAttemptToFinish(trx, attemptId),
    readToGrade(trx, attemptId),
  );
  if (command.by === "candidate" && attempt.personId !== command.personId) throw notFound();
  const programme = await readProgrammeVersion(trx, attempt.programmeVersionId);
  const { personId, organisationId, startedAt, deadlineAt } = attempt;
  const facts = { attemptId, programmeCode: programme.code, personId, organisationId, startedAt, exceptionUsed };
  if (attempt.finishedAt) {
    const { passed, finishedAt } = attempt;
    const outcome = { outcome: "already_finished" as const, ...facts, passed: passed === true, finishedAt };
    return { outcome, trace: async () => ({ notices: [], events: [] }) };
  }
  if (by === "deadline" && now < handInDueAt(attempt)) throw conflict("changed_meanwhile");
  const inTime = now < deadlineAt;
  const finish = { finishedAt: inTime ? now : deadlineAt, finishedBy: inTime ? by : ("deadline" as const) };
  const { points, spentSeconds, result, need } = gradeAnswers(attempt, programme, toGrade);
  let notices: () => Promise<readonly PlannedNotice[]>;
  if (need) {
    const opened = await openMarking(trx, { attempt, programme, need, ...finish, spentSeconds, result }, now);
    notices = async () => opened;
  } else {
    sendAhead(trx, updateAsFinished(trx, attemptId, { ...finish, gradedAt: now, points, spentSeconds, result }));
    notices = () => resultNotices(trx, attempt, programme, result, now);
  }
  const { scorePercent, passed } = result;
  const graded = need ? { waitsForMarking: need.ordinals } : { scorePercent, passed };
  const after = { finishedBy: finish.finishedBy, finishedAt: finish.finishedAt.toISOString(), ...graded };
  const subject = { subjectType: "attempt", subjectId: attemptId, organisationId };
  const actorId = finish.finishedBy === "candidate" ? personId : null;
  return {
    outcome: { outcome: "finished", ...facts, passed: !need && passed, finishedAt: finish.finishedAt },
    trace: async () => ({
      notices: await notices(),
      events: [{ actorId, action: "attempt.finished", ...subject, after }],
    }),
  };
}

/** What an attempt is graded by. */
export type ToGrade = Awaited<ReturnType<typeof readToGrade>>;

/** The items of a locked attempt with their keys, its answers, and what regrades in force say of them; none of these comes or goes until the transaction ends. */
export async function readToGrade(trx: Trx, attemptId: string) {
  const [form, answers] = await together(readForm(trx, attemptId), selectAnswersToGrade(trx, attemptId));
  return { form, contents: await readContents(trx, form), answers };
}

/**
 * Points and result of what was answered, and what has to be marked before the result stands. `marked`: what people have given, by the order of
 * the form; with it nothing has to be marked any more.
 */
export function gradeAnswers(
  attempt: Pick<Attempt, "startedAt">,
  { blueprint, cutScorePercent }: Pick<Programme, "blueprint" | "cutScorePercent">,
  { form, contents, answers }: ToGrade,
  marked?: ReadonlyMap<number, number>,
) {
  const items = form.flatMap((place, index) => {
    const { section, points: maxPoints } = place;
    const content = contents[index];
    if (!content) return [];
    const { response = null, treatment = null } = answers[index] ?? {};
    const item = {
      section,
      maxPoints,
      response,
      treatment,
      marked: marked?.get(index + 1),
      // When it is asked for: a generated item may have to be made for it, and nobody asks where there is no answer.
      get key() {
        return essentialsOf(place, content).key;
      },
    };
    return [item];
  });
  const respondedAt = answers.map((answer) => answer.respondedAt);
  const graded = gradeAttempt({ blueprint, cutScorePercent, items });
  return {
    ...graded,
    need: marked ? null : markingNeed({ blueprint, cutScorePercent, items, ...graded }),
    spentSeconds: timeOnItems(attempt.startedAt, respondedAt),
  };
}

/** The attempts that nobody handed in and whose last seconds for late answers are over: for the job, one `finishAttempt` each. */
export function selectOverdueAttempts(db: Db, now: Date): Promise<{ attemptId: string }[]> {
  return selectActiveWithDeadlineBefore(db, new Date(now.getTime() - policy.lateAnswerSeconds * 1000));
}
