import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { mayStartAttempt } from "~/examination/attempt-policy";
import { type ExamWindow, opensFrom } from "~/examination/exam-window";
import { addDays, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { lastSafeDate, type OpenTraining, type Situation } from "./last-safe-date";

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
      windows: [],
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

  it("leaves time for every attempt, whatever the hours and windows, as the examination itself counts the waiting", () => {
    const failing = fc.record({
      passBy: fc.integer({ min: 0, max: 800 }).map((days) => addDays("2026-01-01", days)),
      failures: fc.integer({ min: 0, max: policy.coolDownDays.length - 1 }),
      // Minutes into the day at which the first can be begun, and that each attempt takes.
      minute: fc.integer({ min: 0, max: 1439 }),
      minutes: fc.integer({ min: 1, max: 360 }),
      zone: fc.constantFrom("UTC", "Asia/Kolkata"),
      // Hours before the end of the last day, and how many hours each is long.
      opens: fc.array(fc.tuple(fc.integer({ min: -40, max: 600 }), fc.integer({ min: 1, max: 300 })), { maxLength: 4 }),
    });
    const long = { finishedAt: new Date("2020-01-01T00:00:00Z"), deadlineAt: new Date("2020-01-01T00:00:00Z") };
    let safe = 0;
    fc.assert(
      fc.property(failing, ({ passBy, failures, minute, minutes, zone, opens }) => {
        const midnight = (day: Day) => new Date(`${day}T00:00:00${zone === "UTC" ? "Z" : "+05:30"}`).getTime();
        const windows = opens.map(([before, hours]): ExamWindow => {
          const opensAt = new Date(midnight(addDays(passBy, 1)) - before * 3_600_000);
          return { opensAt, closesAt: new Date(opensAt.getTime() + hours * 3_600_000) };
        });
        const now = new Date(midnight(addDays(passBy, -60)));
        const step = { kind: "sit_exam" } as const;
        const situation = {
          now,
          zone,
          passBy,
          failures,
          releases: 0,
          step,
          trainingEndsAt: null,
          trainings: [],
          windows,
        };
        const found = lastSafeDate(situation, policy);
        fc.pre(found?.kind === "exam" && found.pressure === "safe" && found.safeThrough !== null);
        safe += 1;
        let start = opensFrom(windows, new Date(midnight(found.safeThrough) + minute * 60_000));
        const failed = Array.from({ length: failures }, () => ({ ...long, passed: false }));
        for (let round = 1; round < found.attemptsLeft; round += 1) {
          if (!start) throw new Error("no window for an attempt");
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
          start = opensFrom(windows, verdict.mayStartAt);
        }
        expect(start && dayIn(zone, start) <= passBy).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect(safe).toBeGreaterThan(200);
  });
});

describe("inside examination windows", () => {
  const window = (opens: string, closes: string): ExamWindow => ({
    opensAt: new Date(`${opens}+01:00`),
    closesAt: new Date(`${closes}+01:00`),
  });
  const march = window("2027-03-08T09:00", "2027-03-10T12:00");
  const february = window("2027-02-01T09:00", "2027-02-05T18:00");

  test.each<[string, ExamWindow[], Day | null, string]>([
    ["two in February, the third in March", [february, march], "2027-02-02", "safe"],
    ["one in one that is too short for two", [march], null, "tight"],
    ["long enough for all", [window("2027-02-01T00:00", "2027-03-14T00:00")], "2027-03-04", "safe"],
    [
      "a night between the first and the end of the window",
      [window("2027-02-01T00:00", "2027-02-20T00:00"), march],
      "2027-02-17",
      "safe",
    ],
    ["that ends within the last day", [window("2027-02-01T00:00", "2027-03-13T09:00")], "2027-03-03", "safe"],
  ])("the last safe day leaves every attempt a place: %s", (_, windows, safeThrough, pressure) => {
    expect(on("2027-02-02", { windows })).toMatchObject({ kind: "exam", safeThrough, pressure });
  });

  it("names the last day on which it can be passed, and the first on which it can be sat", () => {
    expect(on("2027-02-20", { failures: 2, windows: [february, march] })).toMatchObject({
      from: "2027-03-08",
      passBy: "2027-03-10",
      pressure: "tight",
    });
  });

  it("is too late when the next window opens after the last day, and says when none is set", () => {
    const april = window("2027-04-01T09:00", "2027-04-02T18:00");
    expect(on("2027-02-20", { windows: [april] })).toMatchObject({ from: "2027-04-01", pressure: "too_late" });
    const step = { kind: "await_window", until: null } as const;
    expect(on("2027-02-20", { step, windows: [february] })).toEqual({
      kind: "no_window",
      passBy: "2027-03-13",
      pressure: "tight",
    });
  });

  it("asks for a training early enough for the window", () => {
    const step = { kind: "enrol" } as const;
    const ends = (day: Day) => on("2027-02-01", { step, trainings: [training(day)], windows: [march] });
    expect([ends("2027-03-02"), ends("2027-03-10")].map((one) => one?.pressure)).toEqual(["tight", "tight"]);
    const open = { windows: [window("2027-02-01T00:00", "2027-03-09T00:00")] };
    expect(on("2027-02-01", { step, trainings: [training("2027-03-05")], ...open })).toMatchObject({
      endBy: "2027-03-05",
      pressure: "safe",
    });
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
