import { describe, expect, it } from "vitest";
import { DrawnFigures } from "./drawn-figures";

const items = ["a", "b", "c"].map((itemId, place) => ({
  itemId,
  itemVersionId: `${itemId} 1`,
  section: "network" as const,
  enemyGroup: null,
  clauses: [],
  generated: false,
  place,
}));

describe("how often items have been drawn", () => {
  it("is nothing at first, and what was read last afterwards, by the items' places", () => {
    const figures = new DrawnFigures(items);
    expect(figures.exposures).toEqual([0, 0, 0]);
    figures.take(
      [
        ["c", 2, false],
        ["a", 5, null],
      ],
      "100",
    );
    figures.take([["c", 3, false]], "120");
    expect(figures).toMatchObject({ exposures: [5, 0, 3], since: "120" });
  });

  it("is the same in whatever order two readings arrive, of which one began before the other", () => {
    const earlier = [
      [
        ["a", 1, false],
        ["b", 4, false],
      ],
      "99",
    ] as const;
    const later = [[["a", 2, false]], "1000"] as const;
    for (const order of [
      [earlier, later],
      [later, earlier],
    ]) {
      const figures = new DrawnFigures(items);
      for (const [drawn, since] of order) figures.take(drawn, since);
      expect(figures).toMatchObject({ exposures: [2, 4, 0], since: "1000" });
    }
  });

  it("leaves out items that are not in use", () => {
    const figures = new DrawnFigures(items);
    figures.take([["retired", 7, false]], "3");
    expect(figures.exposures).toEqual([0, 0, 0]);
  });

  it("with what a transaction has drawn itself counts for its own draw only", () => {
    const figures = new DrawnFigures(items);
    figures.take([["a", 1, false]], "10");
    expect(figures.with([["b", 1, true]])).toMatchObject({ exposures: [1, 1, 0], since: "10" });
    expect(figures).toMatchObject({ exposures: [1, 0, 0], since: "10" });
  });
});
