import type { Section } from "../section-names";
import { type ItemFlag, itemFlags, type RaisedFlag } from "./item-flags";

interface Ordered {
  readonly code: string;
  readonly version: number;
  readonly section: Section;
  readonly flags: readonly RaisedFlag[];
}

/** What may be asked for: a part of the code in any case, one section, items with one flag, or with any. */
export interface ItemFilter {
  readonly code: string | undefined;
  readonly section: Section | undefined;
  readonly flag: ItemFlag | "any" | undefined;
}

/** The worst flag counts, a sure one before one that may be chance; without a flag last. */
const rank = ({ flags }: Ordered): number =>
  Math.min(...flags.map(({ flag, sure }) => itemFlags.indexOf(flag) + (sure ? 0 : itemFlags.length)), 1000);

/** What matches the filter, the most conspicuous items first, then by code. */
export function inOrder<Line extends Ordered>(lines: readonly Line[], { code, section, flag }: ItemFilter): Line[] {
  const part = code?.toLowerCase() ?? "";
  return lines
    .filter((line) => line.code.toLowerCase().includes(part))
    .filter((line) => section === undefined || line.section === section)
    .filter(({ flags }) => flag === undefined || flags.some((raised) => flag === "any" || raised.flag === flag))
    .sort((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code, "en") || a.version - b.version);
}
