/** Some candidates by their ranks, put in order only as far as somebody asks: a form takes a few of hundreds. Binary heap. */
export class RankOrder {
  private readonly sorted: number[] = [];

  /**
   * @param heap indexes of candidates, in any order; the list is taken over
   * @param ranks the least first; of equals the lower index
   */
  constructor(
    private readonly heap: number[],
    private readonly ranks: Float64Array,
  ) {
    for (let at = (heap.length >> 1) - 1; at >= 0; at--) this.sink(at);
  }

  /** The candidate at the place, from 0 on; undefined beyond the end. */
  at(place: number): number | undefined {
    while (this.sorted.length <= place && this.heap.length > 0) {
      this.sorted.push(this.heap[0] as number);
      const last = this.heap.pop() as number;
      if (this.heap.length === 0) break;
      this.heap[0] = last;
      this.sink(0);
    }
    return this.sorted[place];
  }

  private sink(from: number): void {
    const { heap } = this;
    const moved = heap[from] as number;
    let at = from;
    for (let below = 2 * at + 1; below < heap.length; below = 2 * at + 1) {
      if (below + 1 < heap.length && this.before(heap[below + 1] as number, heap[below] as number)) below++;
      if (!this.before(heap[below] as number, moved)) break;
      heap[at] = heap[below] as number;
      at = below;
    }
    heap[at] = moved;
  }

  private before(one: number, other: number): boolean {
    const [rank, otherRank] = [this.ranks[one] as number, this.ranks[other] as number];
    return rank < otherRank || (rank === otherRank && one < other);
  }
}
