/**
 * What a candidate may see of an item, in one language: never a key, a rationale or a misconception. Types only, so the exam
 * page takes nothing heavier than them to the browser.
 */
import type { ItemKind } from "~/platform/schema/examination-tables";
import type { ImageReference } from "./images/image-reference";

/** One choice, entry, prompt or piece of evidence; ids are the same in both languages. */
export interface PresentedOption {
  readonly id: string;
  readonly text: string;
}

/** A line of a log or of a tool's output; ids are unique within the item, so a line can be marked. */
export interface ExhibitLine {
  readonly id: string;
  readonly text: string;
}

/** Evidence shown beside the stem. Logs and tool output are monospace text, a chart is data to be drawn, an image is fetched by its name. */
export type Exhibit =
  | { readonly kind: "log"; readonly title: string; readonly lines: readonly ExhibitLine[] }
  | {
      readonly kind: "tool_output";
      readonly title: string;
      readonly command: string;
      readonly lines: readonly ExhibitLine[];
    }
  | {
      readonly kind: "table";
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | ChartExhibit
  | ImageExhibit;

export interface ImageExhibit {
  readonly kind: "image";
  readonly title: string;
  readonly alt: string;
  readonly image: ImageReference;
}

/** Lines over a common axis: `labels[i]` belongs to `values[i]` of every series. */
export interface ChartExhibit {
  readonly kind: "chart";
  readonly title: string;
  readonly axis: string;
  readonly unit: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

interface Shown<Kind extends ItemKind> {
  readonly kind: Kind;
  /** Markdown. */
  readonly stem: string;
  readonly exhibits: readonly Exhibit[];
}

/** An item as one candidate sees it: options stand in the order that this candidate's seed gives. */
export type ItemPresentation =
  | (Shown<"single_choice"> & { readonly options: readonly PresentedOption[] })
  | (Shown<"multiple_choice"> & { readonly options: readonly PresentedOption[] })
  | (Shown<"numeric"> & { readonly units: readonly string[] })
  | (Shown<"ordering"> & { readonly entries: readonly PresentedOption[] })
  | (Shown<"matching"> & { readonly prompts: readonly PresentedOption[]; readonly options: readonly PresentedOption[] })
  | Shown<"mark_evidence">
  | (Shown<"incident_report"> & {
      readonly fields: readonly PresentedOption[];
      readonly evidence: readonly PresentedOption[];
    });
