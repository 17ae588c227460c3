/** What the exam page is sent of an item; types only. */
import type { ItemPresentation } from "./presentation";
import type { Section } from "./section-names";

/** The stem is HTML of a few harmless elements, made on the server. */
type Shown<Presentation> = Presentation extends unknown
  ? Omit<Presentation, "stem"> & { readonly stemHtml: string }
  : never;

export type ShownItem = Shown<ItemPresentation> & {
  /** From 1 on. */
  readonly ordinal: number;
  readonly section: Section;
  readonly points: number;
};
