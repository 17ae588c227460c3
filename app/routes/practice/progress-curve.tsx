const size = { width: 300, height: 84, left: 28, right: 8, top: 6, bottom: 6 };
const plot = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

interface ProgressCurveProps {
  label: string;
  /** 0 to 100, the earliest first; at least one. */
  percents: readonly number[];
  cutScorePercent: number;
}

/** Shares of the points from one day of practice to the next, against the cut score. */
export function ProgressCurve({ label, percents, cutScorePercent }: ProgressCurveProps) {
  const x = (index: number) => size.left + (percents.length === 1 ? 0.5 : index / (percents.length - 1)) * plot.width;
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
      <line
        x1={size.left}
        x2={size.width - size.right}
        y1={y(cutScorePercent)}
        y2={y(cutScorePercent)}
        strokeDasharray="5 4"
        className="stroke-muted"
      />
      <polyline
        points={percents.map((percent, index) => `${x(index)},${y(percent)}`).join(" ")}
        fill="none"
        strokeWidth="2"
        className="stroke-accent"
      />
      {percents.map((percent, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day keeps its place
        <circle key={index} cx={x(index)} cy={y(percent)} r="3" className="fill-accent" />
      ))}
    </svg>
  );
}
