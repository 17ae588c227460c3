import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldsOf } from "#test/factories/item-forms";
import { canonicalItem } from "../../canonical-item";
import { blankForm, blankRows, type ItemForm, readItemForm } from "../../item-form";
import { itemOfForm } from "../../item-of-form";
import { translatedTexts } from "../../translated-texts";
import { type WrittenItem, writtenItemSchema } from "../../written-item";
import { itemFile, itemFileFormats, readItemFile } from "../item-file.server";
import { outdatedInFile, withTranslation } from "../translation-in-files";
import { qtiPackage } from "./qti-package.server";
import { readQtiPackage } from "./read-qti-package.server";
import type { QtiKind } from "./vocabulary";

/** What authors write, and what Markdown, XML and their readers take for more than itself. */
const pieces = [
  ...["word", "Zwölf", "𝔘nd", "1.", "42", "-", "- a", "* b", "+ c", "# d", "> e", "---", "***", "___", "=", "~~"],
  ...[
    "|",
    "| a | b |",
    "|---|",
    "| --- |",
    "|:--|--:|",
    "```",
    "~~~",
    "`",
    "``",
    "`x < y`",
    "**b**",
    "__b__",
    "*i*",
    "_i_",
  ],
  ...[
    "[a](b)",
    "![a](b)",
    "<b>",
    "</b>",
    "<!-- c -->",
    "&",
    "&amp;",
    "&#9;",
    "]]>",
    "\\",
    "\\*",
    '"',
    "'",
    "http://a.b",
  ],
  ...["  ", "\t", "\u00a0", "\u2028", "\u0085", "   ", "    ", " ", "!", "~", "%"],
];
const line = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
const lines = fc.array(fc.oneof({ weight: 4, arbitrary: line }, fc.constant("")), { minLength: 1, maxLength: 8 });
const text = lines.map((all) => all.join("\n"));
const german = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: "" });

const option = fc
  .record({
    en: line,
    de: german(line),
    misconceptionEn: line,
    misconceptionDe: line,
    told: fc.boolean(),
    right: fc.boolean(),
  })
  .map(({ told, right, ...row }) => ({
    ...blankRows.options,
    ...row,
    ...(!told && { misconceptionEn: "", misconceptionDe: "" }),
    right: right ? "on" : "",
  }));
const prompt = fc
  .record({ en: line, de: german(line), match: fc.constantFrom("1", "2") })
  .map((row) => ({ ...blankRows.prompts, ...row }));
const number = fc.constantFrom("0", "0.5", "-3", "1e-7", "12345678.125", "0.1");
const answer = fc.record({ unit: fc.constantFrom("ms", "s", "MB/s", "µs & more"), value: number, tolerance: number });
const figures = fc.array(fc.tuple(line, number), { minLength: 2, maxLength: 4 });
const exhibit = fc
  .record({
    kind: fc.constantFrom("log", "tool_output", "table", "chart"),
    titleEn: line,
    titleDe: german(line),
    command: line,
  })
  .chain((row) =>
    fc
      .record({ body: text, figures, unit: fc.constantFrom("ms", "%", "a < b") })
      .map(({ body, figures: rows, unit }) => {
        const chart = ["Time | a", ...rows.map((cells) => cells.join(" | "))].join("\n");
        return { ...blankRows.exhibits, ...row, unit, bodyEn: row.kind === "chart" ? chart : body };
      }),
  );

const marked = fc
  .record({
    lines: fc.array(fc.tuple(fc.constantFrom("! ", "~ ", "  "), line), { minLength: 2, maxLength: 6 }),
    titleEn: line,
  })
  .map((row) => ({
    ...{ ...blankRows.exhibits, kind: "log", titleEn: row.titleEn },
    bodyEn: row.lines.map((parts) => parts.join("")).join("\n"),
  }));

const formOf = (kind: QtiKind) =>
  fc
    .record({
      ...{ stemEn: text, stemDe: text, rationaleEn: text, rationaleDe: text, sources: text },
      options: fc.array(option, { minLength: 3, maxLength: 4 }),
      prompts: fc.array(prompt, { minLength: 2, maxLength: 3 }),
      answers: fc.uniqueArray(answer, { minLength: 1, maxLength: 3, selector: ({ unit }) => unit }),
      exhibits:
        kind === "mark_evidence"
          ? fc.array(marked, { minLength: 1, maxLength: 2 })
          : fc.array(exhibit, { maxLength: 2 }),
    })
    .map((drawn): ItemForm => {
      const options = drawn.options.map((row, at) => {
        const right = at === 0 || (kind === "multiple_choice" && at === 1) ? "on" : "";
        return { ...row, right };
      });
      return {
        ...blankForm(kind),
        ...{ code: "TST-001", section: "storage", clauses: ["2.1"], difficultyGuess: "60", enemyGroup: "a-group" },
        ...drawn,
        options,
      };
    });

/** As the form stores it; null for what it refuses. */
function stored(form: ItemForm): WrittenItem | null {
  const read = writtenItemSchema.safeParse(
    itemOfForm(readItemForm(form.kind, fieldsOf(form, "save")), null, new Map()),
  );
  return read.success ? read.data : null;
}

const kinds = ["single_choice", "multiple_choice", "numeric", "ordering", "matching", "mark_evidence"] as const;

test.each(kinds)("what the form stores of %s comes back from a package word for word", (kind) => {
  let whole = 0;
  fc.assert(
    fc.property(formOf(kind), (form) => {
      const item = stored(form);
      if (!item) return;
      whole += 1;
      expect(readQtiPackage(qtiPackage([item]))).toEqual({ items: [canonicalItem(item)], images: [] });
    }),
    { numRuns: 150 },
  );
  expect(whole).toBeGreaterThan(50);
});

/** The form of an item that is there in English alone: no text has German words of its own. */
const inEnglish = (form: ItemForm): ItemForm => ({
  ...form,
  ...{ stemDe: form.stemEn, rationaleDe: form.rationaleEn },
  options: form.options.map((row) => ({ ...row, de: "", misconceptionDe: row.misconceptionEn })),
  prompts: form.prompts.map((row) => ({ ...row, de: "" })),
  exhibits: form.exhibits.map((row) => ({ ...row, titleDe: "" })),
});

const behind = fc.array(fc.constantFrom("en", "de", null), { minLength: 1, maxLength: 9 });

test.each(kinds)("what is outdated or untranslated in %s comes back from every kind of file", (kind) => {
  const seen = { lacks: 0, outdated: 0 };
  fc.assert(
    fc.property(formOf(kind), behind, fc.boolean(), (form, marks, whole) => {
      const item = stored(whole ? inEnglish(form) : form);
      if (!item) return;
      const texts = translatedTexts(item.content);
      const marked = texts.flatMap(({ id }, at) => {
        const mark = whole ? "de" : marks[at % marks.length];
        return mark ? [[id, mark] as const] : [];
      });
      const outdated = Object.fromEntries(marked);
      const told = withTranslation(item, outdated);
      if (told.lacks) seen.lacks += 1;
      if (told.outdated) seen.outdated += 1;
      for (const format of itemFileFormats) {
        const { items, faults } = readItemFile(itemFile([told], format).bytes);
        expect(faults).toEqual([]);
        expect(items).toEqual([canonicalItem(told)]);
        expect(items.map(outdatedInFile)).toEqual([outdated]);
      }
    }),
    { numRuns: 60 },
  );
  expect(seen.lacks).toBeGreaterThan(5);
  expect(seen.outdated).toBeGreaterThan(5);
});
