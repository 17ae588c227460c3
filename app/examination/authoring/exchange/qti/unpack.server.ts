import type { Element } from "@xmldom/xmldom";
import { strFromU8, type Unzipped, unzipSync } from "fflate";
import type { FileFault } from "../file-fault";
import { isReadFile } from "./package-pictures.server";
import { causeOf, parseXml, Unreadable } from "./xml-reading";

/** Unpacked, all of it; a bank of thousands of items stays far below. */
const mostBytes = 12_000_000;
const mostFiles = 5_000;

/** The XML and the pictures in a package. Throws `Unreadable`. */
export function unpack(bytes: Uint8Array): Unzipped {
  let [total, count] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        count += 1;
        if (total > mostBytes || count > mostFiles) throw new Unreadable("too_large", "");
        return isReadFile(name);
      },
    });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("not_zip", "");
  }
}

/** The root of an XML file of the package. Throws `Unreadable`. */
export function rootOf(files: Unzipped, name: string): Element {
  const bytes = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!bytes) throw new Unreadable("file_missing", name);
  return parseXml(strFromU8(bytes));
}

/** What stopped the reading, as a fault of the file at `place`; anything else is thrown on. */
export function faultOf(error: unknown, place: string): FileFault {
  if (!(error instanceof Unreadable)) throw error;
  const { kind, message, line } = error;
  switch (kind) {
    case "syntax":
      return { line, place, problem: { kind, cause: causeOf(message), message } };
    case "doctype":
    case "too_large":
    case "not_zip":
    case "older_qti":
    case "rationale_missing":
    case "unit_missing":
    case "lines_missing":
      return { line, place, problem: { kind } };
    default:
      return { line, place, problem: { kind, name: message } };
  }
}
