import type { OptionStatistics } from "~/examination/statistics/item-statistics";

/** What the chart calls the option, and the advice with it. */
export const letterOf = (options: readonly OptionStatistics[], id: string): string =>
  String.fromCharCode(65 + options.findIndex((option) => option.id === id));
