/** PNG (ISO/IEC 15948): a signature and chunks, each with its length, name, data and check sum. */
import { ByteReader, joined, type ReadImage, UnusableImage } from "./image-bytes";

export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** What decides how the image looks; texts, times, places and whatever programs add for themselves stay out. */
const shown = new Set("IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs".split(" "));

export function readPng(given: Uint8Array): ReadImage {
  const reader = new ByteReader(given);
  const kept = [reader.part(0, pngSignature.length)];
  let at = pngSignature.length;
  const names: string[] = [];
  while (names.at(-1) !== "IEND") {
    const length = reader.number(at, 4, "big");
    const name = reader.name(at + 4);
    const chunk = reader.part(at, length + 12);
    if (crcOf(chunk.subarray(4, length + 8)) !== reader.number(at + length + 8, 4, "big")) {
      throw new UnusableImage("image_broken");
    }
    if (name === "acTL") throw new UnusableImage("image_animated");
    if (shown.has(name)) kept.push(chunk);
    names.push(name);
    at += length + 12;
  }
  if (names[0] !== "IHDR" || !names.includes("IDAT")) throw new UnusableImage("image_broken");
  const [width, height] = [reader.number(16, 4, "big"), reader.number(20, 4, "big")];
  return { type: "image/png", width, height, bytes: joined(kept) };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
