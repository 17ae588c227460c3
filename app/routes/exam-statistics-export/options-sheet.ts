import { statisticsMessages } from "~/components/statistics-messages";
import type { ItemLine } from "~/examination/statistics/read-exam-statistics.server";
import type { Language } from "~/platform/schema/people-tables";
import type { Sheet, TableCell } from "~/web/table-file.server";
import { cellsOfEstimate, headsOfEstimate } from "./figure-cells";

/** A row for each option of a choice item with enough responses: how many chose it, and whether those are the strong or the weak. */
export function optionsSheet(items: readonly ItemLine[], language: Language): Sheet {
  const words = statisticsMessages[language];
  const head = [
    words.item,
    words.itemVersion,
    words.option,
    words.key,
    words.chosen,
    ...headsOfEstimate(words.share, language),
    ...headsOfEstimate(words.pointBiserial, language),
  ];
  const rows = items.flatMap(({ code, version, statistics, optionTexts }) =>
    (statistics?.options ?? []).map(({ id, keyed, chosen, share, pointBiserial }): TableCell[] => [
      code,
      version,
      optionTexts[id] ?? id,
      keyed ? words.yes : words.no,
      chosen,
      ...cellsOfEstimate(share),
      ...cellsOfEstimate(pointBiserial),
    ]),
  );
  return { sheet: words.tables.options, head, rows, shares: [5, 6, 7] };
}
