import type { Column } from "~/components/data-table";
import { EstimateFigure } from "~/components/estimate";
import { formatNumber, formatPercent } from "~/components/format";
import { ItemFlags } from "~/components/item-flags";
import type { Language } from "~/components/messages";
import type { statisticsMessages } from "~/components/statistics-messages";
import { sectionNames } from "~/examination/section-names";
import type { ItemLine } from "~/examination/statistics/read-exam-statistics.server";

type Words = (typeof statisticsMessages)["en"];

export function itemColumns(words: Words, language: Language): Column<ItemLine>[] {
  return [
    {
      key: "item",
      header: words.item,
      rowHeader: true,
      sortable: true,
      cell: (row) => (
        <>
          {row.code}
          <span className="block font-normal text-muted">
            {sectionNames[language][row.section]}, {words.version(row.version)}
          </span>
        </>
      ),
    },
    { key: "flags", header: words.flags, sortable: true, cell: (row) => <ItemFlags flags={row.flags} /> },
    {
      key: "difficulty",
      header: words.difficulty,
      align: "end",
      sortable: true,
      cell: (row) => <EstimateFigure estimate={row.statistics?.difficulty} percent />,
    },
    {
      key: "discrimination",
      header: words.restCorrelation,
      align: "end",
      sortable: true,
      cell: (row) => <EstimateFigure estimate={row.statistics?.restCorrelation} />,
    },
    {
      key: "time",
      header: words.time,
      align: "end",
      sortable: true,
      wideOnly: true,
      noWrap: true,
      cell: (row) => (row.statistics?.time ? `${formatNumber(row.statistics.time.medianSeconds, language)} s` : "–"),
    },
    {
      key: "responses",
      header: words.responses,
      align: "end",
      sortable: true,
      cell: (row) => formatNumber(row.responses, language),
    },
    {
      key: "exposure",
      header: words.exposure,
      align: "end",
      sortable: true,
      wideOnly: true,
      cell: (row) => formatPercent(row.exposure, language),
    },
  ];
}
