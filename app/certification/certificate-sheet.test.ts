import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "./certificate-fonts.server";
import { type CertificateSheetFacts, certificateSheet } from "./certificate-sheet";
import { type SheetMark, sheetPage } from "./sheet-parts";
import { leadingOf } from "./text-fitting";

const facts: CertificateSheetFacts = {
  number: "SLA-7K2M-9QXR-4TWD-58",
  holderName: "Łukasz Źródłowski",
  organisationName: "Nordwind Systemhaus GmbH",
  programmeName: "Second-level support administrator",
  language: "en",
  validity: { start: "2026-03-10", end: "2027-03-10" },
  issuedOn: "2026-03-09",
  verificationUrl: "https://certification.example/verify/SLA-7K2M-9QXR-4TWD-58",
};

type Text = Extract<SheetMark, { kind: "text" }>;
const marksOf = (sheetFacts: CertificateSheetFacts) =>
  certificateSheet(sheetFacts, textWidth).blocks.flatMap(({ marks }) => marks);
const textsOf = (sheetFacts: CertificateSheetFacts) =>
  marksOf(sheetFacts).filter((mark): mark is Text => mark.kind === "text");
const words = (sheetFacts: CertificateSheetFacts) => textsOf(sheetFacts).map(({ text }) => text);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The ink of a mark; a text's from its capitals' height to its descenders. */
function boxOf(mark: SheetMark): Box {
  if (mark.kind === "text") {
    const { x, baseline, size, text, weight } = mark;
    return {
      left: x,
      right: x + textWidth(text, weight) * size,
      top: baseline - 0.75 * size,
      bottom: baseline + 0.2 * size,
    };
  }
  const [width, height] = "side" in mark ? [mark.side, mark.side] : [mark.width, mark.height];
  return { left: mark.x, right: mark.x + width, top: mark.y, bottom: mark.y + height };
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function expectWellSet(sheetFacts: CertificateSheetFacts) {
  const boxes = marksOf(sheetFacts).map(boxOf);
  for (const box of boxes) {
    expect(box.left).toBeGreaterThanOrEqual(sheetPage.margin - 0.01);
    expect(box.right).toBeLessThanOrEqual(sheetPage.width - sheetPage.margin + 0.01);
    expect(box.top).toBeGreaterThanOrEqual(50);
    expect(box.bottom).toBeLessThanOrEqual(sheetPage.height - 50);
  }
  const clashes = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => [a, b]),
  );
  expect(clashes).toEqual([]);
}

describe("the sheet of a certificate", () => {
  test("says who, what, from when to when, by whom and under which number", () => {
    expect(words(facts)).toEqual(
      expect.arrayContaining([
        "Certificate",
        "Łukasz Źródłowski",
        "Nordwind Systemhaus GmbH",
        "Second-level support administrator",
        "10 March 2026 – 9 March 2027",
        "9 March 2026",
        "IONOS Cloud partner certification",
        "SLA-7K2M-9QXR-4TWD-58",
        "https://certification.example/verify/SLA-7K2M-9QXR-4TWD-58",
      ]),
    );
  });

  test("says it in German", () => {
    const german = words({ ...facts, language: "de" });
    expect(german).toEqual(
      expect.arrayContaining([
        "Zertifikat",
        "Gültig",
        "10. März 2026 – 9. März 2027",
        "Ausgestellt am",
        "9. März 2026",
      ]),
    );
  });

  test("names every aspect of clause 2.2", () => {
    const said = words(facts).join(" ");
    for (const aspect of [
      "UUIDs",
      "packets per second",
      "IOPS",
      "steal time",
      "log messages",
      "time zone",
      "update status",
      "performance limitations",
    ]) {
      expect(said).toContain(aspect);
    }
  });

  test.each(["en", "de"] as const)("is well set with ordinary and with extreme names (%s)", (language) => {
    expectWellSet({ ...facts, language });
    expectWellSet({ ...facts, language, holderName: "Li", organisationName: "X" });
    const wide = { holderName: "W".repeat(200), organisationName: "W".repeat(200), programmeName: "W".repeat(100) };
    expectWellSet({ ...facts, ...wide, language, verificationUrl: `https://${"w".repeat(120)}.example/verify` });
  });

  test("is well set with 500 random names of up to 200 letters", () => {
    const letters = [..."aeinrstWMÅŁźőșßñçĲΩδέЖщЮёằộỹ-'’. "];
    const name = fc
      .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 200 })
      .map((text) => text.replace(/ +/g, " ").trim() || "A");
    fc.assert(
      fc.property(name, name, fc.constantFrom("en", "de"), (holderName, organisationName, language) =>
        expectWellSet({ ...facts, holderName, organisationName, language }),
      ),
      { numRuns: 500 },
    );
  });

  test("loses no letter of a name that needs several lines", () => {
    const holderName =
      "Maximiliane-Konstanze Freifrau von Hohenstein-Brandenburg zu Wolfenbüttel und Donaueschingen-Fürstenberg";
    const texts = textsOf({ ...facts, holderName });
    const first = texts.findIndex(({ text }) => text.startsWith("Maximiliane"));
    const last = texts.findIndex(({ text }) => text.endsWith("Fürstenberg"));
    expect(
      texts
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join(" "),
    ).toBe(holderName);
    expect(last).toBeGreaterThan(first);
  });

  test("a short name stands larger than a long one, and lines keep their distance", () => {
    const sizeOf = (holderName: string) =>
      textsOf({ ...facts, holderName }).find(({ text }) => holderName.startsWith(text))?.size ?? 0;
    const long = "Anna-Katharina Elisabeth Wilhelmine von der Heyden-Rynsch und zu Löwenstein";
    expect(sizeOf("Anna Weber")).toBeGreaterThan(sizeOf(long));
    const [one, two] = textsOf({ ...facts, holderName: long }).filter(
      ({ text }) => long.includes(text) && text.length > 3,
    );
    expect((two?.baseline ?? 0) - (one?.baseline ?? 0)).toBeCloseTo(leadingOf(one?.size ?? 0));
  });
});
