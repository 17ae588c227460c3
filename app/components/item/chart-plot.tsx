import { formatNumber } from "~/components/format";
import { useLanguage } from "~/components/language";
import type { ChartExhibit } from "~/examination/presentation";

const [height, top, bottom] = [260, 12, 28];
/** Of the text, in units of the drawing, and about what a character of it takes. */
const [fontSize, character] = [13, 7];

/** Lines are told apart by their dashes, not by colour alone. */
export const looks = [
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

interface ChartPlotProps {
  chart: ChartExhibit;
  /** In units of the drawing: the fewer, the larger its text stands in the same room. */
  width: number;
  className: string;
}

/** The curves between their scales, with as many labels as stand beside each other. */
export function ChartPlot({ chart, width, className }: ChartPlotProps) {
  const { title, axis, unit, labels, series } = chart;
  const language = useLanguage();
  const values = series.flatMap((line) => line.values);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = stepFor(most - least || 1, 5);
  const floor = Math.floor(least / step) * step;
  const levels = Math.max(1, Math.ceil((most - floor) / step));
  const scale = Array.from({ length: levels + 1 }, (_, level) => floor + level * step).map((value) => ({
    value,
    text: formatNumber(value, language),
  }));
  // Labels stand centred under their points, so half of the last one needs room beyond the curve.
  const labelWidth = Math.max(...labels.map((label) => label.length)) * character;
  const left = Math.max(labelWidth / 2, 10 + Math.max(...scale.map(({ text }) => text.length)) * character);
  const right = width - Math.max(10, labelWidth / 2);
  const base = height - bottom;
  const x = (index: number) => left + (index / Math.max(1, labels.length - 1)) * (right - left);
  const y = (value: number) => top + (1 - (value - floor) / (levels * step)) * (base - top);
  const room = Math.max(1, Math.min(6, Math.floor((right - left) / (labelWidth + 14))));
  const everyNth = Math.ceil((labels.length - 1) / room) || 1;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`mx-auto h-auto w-full ${className}`}
      role="img"
      aria-label={`${title} (${unit}; ${axis})`}
      fontSize={fontSize}
    >
      {scale.map(({ value, text }) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y(value)} y2={y(value)} className="stroke-line" />
          <text x={left - 6} y={y(value) + 4} textAnchor="end" className="fill-muted">
            {text}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        index % everyNth === 0 ? (
          <g key={label}>
            <line x1={x(index)} x2={x(index)} y1={base} y2={base + 5} className="stroke-edge" />
            <text x={x(index)} y={height - 8} textAnchor="middle" className="fill-muted">
              {label}
            </text>
          </g>
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
  );
}
