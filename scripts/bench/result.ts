/** One line of a bench; what the reference is stands in brackets at the end of the name. `ratio` is value / reference; `target` the most that the ratio, or without a reference the value, may be. */
export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly reference: number | null;
  readonly ratio: number | null;
  readonly target: number | null;
  /** Null where nothing was promised. */
  readonly ok: boolean | null;
}

interface Figure {
  readonly value: number;
  readonly reference?: number;
  /** Where it is not simply value / reference: the median of the rounds' ratios. */
  readonly ratio?: number;
  readonly target?: number;
}

/** Judges a figure by its target. */
export function result(name: string, unit: string, figure: Figure): Result {
  const { value, reference = null, target = null } = figure;
  const ratio = reference === null ? null : (figure.ratio ?? value / reference);
  return { name, unit, value, reference, ratio, target, ok: target === null ? null : (ratio ?? value) <= target };
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(4)));

export const asJson = (results: readonly Result[]): string =>
  JSON.stringify({
    results: results.map((line) => ({
      ...line,
      value: rounded(line.value),
      reference: rounded(line.reference),
      ratio: rounded(line.ratio),
    })),
  });

const shown = (value: number | null): string => {
  if (value === null) return "";
  return value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
};

const heads = ["", "unit", "value", "reference", "ratio", "target", ""];

/** For a person's eye: columns wide enough for what stands in them, figures to the right. */
export function asTable(results: readonly Result[]): string {
  const rows = results.map(({ name, unit, value, reference, ratio, target, ok }) => [
    name,
    unit,
    ...[value, reference, ratio].map(shown),
    target === null ? "" : `<= ${shown(target)}`,
    ok === null ? "" : ok ? "ok" : "MISSED",
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [heads, ...rows].map(line).join("\n");
}
