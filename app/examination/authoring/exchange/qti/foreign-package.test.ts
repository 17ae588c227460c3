import { describe, expect, test } from "vitest";
import { aForeignItem, aForeignPackage, foreignKinds } from "#test/factories/foreign-packages";
import { bytesOfPicture } from "#test/factories/pictures";
import { namedImage } from "../../../images/image-queries.server";
import { readImage } from "../../../images/read-image";
import { readItemFile } from "../item-file.server";
import type { Assumed } from "./item-facts";
import { readQtiPackage } from "./read-qti-package.server";

const assumed: Assumed = { pool: "practice", section: "storage", clauses: ["2.2-storage-latency"] };
const facts = { ...assumed, code: "Q-1", points: 3, difficultyGuess: null, enemyGroup: null, sources: [] };

type Part = Omit<Parameters<typeof aForeignItem>[0], "language">;
const both = (en: Part, de: Part = en) =>
  aForeignPackage({ "q1.xml": aForeignItem(en), "q1-de.xml": aForeignItem({ ...de, language: "de" }) });

const faultsOf = (bytes: Uint8Array, taken?: Assumed) => {
  const read = readQtiPackage(bytes, taken);
  if ("items" in read) return [];
  return read.faults.map(({ line, place, problem }) => [
    line,
    place,
    problem.kind,
    ...("name" in problem ? [problem.name] : []),
  ]);
};

describe("a package that another program wrote", () => {
  test("gives an item, its words unbroken, its identifiers as ids, the rest as was said for the package", () => {
    const english = foreignKinds.single("What is <code>await</code>?", "A number &amp; more", "A mean time");
    const german = foreignKinds.single("Was ist <code>await</code>?", "Eine Zahl", "Eine mittlere Zeit");
    expect(readQtiPackage(both({ ...english }, { ...german, rationale: "So ist es." }), assumed)).toEqual({
      images: [],
      items: [
        {
          ...facts,
          content: {
            kind: "single_choice",
            stem: { en: "Before.\n\nWhat is `await`?", de: "Before.\n\nWas ist `await`?" },
            exhibits: [],
            options: [
              { id: "choicea", text: { en: "A number & more", de: "Eine Zahl" } },
              { id: "choiceb", text: { en: "A mean time", de: "Eine mittlere Zeit" } },
            ],
            key: { optionIds: ["choiceb"] },
            rationale: { en: "It is so.", de: "So ist es." },
          },
        },
      ],
    });
  });

  test.each([
    ["multiple", { kind: "multiple_choice", key: { optionIds: ["a", "b"] }, stem: { en: "Which?", de: "Which?" } }],
    ["number", { kind: "numeric", units: ["ms"], key: { answers: [{ unit: "ms", value: 4.5, tolerance: 0 }] } }],
    ["order", { kind: "ordering", key: { entryIds: ["b", "a"] } }],
    ["match", { kind: "matching", key: { pairs: { a: "x", b: "y" } } }],
    ["evidence", { kind: "mark_evidence", key: { lineIds: ["l2"], neutralLineIds: [] } }],
  ] as const)("may hold an item of the kind %s", (kind, content) => {
    expect(readQtiPackage(both(foreignKinds[kind]()), assumed)).toMatchObject({ items: [{ ...facts, content }] });
  });

  test("loses no words of the question, wherever they stand", () => {
    const { declarations, body } = foreignKinds.order();
    const prompt = "<qti-prompt>Which <strong>one</strong><!-- a is right --><span> comes first?</span></qti-prompt>";
    const around = `<div>In the log <em>above</em>:</div><div><ul><li>a</li></ul></div>${body.replace(/<qti-prompt>.*<\/qti-prompt>/, prompt)}`;
    expect(readQtiPackage(both({ declarations, body: around }), assumed)).toMatchObject({
      items: [{ content: { stem: { en: "In the log *above*:\n\n- a\n\nWhich **one** comes first?" } } }],
    });
  });

  test("leaves tests and styles where they are", () => {
    const more =
      '<resource identifier="t" type="imsqti_test_xmlv3p0" href="t.xml"/><resource type="webcontent" href="a.css"/>';
    const files = {
      "a.xml": aForeignItem(foreignKinds.order()),
      "b.xml": aForeignItem({ ...foreignKinds.order(), language: "de" }),
    };
    expect(readQtiPackage(aForeignPackage(files, more), assumed)).toMatchObject({ items: [{ code: "Q-1" }] });
  });

  test.each([
    ["en", "de"],
    ["de", "en"],
  ] as const)("in %s alone gives items that lack the other language, its words in their place", (language, lacks) => {
    const words = foreignKinds.single("What is it?", "A number", "A mean time");
    const read = readQtiPackage(aForeignPackage({ "q1.xml": aForeignItem({ ...words, language }) }), assumed);
    const stem = "Before.\n\nWhat is it?";
    expect(read).toMatchObject({ items: [{ lacks, content: { stem: { en: stem, de: stem } } }] });
  });
});

describe("pictures in a package that another program wrote", () => {
  const png = bytesOfPicture("png");
  const webp = bytesOfPicture("webp");
  const withPictures = (body: string, pictures: Record<string, Uint8Array>, folder = "") => {
    const { declarations, body: rest } = foreignKinds.order();
    const item = (language: string) => aForeignItem({ declarations, body: `${body}\n    ${rest}`, language });
    return aForeignPackage({ [`${folder}a.xml`]: item("en"), [`${folder}b.xml`]: item("de") }, "", pictures);
  };
  const readIn = (bytes: Uint8Array) => readItemFile(bytes, assumed);
  const hashOf = (bytes: Uint8Array) => {
    const image = readImage(bytes);
    if ("fault" in image) throw new Error(image.fault);
    return namedImage(image);
  };

  test("become exhibits in their order, as they are kept: told by their bytes, found from where the item lies", () => {
    const body = `<div><p>Look at this: <img src="../media/a%20chart.png" alt="A chart"/> What does it say?</p></div>
    <figure><img src="./b.jpg?x=1" alt="A map"/><figcaption> The
      net </figcaption></figure>`;
    const { items, images, faults } = readIn(
      withPictures(body, { "media/a chart.png": png, "items/b.jpg": webp, "media/unused.png": png }, "items/"),
    );
    expect(faults).toEqual([]);
    const [one, two] = [hashOf(png), hashOf(webp)].map(({ bytes: _, ...reference }) => reference);
    expect(items).toMatchObject([
      {
        content: {
          stem: { en: "Look at this: What does it say?\n\nWhich first?" },
          exhibits: [
            { kind: "image", title: { en: "Picture", de: "Bild" }, alt: { en: "A chart", de: "A chart" }, image: one },
            { kind: "image", title: "The net", image: two },
          ],
        },
      },
    ]);
    expect(images).toEqual([hashOf(png), hashOf(webp)].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)));
  });

  test.each([
    ["one that says nothing to whoever cannot see it", '<img src="a.png"/>', 'alt="…"'],
    ["one that is not there", '<img src="c.png" alt="x"/>', "c.png"],
    ["one outside of the package", '<img src="../../a.png" alt="x"/>', "../../a.png"],
    ["one outside of the package, hidden", '<img src="%2e%2e/%2e%2e/a.png" alt="x"/>', "%2e%2e/%2e%2e/a.png"],
    ["one by an absolute path", '<img src="/a.png" alt="x"/>', '<img src="/a.png">'],
    ["one of another host", '<img src="https://a.example/a.png" alt="x"/>', '<img src="https://a.example/a.png">'],
    [
      "one of another host, without a scheme",
      '<img src="//a.example/a.png" alt="x"/>',
      '<img src="//a.example/a.png">',
    ],
    ["one written into the address", `<img src="data:image/png;base64,${"A".repeat(200)}" alt="x"/>`, "data:"],
    ["a program", '<img src="a.svg" alt="x"/>', '<img src="a.svg">'],
    ["a name that every object has", '<img src="constructor" alt="x"/>', '<img src="constructor">'],
  ])("are refused with their line: %s", (_, img, named) => {
    const found = faultsOf(withPictures(`<p>${img}</p>`, { "a.png": png, "a.svg": png }), assumed);
    expect(found.map(([line, place]) => [line, place])).toEqual([
      [7, "a.xml"],
      [7, "b.xml"],
    ]);
    for (const [, , , name] of found) expect(name).toContain(named);
    for (const [, , , name] of found) expect(String(name).length).toBeLessThan(120);
  });

  test("are refused by their bytes, whatever their names say", () => {
    const faults = (bytes: Uint8Array) =>
      readIn(withPictures('<p><img src="a.png" alt="x"/></p>', { "a.png": bytes })).faults.map(({ place, problem }) => [
        place,
        "fault" in problem && problem.fault,
      ]);
    expect(faults(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toEqual([
      ["a.png", "image_type"],
    ]);
    expect(faults(png.slice(0, 40))).toEqual([["a.png", "image_broken"]]);
    expect(faults(new Uint8Array([...png, ...new Uint8Array(1_000_001)]))).toEqual([["a.png", "image_too_large"]]);
  });

  test("that unpack to more than any bank are refused before they are unpacked", () => {
    const many = Object.fromEntries(
      Array.from({ length: 13 }, (_, at) => [`p${at}.png`, new Uint8Array(1_000_000)] as const),
    );
    expect(faultsOf(withPictures('<p><img src="p1.png" alt="x"/></p>', many), assumed)).toEqual([
      [null, "imsmanifest.xml", "too_large"],
    ]);
  });

  test("in a choice stay refused: a choice is words", () => {
    const { declarations, body } = foreignKinds.multiple();
    const inChoice = body.replace(">a</qti", '><img src="a.png" alt="x"/></qti');
    const item = (language: string) => aForeignItem({ declarations, body: inChoice, language });
    const bytes = aForeignPackage({ "a.xml": item("en"), "b.xml": item("de") }, "", { "a.png": png });
    expect(faultsOf(bytes, assumed).map(([, , kind, name]) => [kind, name])).toEqual([
      ["unsupported", "<img>"],
      ["unsupported", "<img>"],
    ]);
  });
});

describe("what such a package lacks is named in the file and the line where it is to be added", () => {
  test("all of it at once, in the manifest what belongs there", () => {
    const single = foreignKinds.single("What?", "This", "That");
    const files = { "q1.xml": aForeignItem({ ...single, rationale: null }) };
    expect(faultsOf(aForeignPackage(files))).toEqual([
      [4, "imsmanifest.xml, Q-1", "facts_missing", "pool, section, clauses"],
      [6, "q1.xml", "rationale_missing"],
    ]);
    const whole = {
      "q0.xml": aForeignItem({ ...single, identifier: "Q-0", language: "de" }),
      "q1.xml": aForeignItem(single),
    };
    expect(faultsOf(aForeignPackage(whole), { ...assumed, section: null })).toEqual([
      [4, "imsmanifest.xml, Q-0", "facts_missing", "section"],
      [5, "imsmanifest.xml, Q-1", "facts_missing", "section"],
    ]);
  });

  test("what only one of the two languages says holds for both", () => {
    const { declarations, body } = foreignKinds.order();
    const files = {
      "a.xml": aForeignItem({ declarations, body }),
      "b.xml": aForeignItem({ declarations, body, language: "de" }),
    };
    const bytes = aForeignPackage(files, '<resource type="x" href=""/>');
    expect(faultsOf(bytes, { ...assumed, pool: null })).toEqual([[4, "imsmanifest.xml, Q-1", "facts_missing", "pool"]]);
  });

  const order = foreignKinds.order();
  const number = foreignKinds.number();
  test.each([
    ["an item of QTI 2", '<assessmentItem identifier="a" xml:lang="en"/>', [1, "older_qti"]],
    ["a language that is not read", aForeignItem({ ...order, language: "fr" }), [2, "language_unknown", "fr"]],
    [
      "a number without its unit",
      aForeignItem({ ...number, body: number.body.replace(' data-unit="ms"', "") }),
      [7, "unit_missing"],
    ],
    [
      "a word to be typed",
      aForeignItem({ ...number, declarations: number.declarations.replace("float", "string") }),
      [4, "unsupported", 'base-type="string"'],
    ],
    [
      "hottext within words",
      aForeignItem({
        ...foreignKinds.evidence(),
        body: "<qti-hottext-interaction><p>x <qti-hottext identifier='a'>y</qti-hottext></p></qti-hottext-interaction>",
      }),
      [6, "element_missing", "<qti-prompt>"],
      [7, "lines_missing"],
    ],
    [
      "two interactions",
      aForeignItem({ ...order, body: `${order.body}\n${order.body}` }),
      [10, "unsupported", "<qti-order-interaction>"],
    ],
    [
      "an interaction that the portal does not have",
      aForeignItem({ ...order, body: "<p>Why?</p><div><qti-extended-text-interaction/></div>" }),
      [7, "unsupported", "<qti-extended-text-interaction>"],
    ],
    [
      "a text that other items share",
      aForeignItem({
        ...order,
        body: order.body,
        declarations: `${order.declarations}<qti-assessment-stimulus-ref identifier="s" href="s.xml"/>`,
      }),
      [4, "unsupported", "<qti-assessment-stimulus-ref>"],
    ],
    [
      "words to candidates beside the question",
      aForeignItem({
        ...order,
        body: `<qti-rubric-block view="candidate"><p>Read!</p></qti-rubric-block>${order.body}`,
      }),
      [7, "unsupported", "<qti-rubric-block>"],
    ],
    [
      "an answer that names nothing",
      aForeignItem({ ...order, declarations: order.declarations.replace(">b<", ">ChoiceZ<") }),
      [4, "key_unknown", "ChoiceZ"],
    ],
  ] as const)("%s", (_, xml, ...faults) => {
    const found = faultsOf(aForeignPackage({ "q1.xml": xml }), assumed);
    expect(found.map(([, place]) => place)).toEqual(found.map(() => "q1.xml"));
    expect(found.map(([line, , ...rest]) => [line, ...rest])).toEqual(expect.arrayContaining([...faults]));
    expect(found).toHaveLength(faults.length);
  });

  test("points that are no whole number stand at the item's own declaration", () => {
    const half = aForeignItem(order).replace('normal-maximum="3"', 'normal-maximum="0.5"');
    const german = aForeignItem({ ...order, language: "de" }).replace('normal-maximum="3"', 'normal-maximum="0.5"');
    expect(faultsOf(aForeignPackage({ "q1.xml": half, "q1-de.xml": german }), assumed)).toEqual([
      [5, "q1.xml, points", "issue"],
    ]);
  });
});
