import { strToU8 } from "fflate";
import type { WrittenItem } from "../written-item";
import type { FileFault, ReadFile } from "./file-fault";
import { qtiPackage, readQtiPackage } from "./qti/qti-package.server";
import { readTextFile, writeTextFile } from "./text-file";

export const itemFileFormats = ["json", "yaml", "qti"] as const;
type ItemFileFormat = (typeof itemFileFormats)[number];

interface ItemFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly extension: string;
}

/** The items as a file to be taken away. */
export function itemFile(items: readonly WrittenItem[], format: ItemFileFormat): ItemFile {
  switch (format) {
    case "json":
      return {
        bytes: bytesOf(writeTextFile(items, "json")),
        type: "application/json; charset=utf-8",
        extension: "json",
      };
    case "yaml":
      return {
        bytes: bytesOf(writeTextFile(items, "yaml")),
        type: "application/yaml; charset=utf-8",
        extension: "yaml",
      };
    case "qti":
      return { bytes: qtiPackage(items), type: "application/zip", extension: "zip" };
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(strToU8(text));

/** What was read, or what is wrong with it: then there are no items. */
export interface ReadItems {
  readonly items: readonly WrittenItem[];
  readonly faults: readonly FileFault[];
}

/** Reads a file of any format that `itemFile` writes, by what it begins with. */
export function readItemFile(bytes: Uint8Array): ReadItems {
  if (isZip(bytes)) return asRead(readQtiPackage(bytes));
  const text = textOf(bytes);
  if (text === null) return { items: [], faults: [{ line: null, place: "", problem: { kind: "not_utf8" } }] };
  return asRead(readTextFile(text));
}

/** The four bytes with which every zip file begins. */
const isZip = (bytes: Uint8Array): boolean => [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);

function asRead(read: ReadFile<WrittenItem>): ReadItems {
  return "items" in read ? { items: read.items, faults: [] } : { items: [], faults: read.faults };
}

/** Text in UTF-8, with or without its mark; null for anything else. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
