import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { aWrittenItem } from "#test/factories/items";
import { itemFile, readItemFile } from "~/examination/authoring/exchange/item-file.server";
import { faultSentence } from "./fault-sentence.server";
import { shownProblem } from "./shown-faults.server";

/** What a German reader is told of each fault of the file. */
const toldOf = (bytes: Uint8Array): string[] =>
  readItemFile(bytes).faults.map(({ problem }) => faultSentence(shownProblem(problem), "de"));

const manifest = (xml: string) => zipSync({ "imsmanifest.xml": strToU8(xml) });

describe("a fault of an imported file", () => {
  it("in broken JSON is told in what JSON needs, and nothing of YAML", () => {
    const text = JSON.stringify(
      JSON.parse(strFromU8(itemFile([aWrittenItem(), aWrittenItem()], "json").bytes)),
      null,
      1,
    );
    for (const broken of [text.replace('},\n  {\n   "code"', '}\n  {\n   "code"'), text.slice(0, -3), "{ one: [1 2"]) {
      const told = toldOf(strToU8(broken)).filter((each) => !each.includes("schon weiter oben"));
      expect(told).not.toEqual([]);
      for (const each of told) expect(each).toMatch(/JSON|Hier fehlt ein Zeichen/);
    }
  });

  it("names what is missing as missing, whatever should stand there", () => {
    const text = strFromU8(itemFile([aWrittenItem()], "yaml").bytes);
    const without = text.replace(/^ +(difficultyGuess|points|enemyGroup): .*\n/gm, "");
    expect(toldOf(strToU8(without))).toEqual(Array(3).fill("Diese Angabe fehlt noch."));
  });

  it.each([
    ["format: [1", "Einrückung"],
    ['format: "x', "fehlt ein Zeichen"],
    ["\tformat: 1", "Tabulator"],
    ["format: one: two", "zweiter Doppelpunkt"],
    ["- a\nb: 1", "gehört nicht hierher"],
    ['format: "\\q"', "Backslash"],
    ["format: @x", "Anführungszeichen"],
    ["format: 1\n---\nformat: 2", "mehrere Dokumente"],
  ])("in the text %j is told in German", (text, expected) => {
    const [told = ""] = toldOf(strToU8(text));
    expect(told).toContain(expected);
    expect(told).not.toContain("Parser");
  });

  it("of a rare kind quotes the parser and says that these are its English words", () => {
    const [told] = toldOf(strToU8("%YAML x\n---\na: 1"));
    expect(told).toBe(
      "Hier lässt sich die Datei nicht lesen. Der Parser sagt auf Englisch: „Unsupported YAML version x“",
    );
  });

  it.each([
    ["<a><b></a>", "mit einem anderen Namen geschlossen"],
    ["<a>", "endet, bevor"],
    ["<a>&nbsp;</a>", "Entität"],
    ["<a b=1/>", "zwischen zwei Anführungszeichen"],
    ["hello", "kein XML"],
    ['<a b="1" b="2"/>', "„Attribute b redefined“"],
  ])("in the manifest %s is told in German", (xml, expected) => {
    expect(toldOf(manifest(xml))[0]).toContain(expected);
  });

  it("that is no archive, or lacks a file or an element, says so", () => {
    expect(toldOf(strToU8("PK\u0003\u0004 nothing"))).toEqual(["Das ist kein Zip-Archiv, oder es ist beschädigt."]);
    expect(toldOf(zipSync({ "a.xml": strToU8("<a/>") }))).toEqual(["Die Datei imsmanifest.xml fehlt im Paket."]);
    expect(toldOf(manifest("<manifest><resource/></manifest>"))).toEqual([
      "In diesem Paket stehen keine Aufgaben: Eine Aufgabe ist in `imsmanifest.xml` jede `<resource>` vom Typ `imsqti_item_xmlv3p0`.",
    ]);
    expect(toldOf(manifest('<manifest><resource type="imsqti_item_xmlv3p0"/></manifest>'))).toEqual([
      'In diesem Element fehlt `href="…"`.',
    ]);
  });

  it.each([
    ['"section": "storage"', '"section": "attic"', "Möglich ist hier nur: "],
    ['"kind": "single_choice"', '"kind": "song"', "Möglich ist hier nur: single_choice, multiple_choice,"],
    ['"time"\n', '"nobody"\n', "Hier wird „nobody“ genannt, aber nichts in der Aufgabe hat diese Kennung."],
  ])("names what would be right, or the id that is meant: %s", (right, wrong, expected) => {
    const text = strFromU8(itemFile([aWrittenItem()], "json").bytes);
    expect(toldOf(strToU8(text.replace(right, wrong)))).toEqual([expect.stringContaining(expected)]);
  });

  it("says where the languages of a package differ", () => {
    const files = unzipSync(itemFile([aWrittenItem()], "qti").bytes);
    const manifest = strFromU8(files["imsmanifest.xml"] ?? new Uint8Array());
    files["imsmanifest.xml"] = strToU8(manifest.replace('points="2"', 'points="3"'));
    expect(toldOf(zipSync(files))).toEqual([
      "Die englische und die deutsche Hälfte müssen hier dasselbe sagen, aber points ist englisch „3“ und deutsch „2“.",
    ]);
  });
});
