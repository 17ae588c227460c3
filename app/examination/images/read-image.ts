/**
 * Pictures as exhibits: PNG, JPEG and WebP, told by their bytes and not by their names. Everything that is not shown is taken out (place and
 * time of a photograph, names, comments, previews, what hangs on behind the end), so that the stored image says what candidates see and no
 * more. No SVG: it is a program.
 */
import { type ImageFault, type ReadImage, UnusableImage } from "./image-bytes";
import { longestSide } from "./image-reference";
import { readJpeg } from "./read-jpeg";
import { pngSignature, readPng } from "./read-png";
import { readWebp } from "./read-webp";

/** A screenshot stays far below; a photograph should be made smaller first. */
export const mostImageBytes = 1_000_000;

/** A browser takes four bytes a pixel to show it. */
const mostPixels = 12_000_000;

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, index) => bytes[at + index] === byte);

const riff = [0x52, 0x49, 0x46, 0x46] as const;
const webp = [0x57, 0x45, 0x42, 0x50] as const;

function readerOf(bytes: Uint8Array): ((bytes: Uint8Array) => ReadImage) | undefined {
  if (startsWith(bytes, pngSignature)) return readPng;
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg;
  return startsWith(bytes, riff) && startsWith(bytes, webp, 8) ? readWebp : undefined;
}

/** The image as it is kept, or why it cannot be one. Reading it again gives the same bytes. */
export function readImage(bytes: Uint8Array): ReadImage | { readonly fault: ImageFault } {
  if (bytes.length > mostImageBytes) return { fault: "image_too_large" };
  const read = readerOf(bytes);
  if (!read) return { fault: "image_type" };
  try {
    const image = read(bytes);
    const sides = [image.width, image.height];
    const fits = sides.every((side) => side >= 1 && side <= longestSide) && image.width * image.height <= mostPixels;
    return fits ? image : { fault: "image_size" };
  } catch (error) {
    if (error instanceof UnusableImage) return { fault: error.fault };
    throw error;
  }
}
