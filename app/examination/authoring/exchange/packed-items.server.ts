import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { type WrittenItem, writtenItemSchema } from "../written-item";

/** More than any file that can be read in holds. */
const mostBytes = 48_000_000;

/** Items that a page carries until somebody agrees: small enough to be sent back, whatever the file that they came in packed or left out. */
export const packItems = (items: readonly WrittenItem[]): string => gzipSync(JSON.stringify(items)).toString("base64");

/** The items again; null for anything that `packItems` has not written. */
export function unpackItems(packed: string): readonly WrittenItem[] | null {
  const read = z.array(writtenItemSchema).min(1).safeParse(jsonIn(packed));
  return read.success ? read.data : null;
}

function jsonIn(packed: string): unknown {
  try {
    return JSON.parse(gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: mostBytes }).toString());
  } catch {
    return null;
  }
}
