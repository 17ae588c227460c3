import { useId } from "react";
import { Disclosure } from "~/components/confirm";
import { type Column, DataTable } from "~/components/data-table";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { ItemView } from "~/examination/cut-score/read-study.server";
import { messages } from "./messages";

const rowHeight = 26;
const head = 20;
const at = (percent: number) => `${percent}%`;

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
      <div className="flex max-w-3xl gap-5 pr-3">
        <ul aria-hidden="true" className="max-w-28 flex-none pt-5 text-xs sm:max-w-48">
          {items.map(({ itemVersionId, code }) => (
            <li key={itemVersionId} className="h-[26px] truncate leading-[26px]">
              {code}
            </li>
          ))}
        </ul>
        {/* In per cent of whatever width there is: a phone shows the whole scale. */}
        <svg
          height={items.length * rowHeight + head}
          role="img"
          aria-labelledby={titleId}
          className="min-w-0 flex-1 overflow-visible"
        >
          <title id={titleId}>{words.ratings}</title>
          {[0, 25, 50, 75, 100].map((percent) => (
            <g key={percent}>
              <line x1={at(percent)} x2={at(percent)} y1={16} y2="100%" className="stroke-line" />
              <text x={at(percent)} y={10} textAnchor="middle" className="fill-muted text-[11px]">
                {percent}
              </text>
            </g>
          ))}
          {items.map((item, index) => (
            <Row key={item.itemVersionId} item={item} y={head + (index + 0.5) * rowHeight} ownId={ownId} />
          ))}
        </svg>
      </div>
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
  const { percents, mean, actualPercent } = item;
  return (
    <g>
      <line x1={at(mean)} x2={at(mean)} y1={y - 9} y2={y + 9} className="stroke-ink stroke-2" />
      {percents.map(({ personId, percent }) => (
        <circle
          key={personId}
          cx={at(percent)}
          cy={y}
          r={5}
          className={personId === ownId ? "fill-accent stroke-accent" : "fill-surface stroke-accent"}
        />
      ))}
      {actualPercent !== null && (
        <svg x={at(actualPercent)} y={y} className="overflow-visible" aria-hidden="true">
          <path d="M0 -6l6 6l-6 6l-6 -6z" className="fill-none stroke-bad stroke-2" />
        </svg>
      )}
    </g>
  );
}
