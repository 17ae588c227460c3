import { formatDay, formatExactPercent } from "~/components/format";
import { useLanguage } from "~/components/language";
import type { Day } from "~/kernel/calendar";
import { dayShares, namedDays } from "./day-axis";

const size = { width: 300, height: 102, left: 28, right: 8, top: 6, bottom: 24 };
const plot = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
const bottom = size.top + plot.height;

/** From one named day to the next: a name is up to 62 wide, the first begins at its day, and the next stands around its own. */
const nameRoom = 100;

interface ProgressCurveProps {
  label: string;
  /** `percent` 0 to 100, the earliest day first; at least one. */
  points: readonly { readonly day: Day; readonly percent: number }[];
  cutScorePercent: number;
}

/** Shares of the points over the days of practice, spaced by the time between them, against the cut score. */
export function ProgressCurve({ label, points, cutScorePercent }: ProgressCurveProps) {
  const language = useLanguage();
  const shares = dayShares(points.map(({ day }) => day));
  const x = (index: number) => size.left + (shares[index] ?? 0) * plot.width;
  const y = (percent: number) => size.top + (1 - percent / 100) * plot.height;
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className="h-auto w-full" role="img" aria-label={label}>
      {[0, 50, 100].map((level) => (
        <g key={level}>
          <line x1={size.left} x2={size.width - size.right} y1={y(level)} y2={y(level)} className="stroke-line" />
          <text x={size.left - 5} y={y(level) + 4} textAnchor="end" fontSize="11" className="fill-muted">
            {level}
          </text>
        </g>
      ))}
      {namedDays(shares, nameRoom / plot.width).map((index) => (
        <g key={points[index]?.day}>
          <line x1={x(index)} x2={x(index)} y1={bottom} y2={bottom + 4} className="stroke-muted" />
          <text
            x={x(index)}
            y={bottom + 16}
            textAnchor={points.length === 1 ? "middle" : anchorAt(index, points.length)}
            fontSize="11"
            className="fill-muted"
          >
            {formatDay(points[index]?.day as Day, language)}
          </text>
        </g>
      ))}
      <line
        x1={size.left}
        x2={size.width - size.right}
        y1={y(cutScorePercent)}
        y2={y(cutScorePercent)}
        strokeDasharray="5 4"
        className="stroke-muted"
      />
      <polyline
        points={points.map(({ percent }, index) => `${x(index)},${y(percent)}`).join(" ")}
        fill="none"
        strokeWidth="2"
        className="stroke-accent"
      />
      {points.map(({ day, percent }, index) => (
        <circle key={day} cx={x(index)} cy={y(percent)} r="3" className="fill-accent">
          <title>{`${formatDay(day, language)}: ${formatExactPercent(percent, language)}`}</title>
        </circle>
      ))}
    </svg>
  );
}

/** The first name begins at its day and the last ends there, so that neither leaves the picture. */
const anchorAt = (index: number, count: number) => (index === 0 ? "start" : index === count - 1 ? "end" : "middle");
