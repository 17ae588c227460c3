import { describe, expect, it } from "vitest";
import type { Day } from "~/kernel/calendar";
import { capacityByMonth, fallsByMonth, monthsFrom, neededBy, seatsNeeded } from "./programme-forecast";

const months = monthsFrom("2026-11-30", 3);

describe("the falls ahead", () => {
  it("are counted by month, over the end of the year", () => {
    expect(months).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  });

  it("leave out who has fallen already and what lies further ahead", () => {
    const rows = [
      { status: "at_risk", fallsOn: "2026-12-01" },
      { status: "met", fallsOn: "2027-02-28" },
      { status: "met", fallsOn: "2027-03-01" },
      { status: "met", fallsOn: null },
      { status: "not_met", fallsOn: "2026-11-02" },
    ] as const;
    expect(fallsByMonth(rows, months)).toEqual([0, 1, 0, 1]);
  });
});

describe("seats that are needed", () => {
  const demand = { minimum: 3, countThen: 2, trained: 0, fallsOn: null as Day | null };

  it.each([
    [{}, 1],
    [{ countThen: 0 }, 3],
    [{ countThen: 1, trained: 1 }, 1],
    [{ countThen: 1, trained: 5 }, 0],
  ])("%j: %i", (change, expected) => {
    expect(seatsNeeded({ ...demand, ...change })).toBe(expected);
  });

  it.each([
    [null, "2026-11"],
    ["2027-02-10", "2027-01"],
    ["2027-02-11", "2027-02"],
    ["2026-12-02", "2026-11"],
  ] as [Day | null, string][])("a fall on %s asks for them by the end of %s", (fallsOn, expected) => {
    expect(neededBy({ ...demand, fallsOn }, "2026-11-30", 10)).toBe(expected);
  });
});

describe("whether the seats will do", () => {
  it("a free seat serves this month and later ones, not earlier ones", () => {
    const capacity = capacityByMonth(
      months,
      new Map([
        ["2026-11", 2],
        ["2027-01", 1],
      ]),
      new Map([
        ["2026-12", 4],
        ["2027-02", 1],
      ]),
    );
    expect(capacity.map(({ balance }) => balance)).toEqual([-2, 2, 1, 2]);
  });
});
