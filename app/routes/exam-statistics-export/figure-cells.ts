import { statisticsMessages } from "~/components/statistics-messages";
import type { Estimate } from "~/examination/statistics/intervals";
import type { Language } from "~/platform/schema/people-tables";
import type { TableCell } from "~/web/table-file.server";

/** As far as the figures carry: more digits would only look exact. */
export const toThousandths = (value: number): number => Math.round(value * 1000) / 1000;

/** A figure and its interval, in three cells. */
export const cellsOfEstimate = (estimate: Estimate | null | undefined): TableCell[] =>
  estimate ? [estimate.value, estimate.low, estimate.high].map(toThousandths) : [null, null, null];

/** What stands over them. */
export function headsOfEstimate(name: string, language: Language): string[] {
  const words = statisticsMessages[language];
  return [name, words.low(name), words.high(name)];
}
