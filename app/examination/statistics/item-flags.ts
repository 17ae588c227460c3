/** What an exam manager should look at: the statistics of an item held against what a working item shows. */
import type { ItemStatistics } from "./item-statistics";

export const itemFlags = [
  "negative_discrimination",
  "drift",
  "dead_distractor",
  "too_hard",
  "too_easy",
  "slow",
] as const;
export type ItemFlag = (typeof itemFlags)[number];

const flagPolicy = {
  tooEasyFrom: 0.95,
  tooHardTo: 0.2,
  /** A wrong option that fewer than this share choose takes no part in the item. */
  deadBelow: 0.05,
  /** The difference in difficulty, and its certainty in standard errors (1 % two-sided), from which on it counts as drift. */
  driftFrom: 0.1,
  driftErrors: 2.576,
  /** The median time, in shares of the time that the exam has for an item. */
  slowFrom: 2,
} as const;

/** `sure`: the whole interval lies beyond the limit, not the figure alone. */
export interface RaisedFlag {
  readonly flag: ItemFlag;
  readonly sure: boolean;
}

/** The wrong options that hardly anybody takes. */
export const deadOptions = ({ options }: Pick<ItemStatistics, "options">) =>
  options.filter(({ keyed, share }) => !keyed && share.value < flagPolicy.deadBelow);

/** Whether surely, where an option is dead; null where none is. */
function anyDead(statistics: Pick<ItemStatistics, "options">): boolean | null {
  const dead = deadOptions(statistics);
  return dead.length > 0 ? dead.some(({ share }) => share.high < flagPolicy.deadBelow) : null;
}

/** The flags of an item, worst first. `secondsPerItem`: what the exam's duration leaves for each. */
export function flagsOf(statistics: ItemStatistics, secondsPerItem: number): RaisedFlag[] {
  const { difficulty, restCorrelation, time, drift } = statistics;
  const drifted =
    drift !== null &&
    Math.abs(drift.recent.value - drift.earlier.value) >= flagPolicy.driftFrom &&
    Math.abs(drift.z) >= flagPolicy.driftErrors;
  const raised: Record<ItemFlag, RaisedFlag["sure"] | null> = {
    negative_discrimination: restCorrelation && restCorrelation.value < 0 ? restCorrelation.high < 0 : null,
    drift: drifted ? true : null,
    dead_distractor: anyDead(statistics),
    too_hard: difficulty.value <= flagPolicy.tooHardTo ? difficulty.high <= flagPolicy.tooHardTo : null,
    too_easy: difficulty.value >= flagPolicy.tooEasyFrom ? difficulty.low >= flagPolicy.tooEasyFrom : null,
    slow: time && time.medianSeconds >= flagPolicy.slowFrom * secondsPerItem ? true : null,
  };
  return itemFlags.flatMap((flag) => {
    const sure = raised[flag];
    return sure === null ? [] : [{ flag, sure }];
  });
}
