import { formatFigure } from "./format";
import { useLanguage } from "./language";

interface EstimateProps {
  estimate: { readonly value: number; readonly low: number; readonly high: number } | null | undefined;
  /** Shown as per cent; a number with two decimals otherwise. */
  percent?: boolean;
}

/** A figure with its 95 % interval beside it; a dash where there is none. */
export function EstimateFigure({ estimate, percent = false }: EstimateProps) {
  const language = useLanguage();
  if (!estimate) return <span className="text-muted">–</span>;
  const shown = (value: number) => formatFigure(percent ? value * 100 : value, language, percent ? 0 : 2);
  return (
    <span className="whitespace-nowrap tabular-nums">
      {shown(estimate.value)}
      {percent && (language === "de" ? " %" : "%")}{" "}
      <span className="text-muted">
        ({shown(estimate.low)} … {shown(estimate.high)})
      </span>
    </span>
  );
}
