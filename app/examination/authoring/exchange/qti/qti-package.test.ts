import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { asWritten, aWrittenItem } from "#test/factories/items";
import { firstBank } from "../../../bank/first-bank";
import { canonicalItem } from "../../canonical-item";
import type { WrittenItem } from "../../written-item";
import { qtiPackage, readQtiPackage } from "./qti-package.server";
import { isQtiKind } from "./render-qti-item.server";

const bank = firstBank.map(asWritten);
const known = bank.filter(isQtiKind);

const faultsOf = (bytes: Uint8Array) => {
  const read = readQtiPackage(bytes);
  return "faults" in read ? read.faults.map(({ line, place, problem }) => [line, place, problem.kind]) : [];
};

test.each(known.map((item) => [item.code, item] as const))("%s comes back as it went out", (_, item) => {
  const read = readQtiPackage(qtiPackage([item]));
  expect(read).toEqual({ items: [canonicalItem(item)], images: [] });
});

test("every kind that QTI knows is among them, and a package says what it leaves out", () => {
  expect(new Set(known.map(({ content }) => content.kind)).size).toBe(6);
  const left = strFromU8(unzipSync(qtiPackage(bank))["not-included.txt"] ?? new Uint8Array());
  expect(
    left
      .trim()
      .split("\n")
      .map((line) => line.split(":")[0]),
  ).toEqual(bank.filter((item) => !isQtiKind(item)).map(({ code }) => code));
});

test("the same items give the same bytes", () => {
  expect(qtiPackage(known)).toEqual(qtiPackage(known));
});

test("words that look like Markdown or markup come back as they were", () => {
  const { content } = aWrittenItem();
  if (content.kind !== "single_choice" || "generator" in content) throw new Error("a choice expected");
  const stem = {
    en: "Is `a < b && c` **true**?\n\n- 2 * 3\n- x & y\n\n```\n<log>\n```\n\n| a | b |\n| --- | --- |\n| 1 | `2` |",
    de: "Gilt `a < b`\\\nund *wirklich*?\n\n1. eins\n2. zwei",
  };
  const item: WrittenItem = { ...aWrittenItem(), content: { ...content, stem } };
  expect(readQtiPackage(qtiPackage([item]))).toEqual({ items: [canonicalItem(item)], images: [] });
});

describe("hostile and broken packages", () => {
  const good = () => unzipSync(qtiPackage([aWrittenItem()]));
  const withFile = (name: string, text: string) => zipSync({ ...good(), [name]: strToU8(text) });
  const changed = (name: string, change: (text: string) => string) =>
    withFile(name, change(strFromU8(good()[name] ?? new Uint8Array())));
  const laughs = '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<x>&b;</x>';

  test.each([
    ["entities that grow", () => withFile("TST-001.en.xml", laughs), [[2, "TST-001.en.xml", "doctype"]]],
    ["no zip at all", () => strToU8("PK\u0003\u0004 nothing"), [[null, "imsmanifest.xml", "not_zip"]]],
    ["no manifest", () => zipSync({ "a.xml": strToU8("<a/>") }), [[null, "imsmanifest.xml", "file_missing"]]],
    [
      "a file that is missing",
      () => zipSync({ "imsmanifest.xml": good()["imsmanifest.xml"] ?? new Uint8Array() }),
      [
        [null, "TST-001.en.xml", "file_missing"],
        [null, "TST-001.de.xml", "file_missing"],
      ],
    ],
    ["XML that does not close", () => withFile("TST-001.de.xml", "<a>\n<b>\n</a>"), [[2, "TST-001.de.xml", "syntax"]]],
    [
      "nesting without end",
      () => withFile("TST-001.de.xml", `${"<a>".repeat(5_000)}${"</a>".repeat(5_000)}`),
      [[null, "TST-001.de.xml", "too_large"]],
    ],
    [
      "an interaction of another kind",
      () => changed("TST-001.en.xml", (text) => text.replaceAll("qti-choice-interaction", "qti-drawing-interaction")),
      [[3, "TST-001.en.xml", "unsupported"]],
    ],
    [
      "halves that differ",
      () =>
        changed("TST-001.en.xml", (text) =>
          text.replace(/<qti-simple-choice identifier="depth".*?<\/qti-simple-choice>/, ""),
        ),
      [[2, "TST-001", "halves_differ"]],
    ],
    [
      "a key that names nothing",
      () => {
        const broken = (text: string) => text.replaceAll('map-key="time"', 'map-key="nobody"');
        const files = good();
        for (const name of ["TST-001.en.xml", "TST-001.de.xml"])
          files[name] = strToU8(broken(strFromU8(files[name] ?? new Uint8Array())));
        return zipSync(files);
      },
      [[null, "TST-001", "issue"]],
    ],
    [
      "a language that is missing",
      () => changed("imsmanifest.xml", (text) => text.replace('language="de"', 'language="fr"')),
      [[2, "TST-001", "half_missing"]],
    ],
    [
      "a language given twice",
      () => changed("imsmanifest.xml", (text) => text.replace('language="de"', 'language="en"')),
      [[2, "TST-001", "code_repeated"]],
    ],
  ] as const)("%s", (_, bytes, faults) => {
    expect(faultsOf(bytes())).toEqual(faults);
  });

  test("a small file that unpacks to very much is refused unread", () => {
    const bomb = zipSync({ "imsmanifest.xml": new Uint8Array(40_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(faultsOf(bomb)).toEqual([[null, "imsmanifest.xml", "too_large"]]);
  });
});
