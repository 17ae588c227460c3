import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DrawnEntry, DrawnFigures } from "./drawn-figures";

const items = ["a", "b", "c"].map((itemId, place) => ({
  itemId,
  itemVersionId: `${itemId} 1`,
  section: "network" as const,
  enemyGroup: null,
  clauses: [],
  generated: false,
  place,
}));

const entry = (id: number, drawnIn: number, ...itemIds: string[]): DrawnEntry => [id, String(drawnIn), false, itemIds];

/** A server on which people draw: transactions begin in the order of their numbers and are stored in any. */
class Drawing {
  private begun = 0;
  private readonly underWay = new Set<number>();
  private readonly stored: DrawnEntry[] = [];

  begin(): void {
    this.begun += 1;
    this.underWay.add(this.begun);
  }

  store(which: number): void {
    const number = [...this.underWay][which % Math.max(1, this.underWay.size)];
    if (number === undefined) return;
    this.underWay.delete(number);
    this.stored.push(entry(number, number, ["a", "b", "c"][number % 3] ?? "a"));
  }

  /** What a reading finds now that asks for entries from `since` on. */
  read(since: string): readonly [entries: readonly DrawnEntry[], since: string] {
    const oldest = Math.min(this.begun + 1, ...this.underWay);
    return [this.stored.filter(([, drawnIn]) => Number(drawnIn) >= Number(since)), String(oldest)];
  }

  truth(): number[] {
    return items.map(({ itemId }) => this.stored.filter(([, , , ids]) => ids.includes(itemId)).length);
  }
}

describe("how often items have been drawn", () => {
  it("is what had been added up, and each entry on top once, by the items' places", () => {
    const figures = new DrawnFigures(items, [
      ["c", 2],
      ["a", 5],
    ]);
    figures.take([entry(1, 100, "c", "c"), entry(2, 101, "b")], "101");
    figures.take([entry(2, 101, "b"), entry(3, 102, "c")], "103");
    expect(figures).toMatchObject({ exposures: [5, 1, 5], since: "103" });
  });

  it("is what is stored, whenever transactions begin and end and in whatever order readings arrive", () => {
    const does = fc.constantFrom("begin" as const, "store" as const, "ask" as const, "hear" as const);
    const step = fc.record({ does, which: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const [drawing, figures] = [new Drawing(), new DrawnFigures(items, [])];
        const answers: ReturnType<Drawing["read"]>[] = [];
        for (const now of steps) {
          if (now.does === "begin") drawing.begin();
          else if (now.does === "ask") answers.push(drawing.read(figures.since));
          else if (now.does === "store") drawing.store(now.which);
          else {
            const [heard] = answers.splice(now.which % Math.max(1, answers.length), 1);
            if (heard) figures.take(...heard);
          }
        }
        figures.take(...drawing.read(figures.since));
        expect(figures.exposures).toEqual(drawing.truth());
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out items that are not in use", () => {
    const figures = new DrawnFigures(items, [["retired", 7]]);
    figures.take([entry(1, 3, "retired")], "4");
    expect(figures.exposures).toEqual([0, 0, 0]);
  });

  it("with what a transaction has drawn itself counts for its own draw only", () => {
    const figures = new DrawnFigures(items, []);
    figures.take([entry(1, 10, "a")], "10");
    expect(figures.with([entry(1, 10, "a"), [2, "11", true, ["b"]]])).toEqual([1, 1, 0]);
    expect(figures).toMatchObject({ exposures: [1, 0, 0], since: "10" });
  });

  it("counts nothing again for a draw that has asked before others brought it", () => {
    const figures = new DrawnFigures(items, []);
    figures.take([entry(1, 10, "a")], "12");
    expect(figures.with([entry(1, 10, "a"), [2, "13", true, ["b"]]])).toEqual([1, 1, 0]);
  });
});
