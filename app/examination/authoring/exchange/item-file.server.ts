import { strToU8 } from "fflate";
import { namedImage, referenceOf, type StoredImage } from "../../images/image-queries.server";
import { withImages } from "../item-images";
import type { WrittenItem } from "../written-item";
import type { FileFault, ReadFile } from "./file-fault";
import type { Assumed } from "./qti/item-facts";
import { qtiPackage } from "./qti/qti-package.server";
import { readQtiPackage } from "./qti/read-qti-package.server";
import { readTextFile, writeTextFile } from "./text-file";

export const itemFileFormats = ["json", "yaml", "qti"] as const;
type ItemFileFormat = (typeof itemFileFormats)[number];

interface ItemFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly extension: string;
}

/** The items as a file to be taken away, with the pictures that they show. */
export function itemFile(
  items: readonly WrittenItem[],
  format: ItemFileFormat,
  images: readonly StoredImage[] = [],
): ItemFile {
  const asText = images.map(({ sha256, bytes }) => ({ sha256, base64: Buffer.from(bytes).toString("base64") }));
  switch (format) {
    case "json":
      return {
        bytes: bytesOf(writeTextFile(items, "json", asText)),
        type: "application/json; charset=utf-8",
        extension: "json",
      };
    case "yaml":
      return {
        bytes: bytesOf(writeTextFile(items, "yaml", asText)),
        type: "application/yaml; charset=utf-8",
        extension: "yaml",
      };
    case "qti":
      return { bytes: qtiPackage(items, images), type: "application/zip", extension: "zip" };
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(strToU8(text));

/** What was read, or what is wrong with it: then there are no items. */
export interface ReadItems {
  readonly items: readonly WrittenItem[];
  /** The pictures that came with them, under their true names. */
  readonly images: readonly StoredImage[];
  readonly faults: readonly FileFault[];
}

/** Reads a file of any format that `itemFile` writes, by what it begins with; for `assumed` see `readQtiPackage`. */
export function readItemFile(bytes: Uint8Array, assumed?: Assumed): ReadItems {
  if (isZip(bytes)) return asRead(readQtiPackage(bytes, assumed));
  const text = textOf(bytes);
  if (text === null)
    return { items: [], images: [], faults: [{ line: null, place: "", problem: { kind: "not_utf8" } }] };
  return asRead(readTextFile(text));
}

/** The four bytes with which every zip file begins. */
const isZip = (bytes: Uint8Array): boolean => [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);

function asRead(read: ReadFile<WrittenItem>): ReadItems {
  if ("faults" in read) return { items: [], images: [], faults: read.faults };
  const named = new Map(read.images.map(({ name, image }) => [name, namedImage(image)]));
  const references = new Map([...named].map(([name, image]) => [name, referenceOf(image)]));
  return {
    items: read.items.map((item) => withImages(item, references)),
    images: imagesOnce([...named.values()]),
    faults: [],
  };
}

/** Each of them once, in the order of their hashes. */
function imagesOnce(images: readonly StoredImage[]): StoredImage[] {
  const byHash = new Map(images.map((image) => [image.sha256, image]));
  return [...byHash.values()].sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
}

/** Text in UTF-8, with or without its mark; null for anything else. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
