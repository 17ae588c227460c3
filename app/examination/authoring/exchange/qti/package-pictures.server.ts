import { createHash } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import type { Unzipped } from "fflate";
import type { ImageFault } from "../../../images/image-bytes";
import { type ImageReference, imageTypes } from "../../../images/image-reference";
import { readImage } from "../../../images/read-image";
import type { FileImage } from "../file-fault";
import { imageOfFile } from "./vocabulary";
import { attributeOf, lineOf, Unreadable } from "./xml-reading";

/** What is looked into; whether it is a picture is told by its bytes. */
const isPictureName = (name: string): boolean => /\.(png|jpe?g|webp)$/i.test(name);

/** The files of a package that are unpacked. */
export const isReadFile = (name: string): boolean => name.endsWith(".xml") || isPictureName(name);

/** Names what stands in `src` without filling a page with it. */
const shortened = (source: string): string => (source.length > 80 ? `${source.slice(0, 80)}…` : source);

function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

/** Where in the package `source` leads, seen from the item's file; undefined where it leads out of it. */
function pathWithin(file: string, source: string): string | undefined {
  const steps = file.split("/").slice(0, -1);
  for (const step of decoded(source.replace(/[?#].*$/s, "")).split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** The pictures that items of a package show under names of their own, found by their place in it. */
export class PackagePictures {
  private readonly shown = new Map<string, string>();

  constructor(private readonly files: Unzipped) {}

  /**
   * The picture that `img` in `file` shows, for now by the hash of the file as it lies there: type and size are told when it is read. Throws
   * `Unreadable` where there is none in the package.
   */
  find(img: Element, file: string): ImageReference {
    const source = attributeOf(img, "src");
    if (source === "") throw new Unreadable("element_missing", 'src="…"', lineOf(img));
    const named = imageOfFile(source);
    const [width, height] = ["width", "height"].map((name) => Number(attributeOf(img, name)));
    if (named && width && height) return { ...named, width, height };
    // From elsewhere nothing is fetched, and what is written into the address is no file that could be checked by its name.
    if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(source) || !isPictureName(source.replace(/[?#].*$/s, "")))
      throw new Unreadable("unsupported", `<img src="${shortened(source)}">`, lineOf(img));
    const path = pathWithin(file, source);
    const bytes = path !== undefined && Object.hasOwn(this.files, path) ? this.files[path] : undefined;
    if (path === undefined || !bytes) throw new Unreadable("file_missing", shortened(source), lineOf(img));
    const sha256 = this.shown.get(path) ?? createHash("sha256").update(bytes).digest("hex");
    this.shown.set(path, sha256);
    return { sha256, type: imageTypes[0], width: 1, height: 1 };
  }

  /** Each of them as it is kept, under the hash by which the items know it; or why it cannot be. */
  read(fault: (path: string, fault: ImageFault) => void): FileImage[] {
    return [...this.shown].flatMap(([path, name]) => {
      const image = readImage(this.files[path] ?? new Uint8Array());
      if (!("fault" in image)) return [{ name, image }];
      fault(path, image.fault);
      return [];
    });
  }
}
