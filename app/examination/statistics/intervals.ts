/** Correlation from sums, and the 95 % intervals that stand beside every figure of the statistics. */

/** A figure and the range in which the true one lies with 95 % confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The normal quantile for 95 %, two-sided. */
const z95 = 1.959_963_984_540_054;

/**
 * A share of `n` (above 0) with Wilson's score interval, which stays within 0 and 1 and holds for few responses (Wilson 1927). For
 * partial credit it is wider than need be: points between none and all vary less than right and wrong.
 */
export function wilson(successes: number, n: number): Estimate {
  const value = successes / n;
  const shrink = 1 + z95 ** 2 / n;
  const centre = (value + z95 ** 2 / (2 * n)) / shrink;
  const half = (z95 * Math.sqrt(Math.max(0, (value * (1 - value)) / n + z95 ** 2 / (4 * n ** 2)))) / shrink;
  return { value, low: Math.max(0, Math.min(value, centre - half)), high: Math.min(1, Math.max(value, centre + half)) };
}

/** Sums over pairs (x, y). */
export interface PairSums {
  readonly n: number;
  readonly x: number;
  readonly xx: number;
  readonly y: number;
  readonly yy: number;
  readonly xy: number;
}

/** Sums of squares about the mean that are this small a part of the sum of squares are rounding, not spread. */
const noise = 1e-10;

/** Pearson's correlation with Fisher's z interval (Fisher 1921); null where x or y is the same for all, or fewer than four pairs. */
export function correlation({ n, x, xx, y, yy, xy }: PairSums): Estimate | null {
  if (n < 4) return null;
  const [sxx, syy] = [xx - (x * x) / n, yy - (y * y) / n];
  if (sxx <= noise * xx || syy <= noise * yy) return null;
  const value = Math.max(-1, Math.min(1, (xy - (x * y) / n) / Math.sqrt(sxx * syy)));
  const half = z95 / Math.sqrt(n - 3);
  // At exactly 1 or -1 Fisher's z has no end; there is no other value to be uncertain about.
  const z = Math.atanh(value);
  return { value, low: Math.min(value, Math.tanh(z - half)), high: Math.max(value, Math.tanh(z + half)) };
}

/** How many standard errors two shares lie apart: the pooled two-proportion test. Positive when the second is larger; 0 without spread. */
export function twoShares(first: { n: number; sum: number }, second: { n: number; sum: number }): number {
  const pooled = (first.sum + second.sum) / (first.n + second.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n));
  return error > 0 ? (second.sum / second.n - first.sum / first.n) / error : 0;
}
