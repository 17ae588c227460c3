import { describe, expect, test } from "vitest";
import {
  acceptsAnswerAt,
  deadlineOf,
  type FinishedAttempt,
  handInDueAt,
  mayStartAttempt,
  type StartFacts,
} from "./attempt-policy";

const at = (iso: string): Date => new Date(iso);
const facts: StartFacts = {
  now: at("2026-03-10T09:00:00Z"),
  zone: "Europe/Berlin",
  isMember: true,
  requiresTraining: true,
  trainingCompleted: true,
  certificate: null,
  finishedAttempts: [],
  activeAttempt: null,
  exceptions: [],
};
const ended = (finished: string, passed: boolean | null, deadline = "2030-01-01T00:00:00Z"): FinishedAttempt => ({
  finishedAt: at(finished),
  deadlineAt: at(deadline),
  passed,
});
const exception = (kind: "release" | "outside_window" | "extra_time", extraMinutes = 0) => ({
  id: `e-${kind}`,
  kind,
  extraMinutes,
});

describe("who may start", () => {
  test("a trained member may", () =>
    expect(mayStartAttempt(facts)).toEqual({ verdict: "may_start", extraMinutes: 0, exceptionIds: [] }));
  test("somebody without membership may not", () =>
    expect(mayStartAttempt({ ...facts, isMember: false })).toEqual({ verdict: "no_membership" }));
  test("without training not the first time", () =>
    expect(mayStartAttempt({ ...facts, trainingCompleted: false })).toEqual({ verdict: "training_missing" }));
  test("without training where the programme asks for none, or after a pass", () => {
    expect(mayStartAttempt({ ...facts, trainingCompleted: false, requiresTraining: false }).verdict).toBe("may_start");
    expect(
      mayStartAttempt({ ...facts, trainingCompleted: false, finishedAttempts: [ended("2025-03-01T09:00:00Z", true)] })
        .verdict,
    ).toBe("may_start");
  });
  test("an active attempt is led back to, with its deadline", () => {
    const activeAttempt = { id: "a1", deadlineAt: at("2026-03-10T09:45:00Z") };
    expect(mayStartAttempt({ ...facts, activeAttempt, isMember: false })).toEqual({
      verdict: "attempt_active",
      attemptId: "a1",
      deadlineAt: activeAttempt.deadlineAt,
    });
  });
  test("an attempt not graded yet is waited for", () =>
    expect(mayStartAttempt({ ...facts, finishedAttempts: [ended("2026-03-10T08:00:00Z", null)] })).toEqual({
      verdict: "result_pending",
    }));
});

describe("cool-down after failing", () => {
  const first = ended("2026-03-09T10:00:00Z", false);
  const second = ended("2026-03-12T10:00:00Z", false);
  const third = ended("2026-03-20T10:00:00Z", false);
  test.each<[string, string, FinishedAttempt[], object]>([
    [
      "a second before one day is over",
      "2026-03-10T09:59:59Z",
      [first],
      { verdict: "cool_down", failures: 1, mayStartAt: at("2026-03-10T10:00:00Z") },
    ],
    ["one day after the first", "2026-03-10T10:00:00Z", [first], { verdict: "may_start" }],
    [
      "six days after the second",
      "2026-03-18T10:00:00Z",
      [first, second],
      { verdict: "cool_down", failures: 2, mayStartAt: at("2026-03-19T10:00:00Z") },
    ],
    ["seven days after the second", "2026-03-19T10:00:00Z", [first, second], { verdict: "may_start" }],
    [
      "long after the third",
      "2027-01-01T00:00:00Z",
      [first, second, third],
      { verdict: "release_needed", failures: 3 },
    ],
    ["whatever the order of the rows", "2026-03-18T10:00:00Z", [second, first], { verdict: "cool_down", failures: 2 }],
    [
      "a pass in between starts the count anew",
      "2026-03-19T11:00:00Z",
      [first, ended("2026-03-10T12:00:00Z", true), ended("2026-03-19T10:00:00Z", false)],
      { verdict: "cool_down", failures: 1, mayStartAt: at("2026-03-20T10:00:00Z") },
    ],
  ])("%s", (_, now, finishedAttempts, verdict) => {
    expect(mayStartAttempt({ ...facts, now: at(now), finishedAttempts })).toMatchObject(verdict);
  });
  test("counts from the deadline where the sweep came later", () => {
    const swept = ended("2026-03-09T23:00:00Z", false, "2026-03-09T09:30:00Z");
    expect(mayStartAttempt({ ...facts, now: at("2026-03-10T09:29:59Z"), finishedAttempts: [swept] })).toMatchObject({
      mayStartAt: at("2026-03-10T09:30:00Z"),
    });
    expect(mayStartAttempt({ ...facts, now: at("2026-03-10T09:30:00Z"), finishedAttempts: [swept] }).verdict).toBe(
      "may_start",
    );
  });
  test("a release by staff lifts both the wait and the limit, and is used up", () => {
    for (const finishedAttempts of [[first], [first, second, third]]) {
      expect(
        mayStartAttempt({
          ...facts,
          now: at("2026-03-20T10:00:01Z"),
          finishedAttempts: finishedAttempts,
          exceptions: [exception("release")],
        }).verdict,
      ).toBe("may_start");
    }
    expect(
      mayStartAttempt({ ...facts, finishedAttempts: [first, second, third], exceptions: [exception("release")] }),
    ).toMatchObject({ exceptionIds: ["e-release"] });
  });
  test("a release that is not needed stays open", () =>
    expect(mayStartAttempt({ ...facts, exceptions: [exception("release")] })).toEqual({
      verdict: "may_start",
      extraMinutes: 0,
      exceptionIds: [],
    }));
});

describe("renewal window", () => {
  const certificate = { windowOpensOn: "2026-12-10", validUntilEnd: "2027-03-10" } as const;
  const finishedAttempts = [ended("2026-03-10T09:00:00Z", true)];
  test.each([
    ["the day before the window", "2026-12-09T12:00:00Z", "Europe/Berlin", "window_not_open"],
    ["its first day", "2026-12-09T23:00:00Z", "Europe/Berlin", "may_start"],
    [
      "the same instant where it is still the day before",
      "2026-12-09T23:00:00Z",
      "America/New_York",
      "window_not_open",
    ],
    ["the last valid day", "2027-03-09T12:00:00Z", "Europe/Berlin", "may_start"],
    ["after the end", "2027-04-01T12:00:00Z", "Europe/Berlin", "may_start"],
  ])("%s", (_, now, zone, verdict) => {
    expect(mayStartAttempt({ ...facts, now: at(now), zone, certificate, finishedAttempts }).verdict).toBe(verdict);
  });
  test("the refusal names the day on which the window opens", () =>
    expect(mayStartAttempt({ ...facts, now: at("2026-06-01T12:00:00Z"), certificate, finishedAttempts })).toEqual({
      verdict: "window_not_open",
      ...certificate,
    }));
  test("an exception by staff opens it once", () =>
    expect(
      mayStartAttempt({
        ...facts,
        now: at("2026-06-01T12:00:00Z"),
        certificate,
        finishedAttempts,
        exceptions: [exception("outside_window")],
      }),
    ).toMatchObject({
      verdict: "may_start",
      exceptionIds: ["e-outside_window"],
    }));
});

test("extra time goes to the attempt that starts, one grant at a time", () => {
  const exceptions = [exception("extra_time", 15), { ...exception("extra_time", 30), id: "later" }];
  expect(mayStartAttempt({ ...facts, exceptions })).toEqual({
    verdict: "may_start",
    extraMinutes: 15,
    exceptionIds: ["e-extra_time"],
  });
});

describe("deadline", () => {
  const attempt = { startedAt: at("2026-03-10T09:00:00Z"), durationMinutes: 45, extraMinutes: 15 };
  test("is start, duration and extra time", () => expect(deadlineOf(attempt)).toEqual(at("2026-03-10T10:00:00Z")));
  test("or the end of the exam window, if that comes first", () => {
    expect(deadlineOf({ ...attempt, windowEndsAt: at("2026-03-10T09:30:00Z") })).toEqual(at("2026-03-10T09:30:00Z"));
    expect(deadlineOf({ ...attempt, windowEndsAt: at("2026-03-10T11:00:00Z") })).toEqual(at("2026-03-10T10:00:00Z"));
  });
});

describe("answers around the deadline 10:00:00", () => {
  const open = { deadlineAt: at("2026-03-10T10:00:00Z"), finishedAt: null };
  test.each([
    ["given and arrived in time", "09:59:59.000", "09:59:59.900", true],
    ["arrived in time from a browser whose clock is ahead", "10:20:00.000", "09:59:59.900", true],
    ["given in time, arrived with the deadline", "09:59:59.999", "10:00:00.000", true],
    ["given in time, arrived in the last instant of grace", "09:59:59.999", "10:00:15.000", true],
    ["given in time, arrived after the grace", "09:59:59.999", "10:00:15.001", false],
    ["given with the deadline, arrived within the grace", "10:00:00.000", "10:00:01.000", false],
  ])("%s", (_, givenAt, arrivedAt, counts) => {
    expect(acceptsAnswerAt(open, at(`2026-03-10T${givenAt}Z`), at(`2026-03-10T${arrivedAt}Z`))).toBe(counts);
  });
  test("nothing counts once handed in", () => {
    const finished = { ...open, finishedAt: at("2026-03-10T09:30:00Z") };
    expect(acceptsAnswerAt(finished, at("2026-03-10T09:29:00Z"), at("2026-03-10T09:30:01Z"))).toBe(false);
  });
  test("the hand-in waits for the last answer that may still count", () =>
    expect(handInDueAt(open)).toEqual(at("2026-03-10T10:00:15Z")));
});
