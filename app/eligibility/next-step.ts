/** What somebody who is to be certified has to do next (clauses 2.2 and 2.7, domain rules §5 and §6): training, waiting, or the examination. */
import type { StartVerdict } from "~/examination/attempt-policy";
import { type ExamWindow, opensFrom } from "~/examination/exam-window";
import type { Day } from "~/kernel/calendar";
import type { AttendanceMark } from "~/platform/schema/training-tables";
import { attendanceOf } from "~/training/completion";

/** An enrolment in a second-level training that was not cancelled; `marks` one a part, null where none is recorded. */
export interface TrainingSeat {
  readonly trainingSessionId: string;
  readonly state: "enrolled" | "waiting" | "offered";
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly offerExpiresAt: Date | null;
  readonly marks: readonly (AttendanceMark | null)[];
}

export interface Preparation {
  /** What the examination says to a start at `now`. */
  readonly verdict: StartVerdict;
  readonly seats: readonly TrainingSeat[];
  /** Those of the programme that stand. */
  readonly windows: readonly ExamWindow[];
}

type AtSession = Pick<TrainingSeat, "trainingSessionId" | "timeZone">;

export type NextStep =
  | { readonly kind: "enrol" }
  | ({ readonly kind: "take_seat"; readonly until: Date } & AtSession)
  | ({ readonly kind: "attend"; readonly startsAt: Date } & AtSession)
  /** The training has begun and is not over. */
  | ({ readonly kind: "in_training"; readonly until: Date } & AtSession)
  /** The training is over; its manager has not recorded every part. */
  | ({ readonly kind: "await_attendance"; readonly endedAt: Date } & AtSession)
  | ({ readonly kind: "await_seat"; readonly startsAt: Date } & AtSession)
  | { readonly kind: "sit_exam" }
  | { readonly kind: "finish_exam"; readonly until: Date }
  | { readonly kind: "await_result" }
  | { readonly kind: "wait"; readonly until: Date }
  /** No exam window is open; null while none is set to come. */
  | { readonly kind: "await_window"; readonly until: Date | null }
  | { readonly kind: "ask_release"; readonly failures: number }
  | { readonly kind: "renew_from"; readonly from: Day };

/** The step that is due at `now`. `no_membership` cannot come of a member; it is answered like a start that is open. */
export function nextStep({ verdict, seats, windows }: Preparation, now: Date): NextStep {
  switch (verdict.verdict) {
    case "may_start":
    case "no_membership": {
      const opens = opensFrom(windows, now);
      return opens && opens <= now ? { kind: "sit_exam" } : { kind: "await_window", until: opens };
    }
    case "attempt_active":
      return { kind: "finish_exam", until: verdict.deadlineAt };
    case "result_pending":
      return { kind: "await_result" };
    case "cool_down": {
      const opens = opensFrom(windows, verdict.mayStartAt);
      return opens ? { kind: "wait", until: opens } : { kind: "await_window", until: null };
    }
    case "exam_closed":
      return { kind: "await_window", until: verdict.opensAt };
    case "release_needed":
      return { kind: "ask_release", failures: verdict.failures };
    case "window_not_open":
      return { kind: "renew_from", from: verdict.windowOpensOn };
    case "training_missing":
      return trainingStep(seats, now);
  }
}

/** Whether one of the seats has led to a completed training that is over. */
export const hasCompleted = (seats: readonly TrainingSeat[], now: Date): boolean =>
  seats.some(
    ({ state, marks, endsAt }) => state === "enrolled" && endsAt <= now && attendanceOf(marks).kind === "completed",
  );

/** An offer first, since it expires; then the seat held, the soonest first; the waiting list only where no seat is held. */
function trainingStep(seats: readonly TrainingSeat[], now: Date): NextStep {
  const inOrder = [...seats].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const seat of inOrder) {
    if (seat.state === "offered" && seat.offerExpiresAt && now < seat.offerExpiresAt) {
      return { kind: "take_seat", until: seat.offerExpiresAt, ...at(seat) };
    }
  }
  const held = inOrder.filter(({ state, marks }) => state === "enrolled" && attendanceOf(marks).kind !== "incomplete");
  const seat = held.find(({ endsAt }) => now < endsAt) ?? held.at(-1);
  if (seat && now < seat.startsAt) return { kind: "attend", startsAt: seat.startsAt, ...at(seat) };
  if (seat && now < seat.endsAt) return { kind: "in_training", until: seat.endsAt, ...at(seat) };
  if (seat) return { kind: "await_attendance", endedAt: seat.endsAt, ...at(seat) };
  const waiting = inOrder.find(({ state, startsAt }) => state === "waiting" && now < startsAt);
  return waiting ? { kind: "await_seat", startsAt: waiting.startsAt, ...at(waiting) } : { kind: "enrol" };
}

const at = ({ trainingSessionId, timeZone }: TrainingSeat): AtSession => ({ trainingSessionId, timeZone });
