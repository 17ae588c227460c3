/** WebP (RFC 9649): a RIFF container of chunks, each padded to an even length. */
import { ByteReader, joined, type ReadImage, UnusableImage } from "./image-bytes";

const header = 12;
const extended = 10;
/** In the first byte of an extended header: what else the file says it holds. */
const flags = { animation: 0x02, xmp: 0x04, exif: 0x08 } as const;

const shown = new Set(["VP8 ", "VP8L", "ALPH", "ICCP"]);

export function readWebp(given: Uint8Array): ReadImage {
  const reader = new ByteReader(given);
  const end = reader.number(4, 4, "little") + 8;
  reader.part(0, end);
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | undefined;
  let canvas: { width: number; height: number } | undefined;
  for (let at = header; at + 8 <= end; ) {
    const name = reader.name(at);
    const length = reader.number(at + 4, 4, "little");
    const padded = length + (length % 2);
    if (at + 8 + length > end) throw new UnusableImage("image_broken");
    const chunk = new Uint8Array(padded + 8);
    chunk.set(reader.part(at, Math.min(padded + 8, reader.length - at)));
    if (name === "ANIM" || name === "ANMF") throw new UnusableImage("image_animated");
    if (name === "VP8X") {
      if (length < extended) throw new UnusableImage("image_broken");
      if (reader.byte(at + 8) & flags.animation) throw new UnusableImage("image_animated");
      canvas = { width: number24(reader, at + 12) + 1, height: number24(reader, at + 15) + 1 };
      chunk[8] = reader.byte(at + 8) & ~(flags.xmp | flags.exif);
      kept.push(chunk);
    } else if (shown.has(name)) kept.push(chunk);
    if (name === "VP8 ") size = lossySize(reader, at + 8);
    if (name === "VP8L") size = losslessSize(reader, at + 8);
    at += padded + 8;
  }
  if (!size) throw new UnusableImage("image_broken");
  const body = joined(kept);
  const riff = new Uint8Array(header);
  riff.set(reader.part(0, header));
  new DataView(riff.buffer).setUint32(4, body.length + 4, true);
  return { type: "image/webp", ...(canvas ?? size), bytes: joined([riff, body]) };
}

const number24 = (reader: ByteReader, at: number): number =>
  reader.number(at, 2, "little") + reader.byte(at + 2) * 65_536;

/** The key frame of VP8 (RFC 6386, 9.1): 14 bits a side behind its start code. */
function lossySize(reader: ByteReader, at: number) {
  if (reader.byte(at + 3) !== 0x9d || reader.byte(at + 4) !== 0x01 || reader.byte(at + 5) !== 0x2a) {
    throw new UnusableImage("image_broken");
  }
  const side = (from: number) => reader.number(from, 2, "little") & 0x3fff;
  return { width: side(at + 6), height: side(at + 8) };
}

/** A lossless stream: 14 bits a side less one, behind its signature. */
function losslessSize(reader: ByteReader, at: number) {
  if (reader.byte(at) !== 0x2f) throw new UnusableImage("image_broken");
  const bits = reader.number(at + 1, 4, "little");
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
