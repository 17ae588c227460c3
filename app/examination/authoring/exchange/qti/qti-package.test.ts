import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { asWritten, aWrittenItem } from "#test/factories/items";
import { firstBank } from "../../../bank/first-bank";
import { canonicalItem } from "../../canonical-item";
import type { WrittenItem } from "../../written-item";
import { qtiPackage } from "./qti-package.server";
import { readQtiPackage } from "./read-qti-package.server";
import { leftOutOf } from "./render-qti-item.server";

const bank = firstBank.map(asWritten);
const known = bank.filter((item) => leftOutOf(item) === null);

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
  ).toEqual(bank.filter((item) => leftOutOf(item) !== null).map(({ code }) => code));
});

test("the same items give the same bytes", () => {
  expect(qtiPackage(known)).toEqual(qtiPackage(known));
});

test("an item with signs that XML cannot hold is left out, and named with the reason", () => {
  const { content } = aWrittenItem();
  const item: WrittenItem = {
    ...aWrittenItem(),
    content: { ...content, stem: { en: "a\u001b[31m", de: "b" } } as WrittenItem["content"],
  };
  const files = unzipSync(qtiPackage([item, aWrittenItem({ code: "TST-002" })]));
  expect(strFromU8(files["not-included.txt"] ?? new Uint8Array())).toBe(
    "TST-001: control characters stand in it, which XML cannot hold.\n",
  );
  expect(Object.keys(files).filter((name) => name.startsWith("TST"))).toEqual(["TST-002.en.xml", "TST-002.de.xml"]);
});

test("a question that another program has changed is read as it stands now", () => {
  const { content } = aWrittenItem();
  const stem = { en: "| a |\n|---|\n| 1 |", de: "| a |\n|:--|\n| 1 |" };
  const files = unzipSync(qtiPackage([{ ...aWrittenItem(), content: { ...content, stem } as WrittenItem["content"] }]));
  const english = strFromU8(files["TST-001.en.xml"] ?? new Uint8Array());
  files["TST-001.en.xml"] = strToU8(english.replace("<td>1</td>", "<td>2</td>"));
  const read = readQtiPackage(zipSync(files));
  const [item] = "items" in read ? read.items : [];
  expect(item?.content).toMatchObject({ stem: { en: "| a |\n| --- |\n| 2 |", de: stem.de } });
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

describe("a right answer that was changed", () => {
  /** What reading gives once both languages' files of an item of this kind were changed alike. */
  function changed(kind: string, change: (xml: string) => string) {
    const item = known.find(({ content }) => content.kind === kind);
    if (!item) throw new Error(`no ${kind} in the bank`);
    const files = unzipSync(qtiPackage([item]));
    for (const name of [`${item.code}.en.xml`, `${item.code}.de.xml`]) {
      const [before, after] = [files[name] ?? new Uint8Array(), change(strFromU8(files[name] ?? new Uint8Array()))];
      expect(after).not.toBe(strFromU8(before));
      files[name] = strToU8(after);
    }
    const read = readQtiPackage(zipSync(files));
    if ("items" in read) return { ...read.items[0]?.content, was: item.content };
    return read.faults.map(({ line, problem }) => [
      line,
      problem.kind,
      "name" in problem && !/^[-\d.]+$/.test(problem.name) ? problem.name : "",
    ]);
  }
  const twice = (kind: string, name: string) => [2, 2].map((line) => [line, kind, name]);
  const firstValue = /<qti-value>[^<]*<\/qti-value>/;
  const withoutMapping = (xml: string) => xml.replace(/<qti-mapping.*?<\/qti-mapping>/s, "");
  const withoutResponse = (xml: string) => xml.replace(/<qti-correct-response>.*?<\/qti-correct-response>/s, "");
  const kinds = ["single_choice", "multiple_choice", "matching", "mark_evidence", "ordering"];

  test.each(kinds)("to what is no choice is a fault with its line: %s", (kind) => {
    expect(changed(kind, (xml) => xml.replace(firstValue, "<qti-value>nope</qti-value>"))).toEqual(
      twice("key_unknown", "nope"),
    );
  });

  test("in the correct response alone, while the mapping rewards another", () => {
    const other = (xml: string) => {
      const right = /<qti-value>(.*?)<\/qti-value>/.exec(xml)?.[1];
      const wrong = [...xml.matchAll(/<qti-simple-choice identifier="(.*?)"/g)].find(([, id]) => id !== right)?.[1];
      return xml.replace(firstValue, `<qti-value>${wrong}</qti-value>`);
    };
    expect(changed("single_choice", other)).toEqual(twice("key_differs", expect.any(String) as never));
  });

  test.each(["multiple_choice", "matching", "mark_evidence"])(
    "by leaving one out that the mapping rewards: %s",
    (kind) => {
      expect(changed(kind, (xml) => xml.replace(firstValue, ""))).toEqual(
        twice("key_differs", expect.any(String) as never),
      );
    },
  );

  test("to another number than the conditions grade, or a unit that is not offered", () => {
    expect(changed("numeric", (xml) => xml.replace(firstValue, "<qti-value>-12345</qti-value>"))).toEqual(
      twice("key_differs", ""),
    );
    expect(changed("numeric", (xml) => xml.replace(/<qti-value>UNIT\d/, "<qti-value>UNIT99"))).toEqual(
      twice("key_unknown", "UNIT99"),
    );
  });

  test.each(kinds)("is not, where a file says it in one way only: %s", (kind) => {
    const read = changed(kind, (xml) => (kind === "ordering" ? `${xml}\n` : withoutMapping(xml)));
    expect(read).toMatchObject({ key: (read as { was: { key: object } }).was.key });
    if (kind === "ordering") return;
    const mapped = changed(kind, withoutResponse);
    expect(mapped).toMatchObject({ key: (read as { was: { key: object } }).was.key });
  });
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
      [[3, "TST-001.de.xml", "halves_differ"]],
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
      [
        [2, "TST-001.en.xml", "key_unknown"],
        [2, "TST-001.de.xml", "key_unknown"],
      ],
    ],
    [
      "a language that nobody reads",
      () => changed("imsmanifest.xml", (text) => text.replace('language="de"', 'language="fr"')),
      [[2, "imsmanifest.xml, TST-001", "language_unknown"]],
    ],
    [
      "a language given twice",
      () => changed("imsmanifest.xml", (text) => text.replace('language="de"', 'language="en"')),
      [[2, "imsmanifest.xml, TST-001", "code_repeated"]],
    ],
  ] as const)("%s", (_, bytes, faults) => {
    expect(faultsOf(bytes())).toEqual(faults);
  });

  test("one file that is no XML hides nothing of the others", () => {
    const items = ["TST-001", "TST-002", "TST-003"].map((code) => aWrittenItem({ code }));
    const files = unzipSync(qtiPackage(items));
    const change = (name: string, change: (text: string) => string) => {
      files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
    };
    change("TST-001.de.xml", () => "<a>\n<b>\n</a>");
    change("TST-002.de.xml", (text) =>
      text
        .replaceAll('identifier="time"', 'identifier="hour"')
        .replaceAll(">time<", ">hour<")
        .replaceAll('map-key="time"', 'map-key="hour"'),
    );
    change("TST-003.en.xml", (text) =>
      text.replace("qti-item-body", "qti-item-corpse").replace("</qti-item-body", "</qti-item-corpse"),
    );
    change("imsmanifest.xml", (text) =>
      text.replaceAll(/code="TST-003"([^>]*)points="2"/g, 'code="TST-003"$1points="0"'),
    );
    const read = readQtiPackage(zipSync(files));
    expect(
      "faults" in read &&
        read.faults.map(({ line, place, problem }) => [line, place, problem.kind, "name" in problem && problem.name]),
    ).toEqual([
      [2, "TST-001.de.xml", "syntax", false],
      [2, "TST-002.de.xml", "halves_differ", "key.optionIds[0]"],
      [3, "TST-002.de.xml", "halves_differ", "options[1].id"],
      [2, "TST-003.en.xml", "element_missing", "<qti-item-body>"],
    ]);
  });

  test("what the manifest says differently of the two languages, and what an item's rules refuse, has a line", () => {
    const points = changed("imsmanifest.xml", (text) => text.replace('points="2"', 'points="3"'));
    expect(faultsOf(points)).toEqual([[2, "imsmanifest.xml, TST-001", "halves_differ"]]);
    const none = changed("imsmanifest.xml", (text) => text.replaceAll('points="2"', 'points="0"'));
    expect(faultsOf(none)).toEqual([[2, "imsmanifest.xml, TST-001, points", "issue"]]);
    const silent = changed("TST-001.de.xml", (text) => text.replace(/(<qti-content-body><p>).*?<\/p>/s, "$1</p>"));
    expect(faultsOf(silent)).toEqual([[3, "TST-001.de.xml, rationale.de", "issue"]]);
  });

  test("a small file that unpacks to very much is refused unread", () => {
    const bomb = zipSync({ "imsmanifest.xml": new Uint8Array(40_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(faultsOf(bomb)).toEqual([[null, "imsmanifest.xml", "too_large"]]);
  });
});
