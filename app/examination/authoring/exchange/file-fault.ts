import type { z } from "zod";
import type { ImageFault, ReadImage } from "../../images/image-bytes";

/** What is wrong with a file, and where. */
export interface FileFault {
  /** From 1 on; null where there is no line to name. */
  readonly line: number | null;
  /** What it is about: `items[3].content.stem`, or the item's code. */
  readonly place: string;
  readonly problem:
    | { readonly kind: "syntax"; readonly message: string }
    | { readonly kind: "issue"; readonly issue: z.core.$ZodIssue }
    | {
        readonly kind:
          | "key_repeated"
          | "alias"
          | "code_repeated"
          | "place_fixed"
          | "not_utf8"
          | "doctype"
          | "too_large"
          | "no_items"
          | "half_missing"
          | "halves_differ"
          | "image_missing";
      }
    /** What is wrong with a picture in the file. */
    | { readonly kind: "image"; readonly fault: ImageFault }
    /** What the portal's items cannot carry. */
    | { readonly kind: "unsupported"; readonly name: string };
}

/** A picture as it lies in a file, under the name by which the items of the file know it. */
export interface FileImage {
  readonly name: string;
  readonly image: ReadImage;
}

export type ReadFile<Item> =
  | { readonly items: readonly Item[]; readonly images: readonly FileImage[] }
  | { readonly faults: readonly FileFault[] };
