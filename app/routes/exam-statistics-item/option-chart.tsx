import { useId } from "react";
import { Disclosure } from "~/components/confirm";
import { type Column, DataTable } from "~/components/data-table";
import { EstimateFigure } from "~/components/estimate";
import { formatNumber, formatPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { ScrollFrame } from "~/components/scroll-frame";
import type { OptionStatistics } from "~/examination/statistics/item-statistics";
import { messages } from "./messages";
import { letterOf } from "./option-letter";

const rowHeight = 30;
const left = 34;
const width = 600;

/** A bar for each option with its interval as a whisker; the key is filled, wrong options are outlined. The table below says the same. */
export function OptionChart({
  options,
  texts,
}: {
  options: readonly OptionStatistics[];
  texts: Readonly<Record<string, string>>;
}) {
  const words = useMessages(messages);
  const language = useLanguage();
  const titleId = useId();
  const place = (share: number) => left + share * (width - left - 50);
  const columns: Column<OptionStatistics>[] = [
    {
      key: "option",
      header: words.option,
      rowHeader: true,
      cell: ({ id, keyed }) => `${letterOf(options, id)}. ${texts[id] ?? id}${keyed ? ` (${words.key})` : ""}`,
    },
    { key: "chosen", header: words.chosen, align: "end", cell: ({ chosen }) => formatNumber(chosen, language) },
    { key: "share", header: "%", align: "end", cell: ({ share }) => <EstimateFigure estimate={share} percent /> },
    {
      key: "pointBiserial",
      header: words.pointBiserial,
      align: "end",
      cell: ({ pointBiserial }) => <EstimateFigure estimate={pointBiserial} />,
    },
  ];
  return (
    <>
      <ScrollFrame labelledBy={titleId}>
        <svg
          viewBox={`0 0 ${width} ${options.length * rowHeight + 6}`}
          role="img"
          aria-labelledby={titleId}
          className="w-full min-w-[28rem] max-w-3xl"
        >
          <title id={titleId}>{words.chartTitle}</title>
          {options.map(({ id, keyed, share }, index) => {
            const y = index * rowHeight + 6;
            return (
              <g key={id}>
                <text x={0} y={y + 15} className="fill-ink text-[13px] font-semibold">
                  {letterOf(options, id)}
                  {keyed ? " ✓" : ""}
                </text>
                <rect
                  x={left}
                  y={y}
                  width={Math.max(1, place(share.value) - left)}
                  height={20}
                  className={keyed ? "fill-accent stroke-accent" : "fill-sunken stroke-edge"}
                />
                <path
                  d={`M${place(share.low)} ${y + 10}H${place(share.high)}M${place(share.low)} ${y + 5}v10M${place(share.high)} ${y + 5}v10`}
                  className={keyed ? "fill-none stroke-ink" : "fill-none stroke-muted"}
                />
                <text x={place(share.high) + 6} y={y + 15} className="fill-ink text-[13px] tabular-nums">
                  {formatPercent(share.value, language)}
                </text>
              </g>
            );
          })}
        </svg>
      </ScrollFrame>
      <Disclosure label={words.table} open>
        <DataTable caption={words.options} columns={columns} rows={options} rowKey={({ id }) => id} empty={null} />
      </Disclosure>
    </>
  );
}
