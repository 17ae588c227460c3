import type { FormCandidate } from "./form-bank";

/** How often an item has been drawn, and whether the transaction that asks has drawn it last. */
export type DrawnItem = readonly [itemId: string, times: number, own: boolean | null];

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

  constructor(private readonly items: readonly FormCandidate[]) {
    this.places = new Map(items.map(({ itemId, place }) => [itemId, place]));
    this.exposures = items.map(() => 0);
  }

  /** The same with what has been read, for one draw: what its own transaction has drawn may still be undone. */
  with(drawn: readonly DrawnItem[]): DrawnFigures {
    const figures = new DrawnFigures(this.items);
    figures.exposures.splice(0, Number.POSITIVE_INFINITY, ...this.exposures);
    figures.take(drawn, this.since);
    return figures;
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
