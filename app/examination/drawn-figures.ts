import type { FormCandidate } from "./form-bank";

/** How often an item has been drawn. */
export type DrawnItem = readonly [itemId: string, times: number];

/**
 * How often each item of a bank has been drawn, as one process remembers it between draws. What is read later adds to what was read before: figures only
 * ever grow, so that two draws at once may bring theirs in either order.
 */
export class DrawnFigures {
  /** By the items' places. */
  readonly exposures: number[];
  /** Every transaction before this one counts already; the next reading asks for what those from it on have changed (xid8, as text). */
  since = "0";
  private readonly places: ReadonlyMap<string, number>;

  constructor(items: readonly FormCandidate[]) {
    this.places = new Map(items.map(({ itemId, place }) => [itemId, place]));
    this.exposures = items.map(() => 0);
  }

  /** @param since the oldest transaction that was under way when they were read */
  take(drawn: readonly DrawnItem[], since: string): void {
    for (const [itemId, times] of drawn) {
      const place = this.places.get(itemId);
      if (place !== undefined) this.exposures[place] = Math.max(this.exposures[place] ?? 0, times);
    }
    if (BigInt(since) > BigInt(this.since)) this.since = since;
  }
}
