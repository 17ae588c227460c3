/**
 * May this person start an attempt now, until when does it run, and which answers still count? Cool-down, renewal window and
 * the seconds of grace for late answers are policy values; the agreement (2.2, 2.7) asks for the annual certification only.
 */
import { type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";

export interface FinishedAttempt {
  readonly deadlineAt: Date;
  readonly finishedAt: Date;
  /** `null` until graded. */
  readonly passed: boolean | null;
}

/** A staff decision with a reason that has not been used by an attempt yet. */
export interface OpenException {
  readonly id: string;
  readonly kind: "release" | "outside_window" | "extra_time";
  readonly extraMinutes: number;
}

export interface StartFacts {
  readonly now: Date;
  /** IANA zone of the organisation: its calendar decides which day it is. */
  readonly zone: string;
  /** Whether a membership covers today. */
  readonly isMember: boolean;
  readonly requiresTraining: boolean;
  readonly trainingCompleted: boolean;
  /** The latest of the chain, if it is neither revoked nor lapsed for good; `validUntilEnd` is the first day without it. */
  readonly certificate: { readonly windowOpensOn: Day; readonly validUntilEnd: Day } | null;
  readonly finishedAttempts: readonly FinishedAttempt[];
  readonly activeAttempt: { readonly id: string; readonly deadlineAt: Date } | null;
  readonly exceptions: readonly OpenException[];
}

export type StartVerdict =
  /** `exceptionIds` are used up by this start; `extraMinutes` is what they add to the duration. */
  | { readonly verdict: "may_start"; readonly extraMinutes: number; readonly exceptionIds: readonly string[] }
  | { readonly verdict: "attempt_active"; readonly attemptId: string; readonly deadlineAt: Date }
  | { readonly verdict: "no_membership" }
  | { readonly verdict: "result_pending" }
  | { readonly verdict: "training_missing" }
  | { readonly verdict: "window_not_open"; readonly windowOpensOn: Day; readonly validUntilEnd: Day }
  /** No window is open; `opensAt`: of the next one, null when none is set. Said by `readAvailability`, which knows the windows. */
  | { readonly verdict: "exam_closed"; readonly opensAt: Date | null }
  | { readonly verdict: "cool_down"; readonly failures: number; readonly mayStartAt: Date }
  | { readonly verdict: "release_needed"; readonly failures: number };

const msPerDay = 86_400_000;

/** When an attempt ended for counting: handed in, or the deadline if that came first. */
const endOf = ({ finishedAt, deadlineAt }: FinishedAttempt): Date =>
  finishedAt < deadlineAt ? finishedAt : deadlineAt;

const inOrder = (attempts: readonly FinishedAttempt[]): FinishedAttempt[] =>
  [...attempts].sort((a, b) => endOf(a).getTime() - endOf(b).getTime());

/** Failures since the last pass, oldest first. */
export function failuresSincePass(attempts: readonly FinishedAttempt[]): FinishedAttempt[] {
  const ordered = inOrder(attempts);
  return ordered
    .slice(ordered.findLastIndex(({ passed }) => passed === true) + 1)
    .filter(({ passed }) => passed === false);
}

/** A day of cool-down is 24 hours from the end of the attempt: the person is shown the moment, with its zone. */
function coolDown(failures: readonly FinishedAttempt[], now: Date): StartVerdict | null {
  const last = failures.at(-1);
  if (last === undefined) return null;
  const days: number | undefined = policy.coolDownDays[failures.length - 1];
  if (days === undefined) return { verdict: "release_needed", failures: failures.length };
  const mayStartAt = new Date(endOf(last).getTime() + days * msPerDay);
  return now < mayStartAt ? { verdict: "cool_down", failures: failures.length, mayStartAt } : null;
}

/**
 * One verdict with the facts a person needs to plan. Training counts for the first time only: whoever has passed before sits
 * the renewal without it. A release lifts cool-down and limit alike; an exception outside the window lifts the window. An
 * exception that was not needed stays open, except extra time, which goes to the attempt that starts.
 */
export function mayStartAttempt(facts: StartFacts): StartVerdict {
  const { now, certificate, activeAttempt, finishedAttempts, exceptions } = facts;
  if (activeAttempt)
    return { verdict: "attempt_active", attemptId: activeAttempt.id, deadlineAt: activeAttempt.deadlineAt };
  if (!facts.isMember) return { verdict: "no_membership" };
  if (finishedAttempts.some(({ passed }) => passed === null)) return { verdict: "result_pending" };
  const everPassed = finishedAttempts.some(({ passed }) => passed === true);
  if (facts.requiresTraining && !facts.trainingCompleted && !everPassed) return { verdict: "training_missing" };

  const used: OpenException[] = exceptions.filter(({ kind }) => kind === "extra_time").slice(0, 1);
  if (certificate && dayIn(facts.zone, now) < certificate.windowOpensOn) {
    const exception = exceptions.find(({ kind }) => kind === "outside_window");
    if (!exception) return { verdict: "window_not_open", ...certificate };
    used.push(exception);
  }
  const waiting = coolDown(failuresSincePass(finishedAttempts), now);
  if (waiting) {
    const release = exceptions.find(({ kind }) => kind === "release");
    if (!release) return waiting;
    used.push(release);
  }
  const extraMinutes = used.reduce((minutes, exception) => minutes + exception.extraMinutes, 0);
  return { verdict: "may_start", extraMinutes, exceptionIds: used.map(({ id }) => id) };
}

interface Sitting {
  readonly startedAt: Date;
  readonly durationMinutes: number;
  readonly extraMinutes: number;
  readonly windowEndsAt?: Date | null;
}

const fullTimeOf = ({ startedAt, durationMinutes, extraMinutes }: Sitting): Date =>
  new Date(startedAt.getTime() + (durationMinutes + extraMinutes) * 60_000);

/** Minutes, begun ones too, that the end of the exam window takes from the time; 0 when it takes none. */
export const minutesCut = (attempt: Sitting): number =>
  Math.ceil((fullTimeOf(attempt).getTime() - deadlineOf(attempt).getTime()) / 60_000);

/** `min(start + duration + extra time, end of the exam window)`; the first instant that no longer belongs to the attempt. */
export function deadlineOf(attempt: Sitting): Date {
  const full = fullTimeOf(attempt);
  return attempt.windowEndsAt && attempt.windowEndsAt < full ? attempt.windowEndsAt : full;
}

/**
 * From this instant on whoever comes first, job or request, hands the attempt in. An answer of the very same millisecond counts
 * if it reaches the row before the hand-in does; later ones never.
 */
export const handInDueAt = (attempt: { readonly deadlineAt: Date }): Date =>
  new Date(attempt.deadlineAt.getTime() + policy.lateAnswerSeconds * 1000);

/**
 * Whether an answer counts. Before the deadline it always does, whatever the browser's clock says. In the seconds of grace
 * after it (policy) it counts if it was given before the deadline; `givenAt` is the browser's word, which can win no more than
 * those seconds.
 */
export function acceptsAnswerAt(
  attempt: { readonly deadlineAt: Date; readonly finishedAt: Date | null },
  givenAt: Date,
  arrivedAt: Date,
): boolean {
  if (attempt.finishedAt !== null) return false;
  if (arrivedAt < attempt.deadlineAt) return true;
  return arrivedAt <= handInDueAt(attempt) && givenAt < attempt.deadlineAt;
}
