import { useId } from "react";
import { Disclosure } from "~/components/confirm";
import { type Column, DataTable } from "~/components/data-table";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { ScrollFrame } from "~/components/scroll-frame";
import type { ItemView } from "~/examination/cut-score/read-study.server";
import { messages } from "./messages";

const rowHeight = 26;
const left = 150;
const width = 640;
const place = (percent: number) => left + (percent / 100) * (width - left - 20);

/** A row for each item: a dot for each judge, one's own filled, the mean as a stroke, what candidates reach as a diamond. The table says the same. */
export function DotPlot({ items, ownId }: { items: readonly ItemView[]; ownId: string }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const titleId = useId();
  const number = (value: number) => formatNumber(value, language, 0);
  const columns: Column<ItemView>[] = [
    { key: "item", header: words.item, rowHeader: true, cell: ({ code }) => code },
    { key: "mean", header: words.mean, align: "end", cell: ({ mean }) => number(mean) },
    {
      key: "spread",
      header: words.spread,
      align: "end",
      cell: ({ percents }) =>
        percents
          .map(({ percent }) => percent)
          .sort((a, b) => a - b)
          .join(", "),
    },
    {
      key: "actual",
      header: words.actual,
      align: "end",
      cell: ({ actualPercent }) => (actualPercent === null ? "–" : number(actualPercent)),
    },
  ];
  return (
    <>
      <ScrollFrame labelledBy={titleId}>
        <svg
          viewBox={`0 0 ${width} ${items.length * rowHeight + 24}`}
          role="img"
          aria-labelledby={titleId}
          className="w-full min-w-[36rem] max-w-4xl"
        >
          <title id={titleId}>{words.ratings}</title>
          {[0, 25, 50, 75, 100].map((percent) => (
            <g key={percent}>
              <path d={`M${place(percent)} 18V${items.length * rowHeight + 20}`} className="stroke-line" />
              <text x={place(percent)} y={12} textAnchor="middle" className="fill-muted text-[11px]">
                {percent}
              </text>
            </g>
          ))}
          {items.map((item, index) => (
            <Row key={item.itemVersionId} item={item} y={index * rowHeight + 32} ownId={ownId} />
          ))}
        </svg>
      </ScrollFrame>
      <Disclosure label={words.table}>
        <DataTable
          caption={words.ratings}
          columns={columns}
          rows={items}
          rowKey={({ itemVersionId }) => itemVersionId}
          empty={null}
        />
      </Disclosure>
    </>
  );
}

function Row({ item, y, ownId }: { item: ItemView; y: number; ownId: string }) {
  const { code, percents, mean, actualPercent } = item;
  return (
    <g>
      <text x={0} y={y + 4} className="fill-ink text-[11px]">
        {code.length > 24 ? `${code.slice(0, 23)}…` : code}
      </text>
      <path d={`M${place(mean)} ${y - 9}v18`} className="stroke-ink stroke-2" />
      {percents.map(({ personId, percent }) => (
        <circle
          key={personId}
          cx={place(percent)}
          cy={y}
          r={5}
          className={personId === ownId ? "fill-accent stroke-accent" : "fill-surface stroke-accent"}
        />
      ))}
      {actualPercent !== null && (
        <path d={`M${place(actualPercent)} ${y - 6}l6 6l-6 6l-6 -6z`} className="fill-none stroke-bad stroke-2" />
      )}
    </g>
  );
}
