import type { LoaderFunctionArgs } from "@remix-run/node";
import { statisticsMessages } from "~/components/statistics-messages";
import { sectionNames } from "~/examination/section-names";
import type { Estimate } from "~/examination/statistics/intervals";
import { inOrder } from "~/examination/statistics/item-order";
import { type ItemLine, readExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import { notFound } from "~/kernel/rejection";
import type { Language } from "~/platform/schema/people-tables";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { readItemFilter } from "~/web/statistics-query.server";
import { type TableCell, tableFormats, tableResponse } from "~/web/table-file.server";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "exam_statistics.read");
  const format = tableFormats.find((one) => one === args.params.format);
  if (!format) throw notFound();
  const { items } = await readExamStatistics(portal.db, language, now);
  const rows = inOrder(items, readItemFilter(args.request)).map((line) => cellsOf(line, language));
  return tableResponse({ name: "exam-statistics", head: headOf(language), rows }, format);
});

function headOf(language: Language): string[] {
  const words = statisticsMessages[language];
  const withRange = (name: string) => [name, words.low(name), words.high(name)];
  return [
    words.item,
    words.version(0).replace(/ 0$/, ""),
    words.section,
    words.kind,
    words.responses,
    words.exposure,
    ...withRange(words.difficulty),
    ...withRange(words.restCorrelation),
    words.medianSeconds,
    words.p90Seconds,
    words.flags,
  ];
}

const cellsOfEstimate = (estimate: Estimate | null | undefined): TableCell[] =>
  estimate ? [estimate.value, estimate.low, estimate.high].map(toThousandths) : [null, null, null];

/** As far as the figures carry: more digits would only look exact. */
const toThousandths = (value: number): number => Math.round(value * 1000) / 1000;

function cellsOf(line: ItemLine, language: Language): TableCell[] {
  const words = statisticsMessages[language];
  const { statistics } = line;
  return [
    line.code,
    line.version,
    sectionNames[language][line.section],
    words.kinds[line.kind],
    line.responses,
    line.exposure,
    ...cellsOfEstimate(statistics?.difficulty),
    ...cellsOfEstimate(statistics?.restCorrelation),
    statistics?.time?.medianSeconds ?? null,
    statistics?.time?.p90Seconds ?? null,
    line.flags.map(({ flag, sure }) => (sure ? words.flag[flag] : words.perhaps(words.flag[flag]))).join("; "),
  ];
}
