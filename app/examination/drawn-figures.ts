import type { FormCandidate } from "./form-bank";

/** How often an item had been drawn when all figures were read. */
export type DrawnItem = readonly [itemId: string, times: number];

/** What one statement has drawn, in which transaction (xid8, as text), and whether that is the one that asks. */
export type DrawnEntry = readonly [id: number, drawnIn: string, own: boolean | null, itemIds: readonly string[]];

/**
 * How often each item of a bank has been drawn, as one process remembers it between draws: what had been drawn when all was read, and each entry since once. Two draws at once
 * may bring theirs in either order.
 */
export class DrawnFigures {
  /** By the items' places. */
  readonly exposures: number[];
  /** Every transaction before this one counts already; the next reading asks for what those from it on have drawn (xid8, as text). */
  since = "0";
  /** Entries that may be read again, with their transactions. */
  private readonly counted = new Map<number, bigint>();
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly items: readonly FormCandidate[],
    drawn: readonly DrawnItem[],
  ) {
    this.places = new Map(items.map(({ itemId, place }) => [itemId, place]));
    this.exposures = items.map(() => 0);
    for (const [itemId, times] of drawn) this.add(itemId, times);
  }

  /** The figures with these entries, for one draw: what its own transaction has drawn may still be undone. */
  with(entries: readonly DrawnEntry[]): readonly number[] {
    const figures = new DrawnFigures(this.items, []);
    figures.exposures.splice(0, Number.POSITIVE_INFINITY, ...this.exposures);
    for (const [id, drawnIn] of this.counted) figures.counted.set(id, drawnIn);
    figures.since = this.since;
    figures.take(entries, this.since);
    return figures.exposures;
  }

  /** @param since the oldest transaction that was under way when they were read */
  take(entries: readonly DrawnEntry[], since: string): void {
    const before = BigInt(this.since);
    for (const [id, text, , itemIds] of entries) {
      const drawnIn = BigInt(text);
      if (drawnIn < before || this.counted.has(id)) continue;
      this.counted.set(id, drawnIn);
      for (const itemId of itemIds) this.add(itemId, 1);
    }
    const from = BigInt(since);
    if (from <= before) return;
    this.since = since;
    for (const [id, drawnIn] of this.counted) if (drawnIn < from) this.counted.delete(id);
  }

  private add(itemId: string, times: number): void {
    const place = this.places.get(itemId);
    if (place !== undefined) this.exposures[place] = (this.exposures[place] ?? 0) + times;
  }
}
