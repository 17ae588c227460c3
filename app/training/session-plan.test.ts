import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/kernel/calendar";
import { planSession, type SessionDraft } from "./session-plan";

const now = new Date("2027-02-01T08:00:00Z");
const draft: SessionDraft = {
  timeZone: "Europe/Berlin",
  parts: [
    { day: "2027-03-09", from: "09:00", to: "12:00" },
    { day: "2027-03-10", from: "13:00", to: "16:30" },
  ],
  enrolmentCloses: { day: "2027-03-07", time: "18:00" },
  capacity: 12,
  place: "Karlsruhe",
  link: null,
};
const faultsOf = (change: Partial<SessionDraft>) => {
  const verdict = planSession({ ...draft, ...change }, now);
  return verdict.kind === "holds" ? [] : verdict.faults;
};
const second = (from: string, to: string, day: "2027-03-09" | "2027-03-10" = "2027-03-09") => ({
  parts: [{ day: "2027-03-09", from: "09:00", to: "12:00" } as const, { day, from, to }],
});

describe("the plan of a training session", () => {
  it("turns the agreed times into instants of its zone", () => {
    expect(planSession(draft, now)).toEqual({
      kind: "holds",
      plan: {
        timeZone: "Europe/Berlin",
        capacity: 12,
        place: "Karlsruhe",
        link: null,
        enrolmentClosesAt: new Date("2027-03-07T17:00:00Z"),
        parts: [
          { start: new Date("2027-03-09T08:00:00Z"), end: new Date("2027-03-09T11:00:00Z") },
          { start: new Date("2027-03-10T12:00:00Z"), end: new Date("2027-03-10T15:30:00Z") },
        ],
      },
    });
  });

  it.each([
    ["a zone nobody knows", { timeZone: "Europe/Atlantis" }, [{ kind: "unknown_time_zone" }]],
    ["no part", { parts: [] }, [{ kind: "no_parts" }]],
    ["a part that begins as the one before it ends", second("12:00", "13:00"), []],
    ["a part that begins a minute earlier", second("11:59", "13:00"), [{ kind: "before_previous_part", part: 1 }]],
    ["parts out of order", second("07:00", "08:00"), [{ kind: "before_previous_part", part: 1 }]],
    ["a part that ends as it begins", second("14:00", "14:00"), [{ kind: "ends_before_start", part: 1 }]],
    [
      "the hour that is skipped",
      { parts: [{ day: "2027-03-28", from: "02:15", to: "05:00" }] },
      [{ kind: "skipped_hour", part: 0, at: "from" }],
    ],
    ["a deadline at the start", { enrolmentCloses: { day: "2027-03-09", time: "09:00" } }, []],
    [
      "a deadline after the start",
      { enrolmentCloses: { day: "2027-03-09", time: "09:01" } },
      [{ kind: "deadline_after_start" }],
    ],
    ["no seat", { capacity: 0 }, [{ kind: "capacity_out_of_range" }]],
    ["one seat", { capacity: 1 }, []],
    ["500 seats", { capacity: 500 }, []],
    ["501 seats", { capacity: 501 }, [{ kind: "capacity_out_of_range" }]],
    ["half a seat", { capacity: 1.5 }, [{ kind: "capacity_out_of_range" }]],
    ["neither place nor link", { place: null }, [{ kind: "nowhere" }]],
    ["a link alone", { place: null, link: "https://meet.example/1" }, []],
  ] satisfies [string, Partial<SessionDraft>, unknown][])("%s", (_, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  it("begins in the future", () => {
    const start = new Date("2027-03-09T08:00:00Z");
    expect(planSession(draft, new Date(start.getTime() - 1)).kind).toBe("holds");
    expect(planSession(draft, start)).toMatchObject({ faults: [{ kind: "starts_in_past" }] });
  });

  it("never holds with parts that overlap, whatever the times", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const time = (value: number) =>
      `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;
    const part = fc.record({ offset: fc.integer({ min: 0, max: 3 }), from: minute, to: minute });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (drawn) => {
        const parts = drawn.map(({ offset, from, to }) => ({
          day: addDays("2027-03-27", offset),
          from: time(from),
          to: time(to),
        }));
        const verdict = planSession({ ...draft, parts }, now);
        if (verdict.kind === "faulty") return true;
        const times = verdict.plan.parts.flatMap(({ start, end }) => [start.getTime(), end.getTime()]);
        return times.every((value, index) => index === 0 || value >= (times[index - 1] ?? 0));
      }),
    );
  });
});
