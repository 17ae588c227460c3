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

/**
 * Times are counted by class: one a second up to two minutes, then one every 10 s, from ten minutes on one a minute, two hours and more in the
 * last. The shortest seconds of a class.
 */
export function secondsOfClass(index: number): number {
  if (index < 120) return index;
  return index < 168 ? 120 + (index - 120) * 10 : 600 + (index - 168) * 60;
}

/** How many digits of a kept histogram belong to a class. */
const digits = 8;

/** The counts of a histogram that is kept as one number, the shortest class in its last digits. */
export function unpackedHistogram(packed: string): TimeCount[] {
  const counts: TimeCount[] = [];
  for (let [index, end] = [0, packed.length]; end > 0; index += 1, end -= digits) {
    const n = Number(packed.slice(Math.max(0, end - digits), end));
    if (n > 0) counts.push({ seconds: secondsOfClass(index), n });
  }
  return counts;
}

/** Each time once. */
export function mergedTimes(counts: readonly TimeCount[]): TimeCount[] {
  const sums = new Map<number, number>();
  for (const { seconds, n } of counts) sums.set(seconds, (sums.get(seconds) ?? 0) + n);
  return [...sums].map(([seconds, n]) => ({ seconds, n }));
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
