import { Disclosure } from "~/components/confirm";
import { TableExhibit } from "~/components/exhibit";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { ChartExhibit as Chart } from "~/examination/presentation";
import { itemMessages } from "./item-messages";

const size = { width: 640, height: 260, left: 56, right: 12, top: 12, bottom: 30 };
const plot = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

/** Lines are told apart by their dashes, not by colour alone. */
const looks = [
  { className: "stroke-accent", strokeDasharray: undefined },
  { className: "stroke-bad", strokeDasharray: "7 4" },
  { className: "stroke-good", strokeDasharray: "2 3" },
  { className: "stroke-warn", strokeDasharray: "10 3 2 3" },
  { className: "stroke-muted", strokeDasharray: "4 4" },
  { className: "stroke-ink", strokeDasharray: "1 4" },
] as const;

/** The smallest of 1, 2, 5, 10, 20, 50 ... of which at most `count` cover `range`. */
function stepFor(range: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(range / count));
  return power * ([1, 2, 5, 10].find((factor) => power * factor * count >= range) ?? 10);
}

/** Curves over a common axis, drawn from their data, with the data as a table beneath. */
export function ChartExhibit({ chart }: { chart: Chart }) {
  const { title, axis, unit, labels, series } = chart;
  const words = useMessages(itemMessages);
  const language = useLanguage();
  const values = series.flatMap((line) => line.values);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = stepFor(most - least || 1, 5);
  const floor = Math.floor(least / step) * step;
  const levels = Math.max(1, Math.ceil((most - floor) / step));
  const x = (index: number) => size.left + (index / Math.max(1, labels.length - 1)) * plot.width;
  const y = (value: number) => size.top + (1 - (value - floor) / (levels * step)) * plot.height;
  const everyNth = Math.ceil(labels.length / 6);
  return (
    <figure className="card my-4 overflow-hidden">
      <figcaption className="border-b border-line bg-sunken px-3 py-1.5 text-sm font-semibold">
        {title} ({unit})
      </figcaption>
      <div className="p-3">
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          className="h-auto w-full"
          role="img"
          aria-label={`${title} (${unit})`}
        >
          {Array.from({ length: levels + 1 }, (_, level) => floor + level * step).map((value) => (
            <g key={value}>
              <line x1={size.left} x2={size.width - size.right} y1={y(value)} y2={y(value)} className="stroke-line" />
              <text x={size.left - 6} y={y(value) + 4} textAnchor="end" fontSize="12" className="fill-muted">
                {formatNumber(value, language)}
              </text>
            </g>
          ))}
          {labels.map((label, index) =>
            index % everyNth === 0 ? (
              <text
                key={label}
                x={x(index)}
                y={size.height - 10}
                textAnchor="middle"
                fontSize="12"
                className="fill-muted"
              >
                {label}
              </text>
            ) : null,
          )}
          {series.map((line, index) => (
            <polyline
              key={line.name}
              points={line.values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ")}
              fill="none"
              strokeWidth="2"
              {...looks[index % looks.length]}
            />
          ))}
        </svg>
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {series.map((line, index) => (
            <li key={line.name} className="flex items-center gap-2">
              <svg width="28" height="8" aria-hidden="true">
                <line x1="0" x2="28" y1="4" y2="4" strokeWidth="2" {...looks[index % looks.length]} />
              </svg>
              {line.name}
            </li>
          ))}
        </ul>
        <Disclosure label={words.figures}>
          <TableExhibit
            caption={title}
            columns={[axis, ...series.map(({ name }) => name)]}
            rows={labels.map((label, index) => [
              label,
              ...series.map((line) => formatNumber(line.values[index] ?? 0, language)),
            ])}
          />
        </Disclosure>
      </div>
    </figure>
  );
}
