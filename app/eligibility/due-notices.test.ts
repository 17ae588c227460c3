import { describe, expect, it, test } from "vitest";
import { addDays, type Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { dueForCertificate, dueForStanding, type LapseFact, stageAt, type ToldFall } from "./due-notices";
import type { Fall, Standing } from "./standing";

test.each([
  [91, undefined],
  [90, 90],
  [61, 90],
  [60, 60],
  [31, 60],
  [30, 30],
  [8, 14],
  [7, 7],
  [2, 7],
  [1, 1],
  [0, undefined],
  [-3, undefined],
])("with %i days left the stage is %s", (daysLeft, stage) => {
  expect(stageAt(policy.lapseStages, daysLeft)).toBe(stage);
});

const fallOn = (day: Day): Fall => ({
  day,
  count: 2,
  causes: [{ personId: "ada", kind: "membership_ends", certificateId: null }],
});
const standing = (day: Day, more: Partial<Standing>): Standing => ({
  day,
  status: "met",
  count: 3,
  counted: [],
  obligedSince: "2026-01-01",
  mandatory: true,
  metSince: null,
  runway: null,
  fallen: null,
  nextChange: null,
  ...more,
});
const below = (day: Day, since: Day) => standing(day, { status: "not_met", count: 2, fallen: fallOn(since) });
const met = (day: Day, since: Day) => standing(day, { metSince: since });
const told = (cycle: string, firstToldOn: Day, restored = false): ToldFall => ({ cycle, firstToldOn, restored });
const due = (now: Standing, falls: readonly ToldFall[] = []) =>
  dueForStanding(now, falls, policy).map(({ kind, cycle, stage, toStaff }) => ({ kind, cycle, stage, toStaff }));

describe("below three now", () => {
  it("is told on the day of the fall, to staff too", () => {
    expect(due(below("2027-03-10", "2027-03-10"))).toEqual([
      { kind: "below_three_now", cycle: "2027-03-10", stage: "0", toStaff: true },
    ]);
  });

  test.each([
    ["2027-03-16", "0"],
    ["2027-03-17", "1"],
    ["2027-03-24", "2"],
    ["2027-04-08", "4"],
  ])("on %s stands at repeat %s, counted from the first notice", (day, stage) => {
    expect(due(below(day as Day, "2027-03-01"), [told("2027-03-01", "2027-03-10")])).toMatchObject([
      { cycle: "2027-03-01", stage },
    ]);
  });

  it("stays the same fall when it is learnt later that it began earlier", () => {
    expect(due(below("2027-03-12", "2027-02-20"), [told("2027-03-10", "2027-03-10")])).toMatchObject([
      { cycle: "2027-03-10", stage: "0" },
    ]);
  });

  it("is a new fall after a restoration, even on the same day", () => {
    expect(due(below("2027-03-10", "2027-03-10"), [told("2027-03-10", "2027-03-10", true)])).toMatchObject([
      { cycle: "2027-03-10/2", stage: "0" },
    ]);
    const third = [told("2027-03-10", "2027-03-10", true), told("2027-03-10/2", "2027-03-10", true)];
    expect(due(below("2027-03-10", "2027-03-10"), third)).toMatchObject([{ cycle: "2027-03-10/3" }]);
  });

  it("is a new fall when the minimum was met in between without anybody having looked", () => {
    expect(due(below("2027-04-02", "2027-04-01"), [told("2027-03-10", "2027-03-10")])).toMatchObject([
      { cycle: "2027-04-01", stage: "0" },
    ]);
  });
});

describe("restored", () => {
  it("is told once, for the fall that was told", () => {
    expect(due(met("2027-03-20", "2027-03-20"), [told("2027-03-10", "2027-03-10")])).toEqual([
      { kind: "restored", cycle: "2027-03-10", stage: "0", toStaff: true },
    ]);
    expect(due(met("2027-03-21", "2027-03-20"), [told("2027-03-10", "2027-03-10", true)])).toEqual([]);
  });

  it("is not told when no fall was", () => expect(due(met("2027-03-20", "2027-03-20"))).toEqual([]));

  it("is not told for a fall of an obligation that has ended since", () => {
    const again = standing("2027-09-01", { metSince: "2027-09-01", obligedSince: "2027-08-01" });
    expect(due(again, [told("2027-03-10", "2027-03-10")])).toEqual([]);
  });
});

describe("below three ahead", () => {
  const runway = (daysLeft: number) => standing("2027-01-01", { runway: fallOn(addDays("2027-01-01", daysLeft)) });

  test.each([
    [91, []],
    [90, [{ stage: "90", toStaff: false }]],
    [31, [{ stage: "60", toStaff: false }]],
    [30, [{ stage: "30", toStaff: true }]],
    [1, [{ stage: "7", toStaff: true }]],
  ])("with %i days left: %j", (daysLeft, expected) => {
    expect(due(runway(daysLeft))).toMatchObject(expected);
  });

  it("has the day of the fall as its cycle, so that a fall that moves is told again", () => {
    expect(due(runway(30))).toMatchObject([{ cycle: "2027-01-31" }]);
    expect(due(runway(29))).toMatchObject([{ cycle: "2027-01-30" }]);
  });
});

describe("a certificate's end", () => {
  const certificate: LapseFact = {
    validity: { start: "2026-03-10", end: "2027-03-10" },
    suspensions: [],
    revokedOn: null,
    otherEnd: null,
  };
  const on = (day: Day, more: Partial<LapseFact> = {}) => dueForCertificate({ ...certificate, ...more }, day, policy);

  test.each<[Day, ReturnType<typeof on>]>([
    ["2026-12-09", null],
    ["2026-12-10", { kind: "certificate_lapsing", stage: "90" }],
    ["2027-03-08", { kind: "certificate_lapsing", stage: "7" }],
    ["2027-03-09", { kind: "certificate_lapsing", stage: "1" }],
    ["2027-03-10", { kind: "certificate_lapsed", stage: "0" }],
    ["2027-06-10", { kind: "certificate_lapsed", stage: "0" }],
  ])("on %s: %j", (day, expected) => expect(on(day)).toEqual(expected));

  test.each<[string, Partial<LapseFact>]>([
    ["renewed", { otherEnd: "2028-03-10" }],
    ["revoked", { revokedOn: "2026-10-01" }],
    ["to be revoked", { revokedOn: "2027-03-01" }],
    ["suspended for good", { suspensions: [{ start: "2026-10-01", end: null }] }],
    ["suspended beyond its end", { suspensions: [{ start: "2026-10-01", end: "2027-04-01" }] }],
  ])("is not told of when it is %s", (_, more) => {
    expect([on("2027-03-01", more), on("2027-03-10", more)]).toEqual([null, null]);
  });

  it("is told of when a suspension ends before it, and when the other certificate ended earlier", () => {
    expect(on("2027-03-01", { suspensions: [{ start: "2026-10-01", end: "2027-01-01" }] })?.stage).toBe("14");
    expect(on("2027-03-01", { otherEnd: "2026-03-10" })?.stage).toBe("14");
  });
});
