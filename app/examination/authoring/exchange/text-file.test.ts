import { describe, expect, test } from "vitest";
import { asWritten, aWrittenItem } from "#test/factories/items";
import { firstBank } from "../../bank/first-bank";
import { canonicalItem } from "../canonical-item";
import { readTextFile, writeTextFile } from "./text-file";

const bank = firstBank.map(asWritten);
const formats = ["json", "yaml"] as const;
const faultsOf = (text: string) => {
  const read = readTextFile(text);
  return "faults" in read ? read.faults.map(({ line, place, problem }) => [line, place, problem.kind]) : [];
};

test.each(formats)("all %s items of the delivered bank come back as they went out", (format) => {
  const read = readTextFile(writeTextFile(bank, format));
  expect("items" in read && read.items).toEqual(bank.map(canonicalItem));
  expect(bank.length).toBeGreaterThan(90);
});

test.each(formats)("a %s file may say which language an item lacks", (format) => {
  const item = { ...aWrittenItem(), lacks: "de" as const };
  const text = writeTextFile([item], format);
  expect(readTextFile(text)).toMatchObject({ items: [{ lacks: "de" }] });
  expect(faultsOf(text.replace(/lacks("?): ("?)de/, "lacks$1: $2fr"))).toEqual([
    [expect.any(Number), "TST-001, items[0].lacks", "issue"],
  ]);
});

test.each(formats)("an outdated text that a %s file names is one of the item's", (format) => {
  const item = { ...aWrittenItem(), outdated: { stem: "de", "options.time": "en" } as const };
  const text = writeTextFile([item], format);
  expect(readTextFile(text)).toMatchObject({ items: [{ outdated: item.outdated }] });
  const misnamed = text.replace("options.time", "options.nobody");
  const line = misnamed.slice(0, misnamed.indexOf("options.nobody")).split("\n").length;
  expect(faultsOf(misnamed)).toEqual([[line, "TST-001, items[0].outdated", "issue"]]);
});

test("JSON may stand in one line, as other programs write it", () => {
  const items = bank.slice(0, 20);
  const text = JSON.stringify(JSON.parse(writeTextFile(items, "json")));
  expect(text).not.toContain("\n");
  expect(readTextFile(text)).toMatchObject({ items: items.map(canonicalItem) });
  const many = Array.from({ length: 200 }, (_, at) => `k${at}: de`).join(", ");
  const inBraces = writeTextFile([aWrittenItem()], "yaml").replace(
    "enemyGroup: null",
    `enemyGroup: null\n    outdated: { ${many} }`,
  );
  expect(new Set(faultsOf(inBraces).map(([, , kind]) => kind))).toEqual(new Set(["issue"]));
});

test("a whole bank fits into one upload", () => {
  expect(writeTextFile(bank, "json").length).toBeLessThan(700_000);
});

describe("faults", () => {
  const json = writeTextFile([aWrittenItem(), aWrittenItem({ code: "TST-002" })], "json");
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

  test("every fault is named with its line and place", () => {
    const broken = json.replace('"points": 2', '"points": 0').replace('"section": "storage"', '"section": "attic"');
    expect(faultsOf(broken)).toEqual([
      [lineOf(broken, '"attic"'), "TST-001, items[0].section", "issue"],
      [lineOf(broken, '"points": 0'), "TST-001, items[0].points", "issue"],
    ]);
  });

  test("what only the item's own rules see has its line, too", () => {
    const broken = json.replace('"time"\n', '"nobody"\n');
    expect(faultsOf(broken)).toEqual([[lineOf(broken, '"nobody"'), "TST-001, items[0].content.key", "issue"]]);
  });

  test("a code that stands there twice", () => {
    const twice = json.replace("TST-002", "TST-001");
    expect(faultsOf(twice)).toEqual([
      [twice.split("\n").findLastIndex((line) => line.includes("TST-001")) + 1, "TST-001", "code_repeated"],
    ]);
  });

  test("stand in the order of their lines, a code given twice and a name given twice among them", () => {
    const broken = json
      .replace("TST-002", "TST-001")
      .replace('"pool": ', '"pool": "exam",\n      "pool": ')
      .replace(/"points": 2(?![\s\S]*"points": 2)/, '"points": 0');
    const found = faultsOf(broken);
    expect(found.map(([, , kind]) => kind)).toEqual(["key_repeated", "code_repeated", "issue"]);
    const lines = found.map(([line]) => Number(line));
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
  });

  test("a kind that is unknown does not hide what is wrong with the rest", () => {
    const broken = json.replace('"kind": "single_choice"', '"kind": "song"').replace(/"en": "[^"]*"/, '"en": ""');
    expect(faultsOf(broken)).toEqual([
      [lineOf(broken, '"song"'), "TST-001, items[0].content.kind", "issue"],
      [lineOf(broken, '"en": ""'), "TST-001, items[0].content.stem.en", "issue"],
    ]);
  });

  test("a name that is not known stands where it is written", () => {
    const broken = json.replace('"points": 2', '"points": 2,\n      "colour": "red"');
    expect(faultsOf(broken)).toEqual([[lineOf(broken, '"colour"'), "TST-001, items[0]", "issue"]]);
  });

  test.each([
    ["syntax", '{"format": "partner-certification-items", "items": [', "syntax"],
    ["a key given twice", "format: a\nformat: b\n", "key_repeated"],
    ["aliases that grow", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "alias"],
    ["another format", "format: other\nversion: 1\nitems: []\n", "issue"],
    ["nothing", "", "issue"],
    ["brackets without end", "[".repeat(100_000), "too_large"],
    ["names within names", `${"a: ".repeat(60_000)}1`, "too_large"],
    ["names within names in braces", `{${"a: ".repeat(60_000)}1}`, "too_large"],
    ["quoted names within names in brackets", `[${'"a":'.repeat(60_000)}1]`, "too_large"],
    ["names within names between commas", `[${`${'"a":'.repeat(70)}1,`.repeat(900)}1]`, "too_large"],
    ["objects within objects", `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`, "too_large"],
    ["lists within lists", `${"- ".repeat(5_000)}x`, "too_large"],
    [
      "blocks within blocks",
      Array.from({ length: 900 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      "too_large",
    ],
    ["a key that reaches for the prototype", '{"__proto__": {"x": 1}}', "issue"],
  ])("%s", (_, text, kind) => {
    const kinds = faultsOf(text).map(([, , found]) => found);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds).toContain(kind);
  });

  test("a hundred thousand keys are refused in reasonable time", () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join("\n");
    expect(faultsOf(many)).not.toEqual([]);
  }, 20_000);
});

describe("a file that is no YAML or JSON in one place", () => {
  const codes = ["TST-001", "TST-002", "TST-003", "TST-004"];
  const items = codes.map((code) => aWrittenItem({ code, points: 2 }));
  /** Each item has 0 points; in the second, something stands wrong. */
  const broken = (format: "json" | "yaml", right: string | RegExp, wrong: string) => {
    const text = writeTextFile(items, format).replace(/("?points"?: )2/g, "$10");
    const [from, to] = [text.indexOf("TST-002"), text.indexOf("TST-003")];
    const changed = text.slice(from, to).replace(right, wrong);
    expect(changed).not.toBe(text.slice(from, to));
    return text.slice(0, from) + changed + text.slice(to);
  };
  const placesOf = (text: string) => {
    const found = faultsOf(text);
    const [first] = found;
    expect(first?.[2]).toBe("syntax");
    const rest = found.filter(([, , kind]) => kind !== "syntax");
    const lines = text.split("\n");
    for (const [line] of rest) expect(lines[Number(line) - 1]).toMatch(/"?points"?: 0/);
    return rest.map(([, place]) => place);
  };
  const places = (...numbers: readonly number[]) => numbers.map((number) => `TST-00${number}, points`);

  test.each([
    ["a second colon", "yaml", "pool: certification", "pool: one: two"],
    ["an escape sequence", "yaml", "pool: certification", 'pool: "\\q"'],
    ["a bad beginning", "yaml", "pool: certification", "pool: @x"],
    ["an apostrophe", "yaml", "pool: certification", "pool: 'it's'"],
    ["a comma too few", "json", '"certification",', '"certification"'],
    ["a comma too many", "json", '"certification",', '"certification",,'],
  ] as const)("says as well what is wrong with all items that this leaves whole: %s", (_, format, right, wrong) => {
    expect(placesOf(broken(format, right, wrong))).toEqual(places(1, 3, 4));
  });

  test.each([
    ["a quote that is not closed", "yaml", "pool: certification", 'pool: "certification', places(1)],
    ["a line that begins too far left", "yaml", "    pool:", "  pool:", places(1)],
    ["a tab", "yaml", "    pool:", "\tpool:", places(1)],
    ["a line a little too far left", "yaml", "    pool:", "   pool:", places(1, 3, 4)],
  ] as const)("says nothing of items that it swallows or cuts off: %s", (_, format, right, wrong, expected) => {
    expect(placesOf(broken(format, right, wrong))).toEqual(expected);
  });

  test("and in which nothing else is wrong has that fault alone", () => {
    const text = writeTextFile(items, "yaml").replace("pool: certification", "pool: one: two");
    expect(new Set(faultsOf(text).map(([, , kind]) => kind))).toEqual(new Set(["syntax"]));
  });
});
