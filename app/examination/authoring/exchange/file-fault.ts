import type { z } from "zod";
import type { ImageFault, ReadImage } from "../../images/image-bytes";

/** What is wrong with a file, and where. */
export interface FileFault {
  /** From 1 on; null where there is no line to name. */
  readonly line: number | null;
  /** What it is about: `items[3].content.stem`, or the item's code. */
  readonly place: string;
  readonly problem: /** `message` are the parser's own words, in English, for what has no cause of ours. */
    | { readonly kind: "syntax"; readonly cause: SyntaxCause | null; readonly message: string }
    | { readonly kind: "issue"; readonly issue: z.core.$ZodIssue }
    | {
        readonly kind:
          | "key_repeated"
          | "alias"
          | "code_repeated"
          | "place_fixed"
          | "not_utf8"
          | "not_zip"
          | "doctype"
          | "too_large"
          | "no_items"
          | "image_missing"
          | ForeignKind;
      }
    /** By the name of what must be the same in both languages, and what stands in each. */
    | { readonly kind: "halves_differ"; readonly name: string; readonly en: string; readonly de: string }
    /** What is wrong with a picture in the file. */
    | { readonly kind: "image"; readonly fault: ImageFault }
    | { readonly kind: NamedKind; readonly name: string };
}

/**
 * What the portal's items cannot carry; what the package names or needs and does not have; a key that names nothing, or two things; what
 * QTI does not say, by the names of the portal's metadata; the language that an item lacks, or that it is in.
 */
export type NamedKind =
  | "unsupported"
  | "file_missing"
  | "element_missing"
  | "key_unknown"
  | "key_differs"
  | "facts_missing"
  | "half_missing"
  | "language_unknown";

/** What items of other programs often lack, or are. */
export type ForeignKind = "older_qti" | "rationale_missing" | "unit_missing" | "lines_missing";

/** Where people go wrong with YAML, JSON and XML: what can be said in their own language. */
export type SyntaxCause =
  | "bad_escape"
  | "bad_start"
  | "block_in_flow"
  | "char_missing"
  | "entity"
  | "indent"
  | "json"
  | "key_lines"
  | "nested_key"
  | "no_root"
  | "quote"
  | "several_documents"
  | "tab"
  | "tag_mismatch"
  | "tag_open"
  | "unexpected";

/** A picture as it lies in a file, under the name by which the items of the file know it. */
export interface FileImage {
  readonly name: string;
  readonly image: ReadImage;
}

export type ReadFile<Item> =
  | { readonly items: readonly Item[]; readonly images: readonly FileImage[] }
  | { readonly faults: readonly FileFault[] };
