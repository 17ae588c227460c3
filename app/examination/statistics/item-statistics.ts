/**
 * Classical item analysis of one item version (domain rules §6), from sums that the database makes in one pass: difficulty, correlation
 * with the rest of the attempt, distractors, time, drift. Nothing is said before there are `fewestResponses`.
 */
import { correlation, type Estimate, type PairSums, twoShares, wilson } from "./intervals";
import { type TimeCount, timeQuantile } from "./spent-time";

/** The numbers these rules work with; what people see names them. */
export const statisticsPolicy = {
  /** Below this many responses no figure is shown. */
  fewestResponses: 20,
  /** Responses of this many days are held against the earlier ones. */
  recentDays: 90,
  /** Days after its end from which on the figures of a month are kept: by then hardly a result of it still waits to be marked. */
  settledDays: 7,
  /** Of a generated item so many of the latest responses are counted by what the chosen option stands for: each makes the item anew, a tenth of a millisecond. */
  countedResponses: 2_000,
  /** They are counted again so long after the last time at the earliest. */
  countAgainHours: 1,
} as const;

/** `x` is the share of the item's points, `y` the share of the points of all other items of the attempt. */
export interface ItemSums extends PairSums {
  readonly recent: { readonly n: number; readonly x: number };
  readonly choices: readonly ChoiceSums[];
  readonly times: readonly TimeCount[];
}

/** Of those who chose exactly these options: how many, and their rest scores. No options: no answer; a kind that offers none has one entry for whatever was given. */
export interface ChoiceSums {
  readonly optionIds: readonly string[];
  readonly n: number;
  readonly y: number;
}

interface Option {
  readonly id: string;
  readonly keyed: boolean;
}

export interface OptionStatistics extends Option {
  readonly chosen: number;
  readonly share: Estimate;
  /** Between choosing the option and the rest score: above 0 for a key that works, below 0 for a distractor that works. */
  readonly pointBiserial: Estimate | null;
}

export interface ItemStatistics {
  /** Mean share of the points: 1 when everybody gets all. */
  readonly difficulty: Estimate;
  /** Corrected item-total correlation: the item's own points are not in the total. Null where nobody differs. */
  readonly restCorrelation: Estimate | null;
  readonly options: readonly OptionStatistics[];
  /** Without an answer. */
  readonly omitted: number;
  readonly time: { readonly medianSeconds: number; readonly p90Seconds: number } | null;
  readonly drift: Drift | null;
}

/** Difficulty before and within the recent window; `z` in standard errors of the difference. */
interface Drift {
  readonly earlier: Estimate;
  readonly recent: Estimate;
  readonly z: number;
}

/** What the responses say about the item; null while they are too few to say anything. */
export function itemStatistics(sums: ItemSums, options: readonly Option[]): ItemStatistics | null {
  if (sums.n < statisticsPolicy.fewestResponses) return null;
  return {
    difficulty: wilson(sums.x, sums.n),
    restCorrelation: correlation(sums),
    options: options.map((option) => optionStatistics(option, sums)),
    omitted: total(sums.choices.filter(({ optionIds }) => optionIds.length === 0)).n,
    time: timeOf(sums.times),
    drift: driftOf(sums),
  };
}

const total = (choices: readonly ChoiceSums[]) =>
  choices.reduce((sum, { n, y }) => ({ n: sum.n + n, y: sum.y + y }), { n: 0, y: 0 });

/** Of the sums, who chose the option and how good they are at the rest. */
export function optionStatistics(
  option: Option,
  { n, y, yy, choices }: Pick<ItemSums, "n" | "y" | "yy" | "choices">,
): OptionStatistics {
  const chose = total(choices.filter(({ optionIds }) => optionIds.includes(option.id)));
  return {
    ...option,
    chosen: chose.n,
    share: wilson(chose.n, n),
    pointBiserial: correlation({ n, x: chose.n, xx: chose.n, y, yy, xy: chose.y }),
  };
}

function timeOf(times: readonly TimeCount[]): ItemStatistics["time"] {
  if (times.reduce((sum, { n }) => sum + n, 0) < statisticsPolicy.fewestResponses) return null;
  const [medianSeconds, p90Seconds] = [timeQuantile(times, 0.5), timeQuantile(times, 0.9)];
  return medianSeconds === null || p90Seconds === null ? null : { medianSeconds, p90Seconds };
}

/** Null unless there are enough responses on both sides. */
function driftOf({ n, x, recent }: ItemSums): Drift | null {
  const before = { n: n - recent.n, sum: Math.max(0, x - recent.x) };
  const { fewestResponses } = statisticsPolicy;
  if (before.n < fewestResponses || recent.n < fewestResponses) return null;
  return {
    earlier: wilson(Math.min(before.sum, before.n), before.n),
    recent: wilson(recent.x, recent.n),
    z: twoShares(before, { n: recent.n, sum: recent.x }),
  };
}
