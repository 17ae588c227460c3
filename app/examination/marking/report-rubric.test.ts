import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeItem } from "../grade-item";
import type { ItemKey } from "../item-key";
import { markedPoints, marksByList, meanPoints, rubricOf, type Share, shares } from "./report-rubric";

const key: Extract<ItemKey, { kind: "incident_report" }> = {
  kind: "incident_report",
  requirements: [
    { id: "ticket", clause: "1.2", fieldId: "subject", evidenceIds: ["a"] },
    { id: "time", clause: "2.2-time-information", fieldId: "error", evidenceIds: ["b", "c"] },
    { id: "log", clause: "2.2-log-messages", fieldId: "error", evidenceIds: ["d"] },
  ],
};
const reports = fc
  .dictionary(fc.constantFrom("a", "b", "c", "d", "x", "y"), fc.constantFrom("subject", "error"))
  .map((placements) => ({ kind: "incident_report" as const, placements }));
const marksOf = (ids: readonly string[]) =>
  fc
    .tuple(...ids.map(() => fc.constantFrom(...shares)))
    .map((given) => Object.fromEntries(ids.map((id, index) => [id, given[index] as Share])));
const marked = reports.chain((response) => {
  const rubric = rubricOf(key, response);
  return fc.record({ rubric: fc.constant(rubric), marks: marksOf(rubric.map(({ id }) => id)) });
});

describe("the rubric of a report", () => {
  it("asks for every line of the list and for every stray piece, each once", () => {
    const rubric = rubricOf(key, { kind: "incident_report", placements: { a: "subject", y: "error", x: "subject" } });
    expect(rubric.map(({ id }) => id)).toEqual(["line-ticket", "line-time", "line-log", "piece-x", "piece-y"]);
    expect(rubric[0]).toMatchObject({ kind: "line", clause: "1.2", byList: true });
    expect(rubric[1]).toMatchObject({ byList: false });
  });

  it("marked as the portal counts gives what the portal counts", () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 1, max: 20 }), (response, maxPoints) => {
        const rubric = rubricOf(key, response);
        expect(markedPoints(rubric, marksByList(rubric), maxPoints)).toBe(gradeItem(key, response, maxPoints));
      }),
    );
  });

  it("gives between nothing and the full points, whatever the order of the criteria", () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: 1, max: 20 }), ({ rubric, marks }, maxPoints) => {
        const points = markedPoints(rubric, marks, maxPoints);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(maxPoints);
        expect(markedPoints(rubric.toReversed(), marks, maxPoints)).toBe(points);
      }),
    );
  });

  it("pays for a line that is met better, and costs for a piece that does more harm", () => {
    fc.assert(
      fc.property(marked, fc.nat(), ({ rubric, marks }, at) => {
        const criterion = rubric[at % rubric.length];
        if (!criterion) throw new Error("a rubric without criteria");
        const raised = { ...marks, [criterion.id]: 1 as Share };
        const difference = markedPoints(rubric, raised, 6) - markedPoints(rubric, marks, 6);
        if (criterion.kind === "line") expect(difference).toBeGreaterThanOrEqual(0);
        else expect(difference).toBeLessThanOrEqual(0);
      }),
    );
  });
});

it.each([
  [[4, 5], 4.5],
  [[1.333, 1.334], 1.334],
  [[6], 6],
])("the mean of %j is %d", (points, mean) => {
  expect(meanPoints(points)).toBe(mean);
});
