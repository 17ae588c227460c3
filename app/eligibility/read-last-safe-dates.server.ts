import { failuresSincePass } from "~/examination/attempt-policy";
import { type Day, lastDay } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";
import { standingOf } from "~/training/enrolment-rule";
import { selectComingTrainings } from "~/training/open-training-queries.server";
import { type LastSafeDate, lastSafeDate, type OpenTraining } from "./last-safe-date";
import type { NextStep } from "./next-step";
import { finishedAmong, type Past } from "./read-past.server";
import type { Fall } from "./standing";
import type { Task } from "./tasks";

/** A task, and until when it must be done; null where no day can be named, or nobody can do anything. */
export type DatedTask = Task & { readonly lastSafe: LastSafeDate | null };

interface Known {
  readonly tasks: readonly Task[];
  readonly runway: Fall | null;
  readonly zone: string;
  readonly past: Past;
}

/**
 * Until when each of the tasks that lead to a certificate must be done: a renewal by the end of the person's own certificate, a first
 * certification by the coming fall. One statement, and that only where somebody looks for a seat.
 */
export async function readLastSafeDates(
  db: Reader,
  { tasks, runway, zone, past }: Known,
  now: Date,
): Promise<DatedTask[]> {
  const asked = tasks.map((task) => ({ task, deadline: deadlineOf(task, runway) }));
  const seeksSeat = asked.some(({ deadline }) => deadline && ["enrol", "await_seat"].includes(deadline.step.kind));
  const trainings = seeksSeat ? await readOpenTrainings(db, now) : [];
  return asked.map(({ task, deadline }) => {
    if (!deadline) return { ...task, lastSafe: null };
    const { step } = deadline;
    const seats = past.seats.get(deadline.personId) ?? [];
    const seat = seats.find((one) => "trainingSessionId" in step && one.trainingSessionId === step.trainingSessionId);
    const situation = {
      now,
      zone,
      passBy: deadline.passBy,
      failures: failuresSincePass(finishedAmong(past.attempts.get(deadline.personId) ?? [])).length,
      releases: (past.exceptions.get(deadline.personId) ?? []).filter(({ kind }) => kind === "release").length,
      step,
      trainingEndsAt: seat?.endsAt ?? null,
      trainings,
      windows: past.windows,
    };
    return { ...task, lastSafe: lastSafeDate(situation, policy) };
  });
}

interface Deadline {
  readonly personId: string;
  readonly step: NextStep;
  readonly passBy: Day | null;
}

function deadlineOf(task: Task, runway: Fall | null): Deadline | undefined {
  switch (task.kind) {
    case "renew":
      return { personId: task.personId, step: task.step, passBy: lastDay({ end: task.endsOn }) };
    case "renew_from": {
      const step: NextStep = { kind: "renew_from", from: task.from };
      return { personId: task.personId, step, passBy: lastDay({ end: task.endsOn }) };
    }
    case "certify":
      return { personId: task.personId, step: task.step, passBy: runway && lastDay({ end: runway.day }) };
    default:
      return undefined;
  }
}

/** The coming second-level trainings with the seats that the next to come would get at once. */
async function readOpenTrainings(db: Reader, now: Date): Promise<OpenTraining[]> {
  return (await selectComingTrainings(db, now)).map((training) => {
    const { trainingSessionId, startsAt, endsAt, timeZone, enrolmentClosesAt } = training;
    const standing = standingOf(training, training, now);
    const freeSeats = standing.kind === "free" ? standing.seats : 0;
    return { trainingSessionId, startsAt, endsAt, timeZone, enrolmentClosesAt, freeSeats };
  });
}
