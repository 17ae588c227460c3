import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { mayStartAttempt } from "~/examination/attempt-policy";
import { addDays, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { lastExamDay, lastSafeDate, type OpenTraining, type Situation } from "./last-safe-date";

const rules = { coolDownDays: [1, 7], trainingReserveFailures: 1 };
const berlin = "Europe/Berlin";
const noon = (day: Day): Date => new Date(`${day}T12:00:00+01:00`);
const atSession = { trainingSessionId: "spring", timeZone: berlin };

const training = (endsOn: Day, freeSeats = 4): OpenTraining => ({
  ...atSession,
  trainingSessionId: endsOn,
  startsAt: new Date(`${endsOn}T09:00:00+01:00`),
  endsAt: noon(endsOn),
  enrolmentClosesAt: noon(addDays(endsOn, -2)),
  freeSeats,
});

/** The certificate is valid through 13 March 2027: on the 14th the number falls. */
const on = (day: Day, more: Partial<Situation> = {}) =>
  lastSafeDate(
    {
      now: noon(day),
      zone: berlin,
      passBy: "2027-03-13",
      failures: 0,
      releases: 0,
      step: { kind: "sit_exam" },
      trainingEndsAt: null,
      trainings: [],
      ...more,
    },
    rules,
  );

describe("the last safe day of the examination", () => {
  test.each<[Day, string]>([
    ["2026-12-14", "safe"],
    ["2027-03-04", "safe"],
    ["2027-03-05", "tight"],
    ["2027-03-13", "tight"],
    ["2027-03-14", "too_late"],
  ])("with three attempts left, on %s it is %s", (day, pressure) => {
    expect(on(day)).toEqual({
      kind: "exam",
      pressure,
      from: day,
      safeThrough: "2027-03-04",
      passBy: "2027-03-13",
      attemptsLeft: 3,
    });
  });

  test.each([
    [0, "2027-03-04", 3],
    [1, "2027-03-05", 2],
    [2, null, 1],
  ] as const)("after %s failed attempts it is %s, %s are left", (failures, safeThrough, attemptsLeft) => {
    expect(on("2027-02-01", { failures })).toMatchObject({ safeThrough, attemptsLeft });
  });

  it("is never safe with the last attempt: who fails it needs a release", () => {
    expect(on("2026-12-20", { failures: 2 })).toMatchObject({ pressure: "tight" });
  });

  test.each([
    [3, 1, null, 1],
    [4, 1, null, 1],
    [3, 2, "2027-03-12", 2],
    [2, 1, null, 1],
  ] as const)(
    "after %s failed attempts with %s released, it is %s, %s are left",
    (failures, releases, safeThrough, attemptsLeft) => {
      expect(on("2027-02-01", { failures, releases })).toMatchObject({ kind: "exam", safeThrough, attemptsLeft });
    },
  );

  it("needs a release as well where the renewal window is still to open", () => {
    const step = { kind: "renew_from", from: "2026-12-14" } as const;
    expect(on("2026-11-01", { step, failures: 3 })).toMatchObject({ kind: "release", pressure: "tight" });
  });

  test.each<[string, Day, string]>([
    ["2027-03-05T22:59:00Z", "2027-03-05", "safe"],
    ["2027-03-05T23:00:00Z", "2027-03-06", "tight"],
    ["2027-03-13T22:59:00Z", "2027-03-13", "tight"],
    ["2027-03-13T23:00:00Z", "2027-03-14", "too_late"],
  ])("counts the waiting time in, by the day in the organisation's zone: %s", (until, from, pressure) => {
    const waiting = on("2027-02-28", { failures: 1, step: { kind: "wait", until: new Date(until) } });
    expect(waiting).toMatchObject({ from, pressure });
  });

  it("begins with the renewal window", () => {
    const step = { kind: "renew_from", from: "2026-12-14" } as const;
    expect(on("2026-11-01", { step })).toMatchObject({ from: "2026-12-14", pressure: "safe" });
  });

  it("is no day at all where the number is too low already", () => {
    const soonest = { kind: "exam", pressure: "open", safeThrough: null, passBy: null };
    expect(on("2027-03-20", { passBy: null })).toMatchObject(soonest);
  });

  it("leaves time for every attempt, whatever the hours, as the examination itself counts the waiting", () => {
    const failing = fc.record({
      passBy: fc.integer({ min: 0, max: 800 }).map((days) => addDays("2026-01-01", days)),
      failures: fc.integer({ min: 0, max: policy.coolDownDays.length }),
      // Minutes into the day at which the first is begun, and that each attempt takes.
      minute: fc.integer({ min: 0, max: 1439 }),
      minutes: fc.integer({ min: 1, max: 360 }),
      zone: fc.constantFrom("UTC", "Asia/Kolkata"),
    });
    fc.assert(
      fc.property(failing, ({ passBy, failures, minute, minutes, zone }) => {
        const reserve = policy.coolDownDays.length - failures;
        fc.pre(reserve > 0);
        const day = lastExamDay(passBy, { failures, reserve }, policy);
        const midnight = zone === "UTC" ? "T00:00:00Z" : "T00:00:00+05:30";
        let start = new Date(new Date(`${day}${midnight}`).getTime() + minute * 60_000);
        const failed = [];
        const long = { finishedAt: new Date("2020-01-01T00:00:00Z"), deadlineAt: new Date("2020-01-01T00:00:00Z") };
        for (let index = 0; index < failures; index += 1) failed.push({ ...long, passed: false });
        for (let round = 0; round < reserve; round += 1) {
          const deadlineAt = new Date(start.getTime() + minutes * 60_000);
          failed.push({ deadlineAt, finishedAt: deadlineAt, passed: false });
          const verdict = mayStartAttempt({
            now: deadlineAt,
            zone,
            isMember: true,
            requiresTraining: false,
            trainingCompleted: true,
            certificate: null,
            finishedAttempts: failed,
            activeAttempt: null,
            exceptions: [],
          });
          if (verdict.verdict !== "cool_down") throw new Error(verdict.verdict);
          start = verdict.mayStartAt;
        }
        expect(dayIn(zone, start) <= passBy).toBe(true);
      }),
    );
  });
});

describe("the last training that is early enough", () => {
  const enrol = { step: { kind: "enrol" } } as const;

  test.each<[Day, string]>([
    ["2027-03-10", "safe"],
    ["2027-03-11", "tight"],
    ["2027-03-12", "tight"],
    ["2027-03-13", "too_late"],
  ])("one that ends on %s is %s: the examination is sat the day after", (endsOn, pressure) => {
    expect(on("2027-02-01", { ...enrol, trainings: [training(endsOn)] })).toMatchObject({
      pressure,
      endBy: "2027-03-10",
      next: { trainingSessionId: endsOn },
    });
    const held = { step: { kind: "attend", startsAt: noon(endsOn), ...atSession } } as const;
    expect(on("2027-02-01", { ...held, trainingEndsAt: noon(endsOn) })).toMatchObject({ pressure, endsOn });
  });

  it("names the first with a free seat and the last that is safe, passing over what is full", () => {
    const trainings = [
      training("2027-02-10", 0),
      training("2027-02-20"),
      training("2027-03-02"),
      training("2027-03-09", 0),
      training("2027-03-12"),
    ];
    expect(on("2027-02-01", { ...enrol, trainings })).toMatchObject({
      pressure: "safe",
      next: { trainingSessionId: "2027-02-20" },
      last: { trainingSessionId: "2027-03-02" },
    });
  });

  it("tells no free seat anywhere from free seats that come too late", () => {
    const full = { ...enrol, trainings: [training("2027-02-20", 0)] };
    expect(on("2027-02-01", full)).toMatchObject({ pressure: "no_free_seat", next: null, last: null });
    const late = { ...enrol, trainings: [training("2027-02-20", 0), training("2027-04-01")] };
    expect(on("2027-02-01", late)).toMatchObject({
      pressure: "too_late",
      next: { trainingSessionId: "2027-04-01" },
      last: null,
    });
  });

  it("does not lean on a waiting list", () => {
    const step = { kind: "await_seat", startsAt: noon("2027-02-20"), ...atSession } as const;
    expect(on("2027-02-01", { step, trainings: [training("2027-03-02")] })).toMatchObject({
      kind: "enrol",
      next: { trainingSessionId: "2027-03-02" },
    });
  });

  it("takes today for a training that is over, once attendance is recorded", () => {
    const step = { kind: "await_attendance", endedAt: noon("2027-01-20"), ...atSession } as const;
    const over = (day: Day) => on(day, { step, trainingEndsAt: noon("2027-01-20") });
    expect([over("2027-03-11"), over("2027-03-12"), over("2027-03-14")].map((one) => one?.pressure)).toEqual([
      "safe",
      "tight",
      "too_late",
    ]);
  });
});

test("nothing can be done while an attempt runs or is graded; who has no attempt left needs a release", () => {
  expect(on("2027-02-01", { step: { kind: "finish_exam", until: noon("2027-02-01") } })).toBeNull();
  expect(on("2027-02-01", { step: { kind: "await_result" } })).toBeNull();
  const step = { kind: "ask_release", failures: 3 } as const;
  expect(on("2027-03-13", { step, failures: 3 })).toMatchObject({ kind: "release", pressure: "tight" });
  expect(on("2027-03-14", { step, failures: 3 })).toMatchObject({ kind: "release", pressure: "too_late" });
});
