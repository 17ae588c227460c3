/** What a printed sheet is made of: marks with their place in points, gathered in blocks that a screen reader meets in order. */

import type { Language } from "~/platform/schema/people-tables";
import { leadingOf, type Weight } from "./text-fitting";

type Colour = "ink" | "quiet" | "accent" | "line";

interface TextMark {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
}

interface RoundedMark {
  readonly kind: "rounded";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly colour: Colour;
}

interface CodeMark {
  readonly kind: "qr";
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly content: string;
}

/** The portal's own mark. */
interface PortalMark {
  readonly kind: "portal";
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export type SheetMark = TextMark | RoundedMark | CodeMark | PortalMark;

/** One element of the document's structure; `Artifact` is decoration and is not read out. */
export interface SheetBlock {
  readonly tag: "H1" | "H2" | "P" | "Link" | "Figure" | "Artifact";
  readonly marks: readonly SheetMark[];
  /** What a figure shows, in words. */
  readonly alt?: string;
  readonly link?: string;
}

export interface Sheet {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly SheetBlock[];
}

const margin = 68;
/** A4 upright; `measure` is the width between the margins. */
export const sheetPage = { width: 595.28, height: 841.89, margin, measure: 595.28 - 2 * margin } as const;

interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: Colour;
}

/** Lines below each other; `top` is the upper edge of the first one. */
export function lines(texts: readonly string[], x: number, top: number, style: Style): TextMark[] {
  const { size, weight = "regular", colour = "ink" } = style;
  return texts.map((text, index) => {
    const baseline = top + size + index * leadingOf(size);
    return { kind: "text", text, x, baseline, size, weight, colour };
  });
}

/** Upper edges of groups of these heights, the space left between `from` and `to` shared out evenly around them. */
export function spaced(heights: readonly number[], { from, to }: { from: number; to: number }): number[] {
  const taken = heights.reduce((sum, height) => sum + height, 0);
  const gap = (to - from - taken) / (heights.length + 1);
  let top = from;
  return heights.map((height) => {
    top += gap;
    const start = top;
    top += height;
    return start;
  });
}
