import { useId } from "react";

interface ProgressProps {
  /** What is making progress. */
  label: string;
  value: number;
  max: number;
  /** The same in words: "12 of 40 answered". */
  text: string;
}

/** How much of something is done, in words and as a bar. */
export function Progress({ label, value, max, text }: ProgressProps) {
  const id = useId();
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="text-sm">
      <div className="flex justify-between gap-4">
        <span id={id} className="font-semibold">
          {label}
        </span>
        <span className="text-right text-muted tabular-nums">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="mt-1.5"
      >
        <svg width="100%" height="8" aria-hidden="true" className="block">
          <rect width="100%" height="8" rx="4" className="fill-sunken stroke-edge" />
          <rect width={`${share * 100}%`} height="8" rx="4" className="fill-accent" />
        </svg>
      </div>
    </div>
  );
}
