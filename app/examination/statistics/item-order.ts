import type { Section } from "../section-names";
import { type ItemFlag, itemFlags, type RaisedFlag } from "./item-flags";
import type { ItemStatistics } from "./item-statistics";

interface Ordered {
  readonly code: string;
  readonly version: number;
  readonly section: Section;
  readonly flags: readonly RaisedFlag[];
  readonly responses: number;
  readonly exposure: number;
  readonly statistics: Pick<ItemStatistics, "difficulty" | "restCorrelation" | "time"> | null;
}

/** By what the list can be sorted; the keys of its columns. */
export const itemSorts = ["flags", "item", "difficulty", "discrimination", "time", "responses", "exposure"] as const;

export interface ItemSort {
  readonly key: (typeof itemSorts)[number];
  readonly direction: "asc" | "desc";
}

/** The most conspicuous items first. */
export const usualSort: ItemSort = { key: "flags", direction: "asc" };

/** What may be asked for: a part of the code in any case, one section, items with one flag, or with any. */
export interface ItemFilter {
  readonly code: string | undefined;
  readonly section: Section | undefined;
  readonly flag: ItemFlag | "any" | undefined;
}

/** The worst flag counts, a sure one before one that may be chance; without a flag last. */
const rank = ({ flags }: Ordered): number =>
  Math.min(...flags.map(({ flag, sure }) => itemFlags.indexOf(flag) + (sure ? 0 : itemFlags.length)), 1000);

/** What the line is sorted by; null where it has no such figure. The code orders in any case. */
function figureOf(line: Ordered, key: ItemSort["key"]): number | null {
  switch (key) {
    case "flags":
      return rank(line);
    case "item":
      return 0;
    case "difficulty":
      return line.statistics?.difficulty.value ?? null;
    case "discrimination":
      return line.statistics?.restCorrelation?.value ?? null;
    case "time":
      return line.statistics?.time?.medianSeconds ?? null;
    case "responses":
    case "exposure":
      return line[key];
  }
}

const byCode = (a: Ordered, b: Ordered): number => a.code.localeCompare(b.code, "en") || a.version - b.version;

/** Lines without the figure stand last, whichever way the others go; equals stand by code. */
function inSort({ key, direction }: ItemSort) {
  const sign = direction === "asc" ? 1 : -1;
  return (a: Ordered, b: Ordered): number => {
    const [one, other] = [figureOf(a, key), figureOf(b, key)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byCode(a, b);
    if (key === "item") return sign * byCode(a, b);
    return sign * (one - other) || byCode(a, b);
  };
}

/** What matches the filter, in the order asked for. */
export function inOrder<Line extends Ordered>(
  lines: readonly Line[],
  { code, section, flag }: ItemFilter,
  sort: ItemSort,
): Line[] {
  const part = code?.toLowerCase() ?? "";
  return lines
    .filter((line) => line.code.toLowerCase().includes(part))
    .filter((line) => section === undefined || line.section === section)
    .filter(({ flags }) => flag === undefined || flags.some((raised) => flag === "any" || raised.flag === flag))
    .sort(inSort(sort));
}
