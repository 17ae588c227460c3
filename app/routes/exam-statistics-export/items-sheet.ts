import { statisticsMessages } from "~/components/statistics-messages";
import { sectionNames } from "~/examination/section-names";
import type { ItemLine } from "~/examination/statistics/read-exam-statistics.server";
import type { Language } from "~/platform/schema/people-tables";
import type { Sheet, TableCell } from "~/web/table-file.server";
import { cellsOfEstimate, headsOfEstimate, toThousandths } from "./figure-cells";

/** A row for each version of an item. */
export function itemsSheet(items: readonly ItemLine[], language: Language): Sheet {
  const words = statisticsMessages[language];
  const head = [
    words.item,
    words.itemVersion,
    words.section,
    words.kind,
    words.responses,
    words.exposure,
    ...headsOfEstimate(words.difficulty, language),
    ...headsOfEstimate(words.restCorrelation, language),
    words.medianSeconds,
    words.p90Seconds,
    words.flags,
  ];
  const rows = items.map((line) => cellsOf(line, language));
  return { sheet: words.tables.items, head, rows, shares: [5, 6, 7, 8] };
}

function cellsOf(line: ItemLine, language: Language): TableCell[] {
  const words = statisticsMessages[language];
  const { statistics } = line;
  return [
    line.code,
    line.version,
    sectionNames[language][line.section],
    words.kinds[line.kind],
    line.responses,
    toThousandths(line.exposure),
    ...cellsOfEstimate(statistics?.difficulty),
    ...cellsOfEstimate(statistics?.restCorrelation),
    statistics?.time?.medianSeconds ?? null,
    statistics?.time?.p90Seconds ?? null,
    line.flags.map(({ flag, sure }) => (sure ? words.flag[flag] : words.perhaps(words.flag[flag]))).join("; "),
  ];
}
