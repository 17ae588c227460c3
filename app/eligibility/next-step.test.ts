import { describe, expect, it } from "vitest";
import type { StartVerdict } from "~/examination/attempt-policy";
import { hasCompleted, type NextStep, nextStep, type TrainingSeat } from "./next-step";

const second = 1000;
const starts = new Date("2027-03-09T08:00:00Z");
const ends = new Date("2027-03-10T11:00:00Z");
const justBefore = (instant: Date) => new Date(instant.getTime() - second);
const until = new Date("2027-03-05T12:00:00Z");

const seat = (more: Partial<TrainingSeat> = {}): TrainingSeat => ({
  trainingSessionId: "spring",
  state: "enrolled",
  startsAt: starts,
  endsAt: ends,
  timeZone: "Europe/Berlin",
  offerExpiresAt: null,
  marks: [null, null],
  ...more,
});
const autumn = {
  trainingSessionId: "autumn",
  startsAt: new Date("2027-09-07T07:00:00Z"),
  endsAt: new Date("2027-09-08T10:00:00Z"),
};
const offered = seat({ state: "offered", offerExpiresAt: until });
const waiting = seat({ state: "waiting" });
const there = { trainingSessionId: "spring", timeZone: "Europe/Berlin" };

describe("somebody whose training is missing", () => {
  it.each<[string, Date, TrainingSeat[], NextStep]>([
    ["has no seat", starts, [], { kind: "enrol" }],
    ["holds a seat", justBefore(starts), [seat()], { kind: "attend", startsAt: starts, ...there }],
    ["is in it from its first moment", starts, [seat()], { kind: "in_training", until: ends, ...there }],
    ["is in it to its last second", justBefore(ends), [seat()], { kind: "in_training", until: ends, ...there }],
    ["has been there, no mark yet", ends, [seat()], { kind: "await_attendance", endedAt: ends, ...there }],
    [
      "has been there, half marked",
      ends,
      [seat({ marks: ["present", null] })],
      { kind: "await_attendance", endedAt: ends, ...there },
    ],
    ["has missed a part of a training under way", starts, [seat({ marks: ["absent", null] })], { kind: "enrol" }],
    ["was there for half of a part", ends, [seat({ marks: ["present", "partial"] })], { kind: "enrol" }],
    ["is offered a seat", justBefore(until), [offered], { kind: "take_seat", until, ...there }],
    ["let the offer expire", until, [offered], { kind: "enrol" }],
    ["waits for a seat", justBefore(starts), [waiting], { kind: "await_seat", startsAt: starts, ...there }],
    ["waited in vain", starts, [waiting], { kind: "enrol" }],
    [
      "waits here and holds a seat there",
      until,
      [waiting, seat(autumn)],
      { kind: "attend", ...autumn, timeZone: "Europe/Berlin" } as NextStep,
    ],
    [
      "holds a seat and is offered a sooner one",
      justBefore(until),
      [seat(autumn), offered],
      { kind: "take_seat", until, ...there },
    ],
    ["holds two seats", until, [seat(autumn), seat()], { kind: "attend", startsAt: starts, ...there }],
    [
      "missed one and holds the next",
      ends,
      [seat({ marks: ["absent", "absent"] }), seat(autumn)],
      { kind: "attend", ...autumn, timeZone: "Europe/Berlin" } as NextStep,
    ],
  ])("%s", (_who, now, seats, expected) => {
    const { endsAt: _, ...step } = expected as NextStep & { endsAt?: Date };
    expect(nextStep({ verdict: { verdict: "training_missing" }, seats, windows: [] }, now)).toEqual(step);
  });
});

describe("the examination", () => {
  it.each<[StartVerdict, NextStep]>([
    [{ verdict: "may_start", extraMinutes: 0, exceptionIds: [] }, { kind: "sit_exam" }],
    [
      { verdict: "attempt_active", attemptId: "a", deadlineAt: until },
      { kind: "finish_exam", until },
    ],
    [{ verdict: "result_pending" }, { kind: "await_result" }],
    [
      { verdict: "cool_down", failures: 1, mayStartAt: until },
      { kind: "wait", until },
    ],
    [
      { verdict: "exam_closed", opensAt: until },
      { kind: "await_window", until },
    ],
    [
      { verdict: "exam_closed", opensAt: null },
      { kind: "await_window", until: null },
    ],
    [
      { verdict: "release_needed", failures: 3 },
      { kind: "ask_release", failures: 3 },
    ],
    [
      { verdict: "window_not_open", windowOpensOn: "2027-12-10", validUntilEnd: "2028-03-10" },
      { kind: "renew_from", from: "2027-12-10" },
    ],
  ])("%o", (verdict, step) => {
    // Trainings say nothing once the examination has spoken.
    for (const seats of [[], [waiting], [seat({ marks: ["absent", "absent"] })]]) {
      expect(nextStep({ verdict, seats, windows: [] }, ends)).toEqual(step);
    }
  });
});

describe("inside examination windows", () => {
  const hour = 3_600_000;
  const hence = (hours: number) => new Date(ends.getTime() + hours * hour);
  const window = (opens: number, closes: number) => ({ opensAt: hence(opens), closesAt: hence(closes) });
  const mayStart = { verdict: "may_start", extraMinutes: 0, exceptionIds: [] } as const;
  const waits = { verdict: "cool_down", failures: 1, mayStartAt: hence(24) } as const;
  it.each<[string, StartVerdict, ReturnType<typeof window>[], NextStep]>([
    ["open", mayStart, [window(-1, 1)], { kind: "sit_exam" }],
    ["not open yet", mayStart, [window(2, 4), window(9, 10)], { kind: "await_window", until: hence(2) }],
    ["over", mayStart, [window(-2, 0)], { kind: "await_window", until: null }],
    ["open when the waiting time ends", waits, [window(20, 30)], { kind: "wait", until: hence(24) }],
    ["opening after the waiting time", waits, [window(-1, 1), window(30, 40)], { kind: "wait", until: hence(30) }],
    ["none after the waiting time", waits, [window(-1, 1)], { kind: "await_window", until: null }],
  ])("%s", (_, verdict, windows, step) => {
    expect(nextStep({ verdict, seats: [], windows }, ends)).toEqual(step);
  });
});

describe("a training", () => {
  it.each([
    ["present in all parts, over", ends, seat({ marks: ["present", "present"] }), true],
    ["present in all parts, a second before its end", justBefore(ends), seat({ marks: ["present", "present"] }), false],
    ["one part not marked", ends, seat({ marks: ["present", null] }), false],
    ["one part missed", ends, seat({ marks: ["present", "partial"] }), false],
    ["only waited for", ends, seat({ state: "waiting", marks: ["present", "present"] }), false],
  ])("counts as completed or not: %s", (_what, now, one, completed) => {
    expect(hasCompleted([one], now)).toBe(completed);
  });
});
