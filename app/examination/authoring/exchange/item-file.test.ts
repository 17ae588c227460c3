import { describe, expect, test } from "vitest";
import { asWritten, aWrittenItem } from "#test/factories/items";
import { firstBank } from "../../bank/first-bank";
import { canonicalItem } from "../canonical-item";
import { itemFile, itemFileFormats, readItemFile } from "./item-file.server";
import { leftOutOf } from "./qti/render-qti-item.server";

const bank = firstBank.map(asWritten);

test.each(itemFileFormats)("a file in %s is known by what it begins with, and read as it was written", (format) => {
  const expected = (format === "qti" ? bank.filter((item) => leftOutOf(item) === null) : bank).map(canonicalItem);
  expect(readItemFile(itemFile(bank, format).bytes)).toEqual({ items: expected, images: [], faults: [] });
});

describe("encodings", () => {
  const { bytes } = itemFile([aWrittenItem()], "json");
  const kinds = (given: Uint8Array) => readItemFile(given).faults.map(({ problem }) => problem.kind);

  test("a mark at the beginning is skipped", () => {
    expect(readItemFile(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])).items).toEqual([aWrittenItem()]);
  });

  test("Latin-1 and UTF-16 are refused rather than misread", () => {
    expect(kinds(new Uint8Array([...bytes, 0xfc]))).toEqual(["not_utf8"]);
    expect(kinds(new Uint8Array([0xff, 0xfe, ...bytes]))).toEqual(["not_utf8"]);
  });

  test("bytes that mean nothing give faults and no items", () => {
    for (const given of [new Uint8Array(), new Uint8Array([0]), new Uint8Array(5_000_000).fill(0x20)]) {
      expect(readItemFile(given)).toMatchObject({ items: [], faults: [expect.anything()] });
    }
  });
});
