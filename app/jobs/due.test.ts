import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDue, isLate, isToRun, type JobSchedule, neverRun, nextRunAt } from "./due";

const at = (text: string): Date => new Date(`${text}Z`);
const hourly: JobSchedule = { everyMinutes: 60 };
const minutely: JobSchedule = { everyMinutes: 1 };
const daily: JobSchedule = { dailyAt: "02:40" };

describe("whether a job is due", () => {
  it.each([
    ["never done", hourly, null, "2026-03-10T12:00", true],
    ["done in this slot", hourly, "2026-03-10T12:00", "2026-03-10T12:59", false],
    ["the next slot", hourly, "2026-03-10T12:59", "2026-03-10T13:00", true],
    ["a second before the next slot", hourly, "2026-03-10T12:59", "2026-03-10T12:59:59", false],
    ["a week of downtime", hourly, "2026-03-03T12:00", "2026-03-10T12:00", true],
    ["before today's time", daily, "2026-03-09T02:40", "2026-03-10T02:39", false],
    ["today's time", daily, "2026-03-09T02:40", "2026-03-10T02:40", true],
    ["yesterday's run was late in the day", daily, "2026-03-09T23:59", "2026-03-10T02:40", true],
    ["the clock was put back half an hour", hourly, "2026-03-10T12:00", "2026-03-10T11:30", false],
    ["the clock was put back a whole hour", hourly, "2026-03-10T12:00", "2026-03-10T11:00", false],
    ["the clock was put back three hours", hourly, "2026-03-10T12:00", "2026-03-10T09:00", true],
    ["the clock was put back three hours, for a daily job", daily, "2026-03-10T02:41", "2026-03-09T23:41", false],
    ["the other instance's clock is ten minutes ahead", minutely, "2026-03-10T12:10", "2026-03-10T12:00", false],
    [
      "the clock was put back eleven minutes, for a minute's job",
      minutely,
      "2026-03-10T12:11",
      "2026-03-10T12:00",
      true,
    ],
    ["the clock was put back, and the hour comes again", hourly, "2026-03-10T12:00", "2026-03-10T12:00", false],
    ["the spring night of Europe", { everyMinutes: 60 }, "2026-03-29T00:00", "2026-03-29T01:00", true],
    ["the autumn night of Europe", { everyMinutes: 60 }, "2026-10-25T00:00", "2026-10-25T01:00", true],
    ["the last run was stamped by a clock a year ahead", daily, "2027-03-10T02:40", "2026-03-10T03:00", true],
  ] as const)("%s", (_, schedule, lastDone, now, due) => {
    expect(isDue(schedule, lastDone === null ? null : at(lastDone), at(now))).toBe(due);
  });

  const schedules = fc.oneof(
    fc.constantFrom(1, 5, 15, 60, 240).map((everyMinutes): JobSchedule => ({ everyMinutes })),
    fc.constantFrom("00:00", "02:40", "23:59").map((dailyAt): JobSchedule => ({ dailyAt: dailyAt as "02:40" })),
  );
  const instants = fc.date({ min: at("2026-01-01T00:00"), max: at("2046-12-31T00:00"), noInvalidDate: true });

  it("is due exactly when a minute of its schedule lies between the last run and now", () => {
    const isSlot = (schedule: JobSchedule, minute: Date): boolean =>
      "everyMinutes" in schedule
        ? (minute.getTime() / 60_000) % schedule.everyMinutes === 0
        : minute.toISOString().slice(11, 16) === schedule.dailyAt;
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 0, max: 3_000 }), (schedule, last, minutes) => {
        const now = new Date(last.getTime() + minutes * 60_000);
        const first = Math.floor(last.getTime() / 60_000) + 1;
        const slots = Array.from(
          { length: Math.floor(now.getTime() / 60_000) - first + 1 },
          (_, index) => new Date((first + index) * 60_000),
        );
        expect(isDue(schedule, last, now)).toBe(slots.some((minute) => isSlot(schedule, minute)));
      }),
      { numRuns: 300 },
    );
  });

  it("is not due again after a run stamped now, and is due at the instant it promises and not a second before", () => {
    fc.assert(
      fc.property(schedules, instants, (schedule, now) => {
        expect(isDue(schedule, now, now)).toBe(false);
        const next = nextRunAt(schedule, { ...neverRun, lastDoneAt: now }, now);
        expect(isDue(schedule, now, next)).toBe(true);
        expect(isDue(schedule, now, new Date(next.getTime() - 1000))).toBe(false);
      }),
    );
  });
});

describe("a job that has failed", () => {
  const [noon, doneBefore] = ["2026-03-10T12:00", { hourly: "2026-03-10T11:00", daily: "2026-03-09T02:40" }] as const;
  it.each([
    ["once", daily, doneBefore.daily, 1, noon, "2026-03-10T12:01"],
    ["once, within a minute", daily, doneBefore.daily, 1, "2026-03-10T12:00:59", "2026-03-10T12:01"],
    ["twice", daily, doneBefore.daily, 2, noon, "2026-03-10T12:02"],
    ["three times", daily, doneBefore.daily, 3, noon, "2026-03-10T12:04"],
    ["six times", daily, doneBefore.daily, 6, noon, "2026-03-10T12:32"],
    ["seven times", daily, doneBefore.daily, 7, noon, "2026-03-10T13:00"],
    ["for weeks", daily, "2026-02-10T02:40", 2_000, noon, "2026-03-10T13:00"],
    ["seven times, shortly before its next slot", daily, doneBefore.daily, 7, "2026-03-11T02:10", "2026-03-11T02:40"],
    ["seven times, for an hourly job", hourly, doneBefore.hourly, 7, "2026-03-10T12:31", "2026-03-10T13:00"],
    ["seven times, for a minute's job", minutely, doneBefore.hourly, 7, noon, "2026-03-10T12:01"],
    ["twice, and was never done", daily, null, 2, noon, "2026-03-10T12:02"],
  ] as const)(
    "%s is tried again when that is said, and not a second before",
    (_, schedule, done, failures, failed, again) => {
      const past = { lastDoneAt: done === null ? null : at(done), failures, failedAt: at(failed) };
      expect(nextRunAt(schedule, past, at(failed))).toEqual(at(again));
      expect(isToRun(schedule, past, at(again))).toBe(true);
      expect(isToRun(schedule, past, new Date(at(again).getTime() - 1000))).toBe(false);
      expect(isDue(schedule, past.lastDoneAt, at(failed)), "it stays due, so that it can be late").toBe(true);
    },
  );

  it("is tried again only when it is due: a clock put back does not bring it about sooner", () => {
    const past = { lastDoneAt: at("2026-03-10T12:00"), failures: 1, failedAt: at("2026-03-10T11:00") };
    expect(isToRun(hourly, past, at("2026-03-10T12:30"))).toBe(false);
  });

  it("does not wait for a year because its failure was stamped by a clock a year ahead", () => {
    const past = { lastDoneAt: at("2026-03-10T11:00"), failures: 1, failedAt: at("2027-03-10T12:00") };
    expect(isToRun(hourly, past, at(noon))).toBe(true);
  });
});

describe("whether a job is late", () => {
  it.each([
    ["on time", hourly, "2026-03-10T12:00", "2026-03-10T13:01", false],
    ["an hour after its slot", hourly, "2026-03-10T12:00", "2026-03-10T14:01", true],
    ["a minute's job gets ten minutes", { everyMinutes: 1 }, "2026-03-10T12:00", "2026-03-10T12:11", false],
    ["a minute's job after ten minutes", { everyMinutes: 1 }, "2026-03-10T12:00", "2026-03-10T12:12", true],
    ["a daily job an hour after its time", daily, "2026-03-09T02:40", "2026-03-10T03:41", true],
  ] as const)("%s", (_, schedule, lastDone, now, late) => {
    expect(isLate(schedule, at(lastDone), at("2020-01-01T00:00"), at(now))).toBe(late);
  });

  it.each([
    ["an hourly job known for an hour", hourly, "2026-03-10T13:10", false],
    ["an hourly job known for longer", hourly, "2026-03-10T13:10:01", true],
    ["a minute's job known for ten minutes", minutely, "2026-03-10T12:20", false],
    ["a minute's job known for longer", minutely, "2026-03-10T12:20:01", true],
    ["a daily job known for an hour", daily, "2026-03-10T13:10", false],
    ["a daily job known for longer, whatever its time of day", daily, "2026-03-10T13:10:01", true],
    ["a clock put back since it became known", hourly, "2026-03-10T09:00", false],
  ] as const)("never done: %s", (_, schedule, now, late) => {
    expect(isLate(schedule, null, at("2026-03-10T12:10"), at(now))).toBe(late);
  });
});
