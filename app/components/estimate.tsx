import { formatNumber } from "./format";
import { useLanguage } from "./language";

interface EstimateProps {
  estimate: { readonly value: number; readonly low: number; readonly high: number } | null | undefined;
  /** Shown as per cent; a plain number with two decimals otherwise. */
  percent?: boolean;
}

/** A figure with its 95 % interval beside it; a dash where there is none. */
export function EstimateFigure({ estimate, percent = false }: EstimateProps) {
  const language = useLanguage();
  if (!estimate) return <span className="text-muted">–</span>;
  // With a true minus sign: a hyphen is as short as those that part words.
  const shown = (value: number) =>
    (percent ? formatNumber(value * 100, language, 0) : formatNumber(value, language, 2)).replace("-", "−");
  return (
    <span className="whitespace-nowrap tabular-nums">
      {shown(estimate.value)}
      {percent && " %"}{" "}
      <span className="text-muted">
        ({shown(estimate.low)} … {shown(estimate.high)})
      </span>
    </span>
  );
}
