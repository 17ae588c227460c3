/** How long candidates were on an item, as far as the moments of their answers tell. */

/**
 * Seconds on each item, by the order of the form: from the answer before it, or the start, to the last answer to it; null without an
 * answer. Who comes back to an item is on it from the answer given before coming back.
 */
export function timeOnItems(startedAt: Date, respondedAt: readonly (Date | null)[]): (number | null)[] {
  const inTurn = respondedAt
    .flatMap((at, index) => (at ? [{ at: at.getTime(), index }] : []))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  const seconds = respondedAt.map((): number | null => null);
  let before = startedAt.getTime();
  for (const { at, index } of inTurn) {
    seconds[index] = Math.max(0, Math.round((at - before) / 1000));
    before = at;
  }
  return seconds;
}

/** `n` responses took about `seconds`. */
export interface TimeCount {
  readonly seconds: number;
  readonly n: number;
}

/** The shortest time within which the given share of the responses was given; null without any. */
export function timeQuantile(counts: readonly TimeCount[], share: number): number | null {
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  let seen = 0;
  for (const { seconds, n } of counts.toSorted((a, b) => a.seconds - b.seconds)) {
    seen += n;
    if (seen >= share * total && seen > 0) return seconds;
  }
  return null;
}
