import { useId } from "react";
import { formatNumber, monthName } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { ScrollFrame } from "~/components/scroll-frame";
import { messages } from "./messages";

const size = { column: 52, height: 190, top: 24, bottom: 40 };
const plot = size.height - size.top - size.bottom;

/** A column a month, as high as organisations fall below the minimum in it; the table of the page says the same. */
export function FallsChart({ months }: { months: readonly { month: string; falls: number }[] }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const id = useId();
  const most = Math.max(1, ...months.map(({ falls }) => falls));
  const total = months.reduce((sum, { falls }) => sum + falls, 0);
  const width = months.length * size.column;
  return (
    <ScrollFrame labelledBy={`${id}-title`}>
      <svg
        viewBox={`0 0 ${width} ${size.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
        className="w-full min-w-[36rem] max-w-4xl"
      >
        <title id={`${id}-title`}>{words.falls}</title>
        <desc id={`${id}-text`}>{words.chartText(total)}</desc>
        <path d={`M0 ${size.top + plot}H${width}`} className="stroke-edge" />
        {months.map(({ month, falls }, index) => {
          const height = (falls / most) * plot;
          const middle = (index + 0.5) * size.column;
          const january = month.endsWith("-01");
          return (
            <g key={month}>
              <rect
                x={middle - 14}
                y={size.top + plot - height}
                width={28}
                height={height}
                className="fill-warn-soft stroke-warn"
              />
              <text
                x={middle}
                y={size.top + plot - height - 6}
                textAnchor="middle"
                className={`text-[13px] tabular-nums ${falls === 0 ? "fill-muted" : "fill-ink font-semibold"}`}
              >
                {formatNumber(falls, language)}
              </text>
              <text x={middle} y={size.height - 22} textAnchor="middle" className="fill-muted text-[13px]">
                {monthName(Number(month.slice(5)), language, "short")}
              </text>
              {(january || index === 0) && (
                <text x={middle} y={size.height - 6} textAnchor="middle" className="fill-muted text-[13px]">
                  {month.slice(0, 4)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </ScrollFrame>
  );
}
