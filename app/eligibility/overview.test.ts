import { describe, expect, it } from "vitest";
import { arrangeOverview, type OverviewQuestion, type OverviewRow, orderOverview } from "./overview";

const question: OverviewQuestion = {
  text: "",
  status: null,
  levelCode: null,
  contractingEntity: null,
  decision: null,
  fallMonth: null,
  sort: "status",
  direction: "asc",
  page: 1,
  perPage: 2,
};

const row = (id: string, change: Partial<OverviewRow> = {}): OverviewRow => ({
  id,
  name: `Partner ${id}`,
  contractingEntity: "ionos_se",
  levelCode: "platinum",
  status: "met",
  count: 3,
  fallsOn: null,
  decision: null,
  ...change,
});

const rows = [
  row("a", { decision: { outcome: "granted" } }),
  row("b", { status: "not_met", count: 2, fallsOn: "2027-03-01", decision: { outcome: "remediation" } }),
  row("c", { status: "at_risk", fallsOn: "2027-03-31", contractingEntity: "ionos_inc" }),
  row("d", { status: "at_risk", fallsOn: "2027-02-10" }),
  row("e", { fallsOn: "2027-04-01", levelCode: "distributor" }),
];
const idsOf = (change: Partial<OverviewQuestion>) =>
  orderOverview(rows, { ...question, ...change })
    .map(({ id }) => id)
    .join("");

describe("the overview", () => {
  it.each([
    ["the most pressing first", {}, "bdcea"],
    ["by name, downwards", { sort: "name", direction: "desc" }, "edcba"],
    ["by decision, those without one last", { sort: "decision" }, "abcde"],
    ["of one contracting entity", { contractingEntity: "ionos_inc" }, "c"],
    ["of one level", { levelCode: "distributor" }, "e"],
    ["by a part of the name", { text: " PARTNER d" }, "d"],
    ["with a decision", { decision: "remediation" }, "b"],
    ["without a decision", { decision: "none" }, "dce"],
    ["that will fall in a month, not those that have fallen in it", { fallMonth: "2027-03" }, "c"],
  ] as [string, Partial<OverviewQuestion>, string][])("%s", (_, change, expected) => {
    expect(idsOf(change)).toBe(expected);
  });

  it("cuts pages that do not overlap, and a page beyond the last is the last", () => {
    const page = (number: number) => {
      const { rows: shown, ...rest } = arrangeOverview(rows, { ...question, page: number });
      return { ...rest, ids: shown.map(({ id }) => id).join("") };
    };
    expect([1, 2, 3].map((number) => page(number).ids)).toEqual(["bd", "ce", "a"]);
    expect(page(9)).toEqual({ ids: "a", total: 5, page: 3 });
  });
});
