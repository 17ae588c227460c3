/** JPEG (ITU-T T.81): segments that begin with a marker; the scans run on until the next marker that is no restart. */
import { ByteReader, joined, type ReadImage, UnusableImage } from "./image-bytes";

const markers = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
};

/** Baseline, extended and progressive frames, with either coding; all others are hardly ever seen and no browser shows them. */
const frames = new Set([0xc0, 0xc1, 0xc2]);

export function readJpeg(given: Uint8Array): ReadImage {
  const reader = new ByteReader(given);
  const kept: Uint8Array[] = [reader.part(0, 2)];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (reader.byte(at) !== 0xff) throw new UnusableImage("image_broken");
    // Any number of fill bytes may stand before a marker.
    while (reader.byte(at + 1) === 0xff) at += 1;
    const marker = reader.byte(at + 1);
    if (marker === markers.endOfImage) break;
    const length = reader.number(at + 2, 2, "big");
    const segment = reader.part(at, length + 2);
    if (length < 2) throw new UnusableImage("image_broken");
    if (frames.has(marker)) size = { height: reader.number(at + 5, 2, "big"), width: reader.number(at + 7, 2, "big") };
    if (marker === markers.app1) orientation = orientationOf(segment.subarray(4)) ?? orientation;
    if (isShown(marker, segment)) kept.push(segment);
    at += length + 2;
    if (marker !== markers.startOfScan) continue;
    scans += 1;
    const end = endOfScan(reader, at);
    kept.push(reader.part(at, end - at));
    at = end;
  }
  if (!size || scans === 0) throw new UnusableImage("image_broken");
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  const [start, ...rest] = kept as [Uint8Array, ...Uint8Array[]];
  const bytes = joined([start, ...turned, ...rest, Uint8Array.of(0xff, markers.endOfImage)]);
  // From 5 on the camera was held upright: the sides change places.
  const { width, height } = orientation >= 5 ? { width: size.height, height: size.width } : size;
  return { type: "image/jpeg", width, height, bytes };
}

const jfifLength = 18;

/** Tables, frames and scans; of what applications add, only what decides about the colours. */
function isShown(marker: number, segment: Uint8Array): boolean {
  const isApplication = marker >= markers.app0 && marker <= 0xef;
  const isComment = marker === 0xfe;
  // Longer, it holds a preview of the picture.
  if (marker === markers.app0) return segment.length === jfifLength;
  if (marker === markers.app2) return String.fromCharCode(...segment.subarray(4, 15)) === "ICC_PROFILE";
  return !isComment && (!isApplication || marker === markers.app14);
}

function endOfScan(reader: ByteReader, from: number): number {
  let at = from;
  for (;;) {
    at = reader.bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= reader.length) throw new UnusableImage("image_broken");
    const next = reader.byte(at + 1);
    const isRestart = next >= 0xd0 && next <= 0xd7;
    if (next !== 0 && !isRestart && next !== 0xff) return at;
    at += next === 0xff ? 1 : 2;
  }
}

const exif = [0x45, 0x78, 0x69, 0x66, 0, 0] as const;
const orientationTag = 0x0112;

/** How the camera was held (Exif 2.3, 1 to 8): the one thing in its notes that decides how the picture looks. */
function orientationOf(segment: Uint8Array): number | undefined {
  if (!exif.every((byte, index) => segment[index] === byte)) return undefined;
  try {
    const reader = new ByteReader(segment.subarray(exif.length));
    const order = reader.name(0, 2) === "II" ? "little" : "big";
    const directory = reader.number(4, 4, order);
    const entries = reader.number(directory, 2, order);
    for (let index = 0; index < entries; index++) {
      const entry = directory + 2 + index * 12;
      if (reader.number(entry, 2, order) !== orientationTag) continue;
      const value = reader.number(entry + 8, 2, order);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  } catch (error) {
    if (!(error instanceof UnusableImage)) throw error;
  }
  return undefined;
}

/** The camera's notes with nothing left in them but how it was held. */
function orientationSegment(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const length = 2 + exif.length + tiff.length;
  return Uint8Array.of(0xff, markers.app1, 0, length, ...exif, ...tiff);
}
