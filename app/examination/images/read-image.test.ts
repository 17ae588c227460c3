import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOfPicture } from "#test/factories/pictures";
import { joined } from "./image-bytes";
import { mostImageBytes, readImage } from "./read-image";

const text = (words: string) => new TextEncoder().encode(words);
const has = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);
const read = (bytes: Uint8Array) => {
  const image = readImage(bytes);
  if ("fault" in image) throw new Error(image.fault);
  return image;
};
const faultOf = (bytes: Uint8Array) => {
  const image = readImage(bytes);
  return "fault" in image ? image.fault : "none";
};

/** With bytes put in at a place. */
const within = (bytes: Uint8Array, at: number, more: Uint8Array) =>
  joined([bytes.subarray(0, at), more, bytes.subarray(at)]);

const png = bytesOfPicture("png");
const jpeg = bytesOfPicture("jpeg");
const webp = bytesOfPicture("webp");

const crc = (bytes: Uint8Array) => {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
};
const numberBytes = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const pngChunk = (name: string, data: Uint8Array) => {
  const body = joined([text(name), data]);
  return joined([numberBytes(data.length), body, numberBytes(crc(body))]);
};
/** Behind the signature and the header. */
const afterHeader = 33;
const pngOf = (width: number, height: number) => {
  const header = joined([numberBytes(width), numberBytes(height), Uint8Array.of(8, 0, 0, 0, 0)]);
  const chunks = [
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(new Uint8Array(9))),
    pngChunk("IEND", new Uint8Array()),
  ];
  return joined([png.subarray(0, 8), ...chunks]);
};

/** The camera's notes: how it was held, and where (a tag of the place, and its words). */
const exif = (orientation: number) =>
  joined([
    Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0),
    Uint8Array.of(0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0),
    text("GPS 49.0069 N 8.4037 E"),
  ]);
const jpegSegment = (marker: number, data: Uint8Array) =>
  joined([Uint8Array.of(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff), data]);
const photograph = (orientation: number) =>
  within(jpeg, 2, jpegSegment(0xe1, joined([text("Exif\0\0"), exif(orientation)])));

const webpWith = (name: string, data: Uint8Array, flag: number) => {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length, true);
  const chunk = joined([text(name), length, data, new Uint8Array(data.length % 2)]);
  const whole = joined([webp, chunk]);
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true);
  whole[20] = (whole[20] ?? 0) | flag;
  return whole;
};

test.each([
  ["png", "image/png"],
  ["jpeg", "image/jpeg"],
  ["webp", "image/webp"],
  ["losslessWebp", "image/webp"],
] as const)("a picture in %s is known by its bytes, and kept as it is", (name, type) => {
  const bytes = bytesOfPicture(name);
  expect(read(bytes)).toEqual({ type, width: 8, height: 6, bytes });
});

describe("what is not shown is taken out", () => {
  test.each([
    ["words in a PNG", within(png, afterHeader, pngChunk("tEXt", text("Author\0Ada"))), "Ada", png],
    ["notes of a camera in a PNG", within(png, afterHeader, pngChunk("eXIf", exif(1))), "GPS", png],
    ["what hangs on behind a PNG", joined([png, text("<script>")]), "<script>", png],
    ["a place in a JPEG", photograph(1), "GPS", jpeg],
    ["a comment in a JPEG", within(jpeg, 2, jpegSegment(0xfe, text("Ada was here"))), "Ada", jpeg],
    [
      "a document in a JPEG",
      within(jpeg, 2, jpegSegment(0xe1, text("http://ns.adobe.com/xap/1.0/\0<x/>"))),
      "adobe",
      jpeg,
    ],
    ["what hangs on behind a JPEG", joined([jpeg, text("PK\u0003\u0004 a second file")]), "second", jpeg],
    ["a place in a WebP", webpWith("EXIF", exif(1), 0x08), "GPS", webp],
    ["a document in a WebP", webpWith("XMP ", text("<x:xmpmeta/>"), 0x04), "xmpmeta", webp],
  ])("%s", (_, given, words, kept) => {
    expect(has(given, words)).toBe(true);
    expect(has(read(given).bytes, words)).toBe(false);
    expect(read(given).bytes).toEqual(new Uint8Array(kept));
  });

  test("but not how a camera was held: its picture stays upright, and its sides change places", () => {
    const turned = read(photograph(6));
    expect([turned.width, turned.height]).toEqual([6, 8]);
    expect(has(turned.bytes, "GPS")).toBe(false);
    expect(has(turned.bytes, "Exif")).toBe(true);
    expect(read(turned.bytes)).toEqual(turned);
    expect([read(photograph(3)).width, read(photograph(3)).height]).toEqual([8, 6]);
  });
});

describe("what cannot be one is refused", () => {
  test.each([
    ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg"/>'), "image_type"],
    ["a GIF", text("GIF89a"), "image_type"],
    ["nothing", new Uint8Array(), "image_type"],
    ["a page that calls itself a picture", text("<!doctype html>"), "image_type"],
    ["a PNG that moves", within(png, afterHeader, pngChunk("acTL", new Uint8Array(8))), "image_animated"],
    ["a WebP that moves", webpWith("ANIM", new Uint8Array(6), 0x02), "image_animated"],
    ["a PNG whose sums do not agree", png.map((byte, at) => (at === 20 ? byte + 1 : byte)), "image_broken"],
    ["a JPEG without its end", jpeg.subarray(0, -2), "image_broken"],
    ["a JPEG that is only a head", jpeg.subarray(0, 200), "image_broken"],
    ["a WebP cut off", webp.subarray(0, -4), "image_broken"],
    ["more than a megabyte", joined([png, new Uint8Array(mostImageBytes)]), "image_too_large"],
    ["no height", pngOf(8, 0), "image_size"],
    ["too long a side", pngOf(8_001, 1), "image_size"],
    ["too many pixels", pngOf(8_000, 8_000), "image_size"],
  ])("%s", (_, bytes, fault) => expect(faultOf(bytes)).toBe(fault));
});

test("whatever is done to a picture, it is refused or read, and read the same again", () => {
  const hurt = fc.record({
    from: fc.constantFrom(png, jpeg, webp, photograph(6)),
    at: fc.nat(700),
    byte: fc.nat(255),
    cut: fc.nat(700),
  });
  fc.assert(
    fc.property(hurt, ({ from, at, byte, cut }) => {
      const bytes = from
        .map((old, index) => (index === at ? byte : old))
        .subarray(0, Math.max(0, from.length - (cut % 5)));
      const image = readImage(bytes);
      if (!("fault" in image)) expect(readImage(image.bytes)).toEqual(image);
    }),
    { numRuns: 500 },
  );
});
