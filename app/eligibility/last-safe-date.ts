/**
 * Until when somebody has to act so that the minimum of clause 2.7 holds on every day: computed back from the last day that the old certificate
 * covers, over the waiting time after failed attempts, to the last training that is early enough. Whole days: whoever keeps to them is safe
 * at whatever hour.
 */
import { addDays, type Day, dayIn, laterDay } from "~/kernel/calendar";
import { type ExamDays, firstOpenDay, lastArrival, lastOpenDay } from "./exam-days";
import type { NextStep } from "./next-step";

/** A coming second-level training that takes one more. */
export interface OpenTraining {
  readonly trainingSessionId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly enrolmentClosesAt: Date;
  readonly freeSeats: number;
}

export interface LastSafePolicy {
  readonly coolDownDays: readonly number[];
  readonly trainingReserveFailures: number;
}

export interface Situation extends ExamDays {
  readonly now: Date;
  /** The examination must be passed on this day or before; null when the number is too low already, so that every day counts. */
  readonly passBy: Day | null;
  /** Failed attempts since the last pass. */
  readonly failures: number;
  /** Granted by staff and not used by an attempt. */
  readonly releases: number;
  readonly step: NextStep;
  /** End of the training that `step` is about. */
  readonly trainingEndsAt: Date | null;
  /** In the order of their start. */
  readonly trainings: readonly OpenTraining[];
}

/** `open`: there is no day to keep. `tight`: it can still be done, but not with a failed attempt. */
type Pressure = "open" | "safe" | "tight" | "too_late";

export type LastSafeDate =
  | {
      readonly kind: "exam";
      readonly pressure: Pressure;
      /** First day on which it can be sat. */
      readonly from: Day;
      /** Sat on this day, every attempt that is left still fits in. */
      readonly safeThrough: Day | null;
      readonly passBy: Day | null;
      readonly attemptsLeft: number;
    }
  /** Windows are set, and none of them for it. */
  | { readonly kind: "no_window"; readonly pressure: Pressure; readonly passBy: Day | null }
  /** No attempt is left until IONOS releases one. */
  | { readonly kind: "release"; readonly pressure: Pressure; readonly passBy: Day | null }
  /** A training is booked, offered, or over and not yet recorded. */
  | { readonly kind: "training"; readonly pressure: Pressure; readonly endsOn: Day; readonly passBy: Day | null }
  /** A seat must be found. `next` is the first training in time, `last` the last of the safest kind; `too_late`: `next` is in time no more. */
  | {
      readonly kind: "enrol";
      readonly pressure: Pressure | "no_free_seat";
      /** A training that ends on this day or before leaves time for a failed attempt. */
      readonly endBy: Day | null;
      readonly passBy: Day | null;
      readonly next: OpenTraining | null;
      readonly last: OpenTraining | null;
    };

interface Counted {
  readonly failures: number;
  readonly reserve: number;
}

/**
 * The last day to sit an attempt after `failures` failed ones, so that up to `reserve` more may fail and the one after them is passed by `passBy`:
 * whoever may start on it, at whatever hour, is in time. Null where the windows leave no such day. An attempt may end after midnight, and its waiting
 * time runs from there: that costs one day more, once, and again wherever a window has ended before the day that was counted back to.
 */
function lastExamDayInside(
  passBy: Day,
  { failures, reserve }: Counted,
  { zone, windows }: ExamDays,
  { coolDownDays }: Pick<LastSafePolicy, "coolDownDays">,
): Day | null {
  // A released attempt waits for nothing.
  const waits = Array.from({ length: reserve }, (_, index) => coolDownDays[failures + index] ?? 0).reverse();
  let day = lastArrival(passBy, { zone, windows });
  let afterMidnight = 1;
  for (const wait of waits) {
    const before = day && addDays(day, -wait - afterMidnight);
    day = before && lastArrival(before, { zone, windows });
    afterMidnight = day === before ? 0 : 1;
  }
  return day;
}

/** The same while the examination is always open. */
export const lastExamDay = (passBy: Day, counted: Counted, policy: Pick<LastSafePolicy, "coolDownDays">): Day =>
  lastExamDayInside(passBy, counted, { windows: [], zone: "UTC" }, policy) ?? passBy;

/** What the person's next step must be done by; null while an attempt runs or is graded, when nobody can do anything. */
export function lastSafeDate(situation: Situation, policy: LastSafePolicy): LastSafeDate | null {
  const { step, passBy, now, zone } = situation;
  const today = dayIn(zone, now);
  switch (step.kind) {
    case "finish_exam":
    case "await_result":
      return null;
    case "ask_release":
      return { kind: "release", passBy, pressure: pressureOf(today, { safeThrough: null, passBy }) };
    case "sit_exam":
      return exam(situation, today, policy);
    case "wait":
      return exam(situation, dayIn(zone, step.until), policy);
    case "await_window":
      return exam(situation, step.until ? dayIn(zone, step.until) : today, policy);
    case "renew_from":
      return exam(situation, step.from, policy);
    case "enrol":
    case "await_seat":
      return enrolment(situation, policy);
    case "take_seat":
    case "attend":
    case "in_training":
    case "await_attendance":
      return training(situation, today, policy);
  }
}

function exam(situation: Situation, earliest: Day, policy: LastSafePolicy): LastSafeDate {
  const { passBy: needed, failures } = situation;
  const attemptsLeft = attemptsLeftOf(situation, policy);
  if (attemptsLeft === 0) {
    return { kind: "release", passBy: needed, pressure: pressureOf(earliest, { safeThrough: null, passBy: needed }) };
  }
  const from = firstOpenDay(earliest, situation);
  if (from === null) {
    return { kind: "no_window", passBy: needed, pressure: pressureOf(earliest, { safeThrough: null, passBy: needed }) };
  }
  const open = needed && lastOpenDay(needed, situation);
  const passBy = open && from <= open ? open : needed;
  const reserve = attemptsLeft - 1;
  // With one attempt left no day is safe: whoever fails it depends on a release.
  const safeThrough =
    passBy && reserve > 0 ? lastExamDayInside(passBy, { failures, reserve }, situation, policy) : null;
  const pressure = pressureOf(from, { safeThrough, passBy });
  // The day that people see is one on which they can sit.
  const shown = safeThrough && lastOpenDay(safeThrough, situation);
  return { kind: "exam", pressure, from, safeThrough: shown, passBy, attemptsLeft };
}

/**
 * Those that need no release and, once they are used up, one for each release. Before that a release is not counted on: it goes to the next
 * attempt that begins within a waiting time, and adds none then.
 */
function attemptsLeftOf({ failures, releases }: Situation, { coolDownDays }: LastSafePolicy): number {
  const unreleased = coolDownDays.length + 1 - failures;
  return unreleased > 0 ? unreleased : releases;
}

function training(situation: Situation, today: Day, policy: LastSafePolicy): LastSafeDate {
  const { zone, trainingEndsAt, passBy } = situation;
  if (!trainingEndsAt) throw new Error(`${situation.step.kind} without its training`);
  const endsOn = dayIn(zone, trainingEndsAt);
  const over = laterDay(dayAfter(endsOn), today);
  const examFrom = firstOpenDay(over, situation) ?? over;
  return {
    kind: "training",
    endsOn,
    passBy,
    pressure: pressureOf(examFrom, { safeThrough: afterTraining(situation, policy), passBy }),
  };
}

function enrolment(situation: Situation, policy: LastSafePolicy): LastSafeDate {
  const { zone, passBy, trainings } = situation;
  const safeThrough = afterTraining(situation, policy);
  const common = { kind: "enrol", passBy, endBy: safeThrough && addDays(safeThrough, -1) } as const;
  const free = trainings.filter(({ freeSeats }) => freeSeats > 0);
  const rated = free.map((one) => ({
    one,
    pressure: pressureOf(dayAfter(dayIn(zone, one.endsAt)), { safeThrough, passBy }),
  }));
  const inTime = rated.filter(({ pressure }) => pressure !== "too_late");
  const [first] = inTime;
  if (!first) {
    const [next] = free;
    return { ...common, pressure: next ? "too_late" : "no_free_seat", next: next ?? null, last: null };
  }
  const { pressure } = rated.find((one) => one.pressure === "safe") ?? first;
  const last = passBy === null ? null : (inTime.findLast((one) => one.pressure === pressure)?.one ?? null);
  return { ...common, pressure, next: first.one, last };
}

/** The last day for the first attempt after a training; the examination is sat on the day after it at the earliest. */
function afterTraining(situation: Situation, policy: LastSafePolicy): Day | null {
  const { passBy, failures } = situation;
  return passBy && lastExamDayInside(passBy, { failures, reserve: policy.trainingReserveFailures }, situation, policy);
}

const dayAfter = (day: Day): Day => addDays(day, 1);

function pressureOf(from: Day, { safeThrough, passBy }: { safeThrough: Day | null; passBy: Day | null }): Pressure {
  if (passBy === null) return "open";
  if (from > passBy) return "too_late";
  return safeThrough !== null && from <= safeThrough ? "safe" : "tight";
}
