import { expect, test } from "vitest";
import { asWritten, aWrittenItem } from "#test/factories/items";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { firstBank } from "../bank/first-bank";
import { canonicalItem } from "./canonical-item";
import type { KnownImages } from "./exhibit-text";
import { formOfItem } from "./form-of-item";
import { blankRows, type ItemForm, parameterField, type RowList, readItemForm, rowField } from "./item-form";
import { imagesIn } from "./item-images";
import { itemOfForm } from "./item-of-form";
import { keyLines } from "./key-lines";
import { type WrittenItem, writtenItemSchema } from "./written-item";

/** What a browser sends of the form: each field, and two rows left empty at the end of every list. */
function sent(form: ItemForm): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === "string") data.append(name, value.replaceAll("\n", "\r\n"));
    else if (name === "clauses") for (const clause of form.clauses) data.append(name, clause);
    else if (name === "parameters") {
      for (const [parameter, values] of Object.entries(form.parameters)) {
        for (const chosen of values) data.append(parameterField(parameter), chosen);
      }
    } else {
      const list = name as RowList;
      for (const [index, row] of [...form[list], blankRows[list], blankRows[list]].entries()) {
        for (const [cell, text] of Object.entries(row)) {
          data.append(rowField(list, index, cell), text.replaceAll("\n", "\r\n"));
        }
      }
    }
  }
  return data;
}

const imagesOf = ({ content }: WrittenItem): KnownImages =>
  new Map(imagesIn(content).map((image) => [image.sha256, image]));

test.each(firstBank.map((item) => [item.code, asWritten(item)] as const))(
  "%s, opened and sent back unchanged, is the same item",
  (_, item) => {
    const read = readItemForm(item.content.kind, sent(formOfItem(item)));
    expect(writtenItemSchema.parse(itemOfForm(read, item.content, imagesOf(item)))).toEqual(canonicalItem(item));
  },
);

test("three decimals come back to the form so that they cannot mean thousands", () => {
  const item = ofKind("numeric");
  const form = { ...formOfItem(item), answers: [{ unit: "s", value: "1.2340", tolerance: "0.125" }] };
  const exhibits = [
    { ...blankRows.exhibits, kind: "chart", titleEn: "T", unit: "s", bodyEn: "Time | a\n1 | 1.2340\n2 | 2000" },
  ];
  const read = writtenItemSchema.parse(itemOfForm({ ...form, exhibits }, null, new Map()));
  expect("key" in read.content && read.content.key).toEqual({
    answers: [{ unit: "s", value: 1.234, tolerance: 0.125 }],
  });
  const reopened = formOfItem(read);
  expect([reopened.answers, reopened.exhibits[0]?.bodyEn]).toEqual([form.answers, exhibits[0]?.bodyEn]);
});

test("a row emptied in the middle is gone, a new one gets an id of its own", () => {
  const form = formOfItem(aWrittenItem());
  const [first, second] = form.options;
  if (!first || !second) throw new Error("two options expected");
  const options = [{ ...first, en: "", de: "" }, second, { ...blankRows.options, en: "New", de: "Neu" }];
  const { content } = writtenItemSchema.parse(
    itemOfForm(readItemForm("single_choice", sent({ ...form, options })), aWrittenItem().content, new Map()),
  );
  if (!("options" in content)) throw new Error("a choice expected");
  expect(content.options.map(({ text }) => text)).toEqual([
    { en: "How long a request takes", de: "Wie lange eine Anfrage dauert" },
    { en: "New", de: "Neu" },
  ]);
  expect(new Set(content.options.map(({ id }) => id)).size).toBe(2);
  expect(content.options[0]?.id).toBe("time");
});

/** An item of the bank that has the kind, written out. */
function ofKind(kind: ItemKind): WrittenItem {
  const found = firstBank.find(({ content }) => content.kind === kind && !("generator" in content));
  return asWritten(found ?? never());
}

const keyOfForm = (form: ItemForm, base: WrittenItem): readonly string[] => {
  const read = readItemForm(form.kind, sent(form));
  const { content } = writtenItemSchema.parse(itemOfForm(read, base.content, imagesOf(base)));
  return "generator" in content ? [] : keyLines(content, "en");
};

test.each(["matching", "incident_report"] as const)(
  "numbers of %s mean the rows as the page shows them, a blank one among them",
  (kind) => {
    const item = ofKind(kind);
    const form = formOfItem(item);
    const [first, ...others] = form.options;
    if (!first) throw new Error("options expected");
    const onePast = (cell: string) => cell.replace(/\d+/g, (typed) => String(Number(typed) + (typed === "1" ? 0 : 1)));
    const withGap = {
      ...form,
      options: [first, blankRows.options, ...others],
      prompts: form.prompts.map((row) => ({ ...row, match: onePast(row.match) })),
      requirements: form.requirements.map((row) => ({ ...row, evidence: onePast(row.evidence) })),
    };
    expect(keyOfForm(withGap, item)).toEqual(keyOfForm(form, item));
    const saved = writtenItemSchema.parse(itemOfForm(withGap, item.content, imagesOf(item)));
    const { options, prompts, requirements } = formOfItem(saved);
    expect({ options, prompts, requirements }).toEqual({
      options: form.options,
      prompts: form.prompts,
      requirements: form.requirements,
    });
  },
);

test("a choice keeps its right rows around a blank one, and an exhibit the ids of its lines", () => {
  const choice = aWrittenItem();
  const form = formOfItem(choice);
  expect(keyOfForm({ ...form, options: [blankRows.options, ...form.options] }, choice)).toEqual(
    keyOfForm(form, choice),
  );
  const marked = ofKind("mark_evidence");
  const [log = never()] = formOfItem(marked).exhibits;
  const two = {
    ...formOfItem(marked),
    exhibits: [{ ...blankRows.exhibits, kind: "log", titleEn: "L", bodyEn: "a" }, log],
  };
  const base = writtenItemSchema.parse(itemOfForm(two, marked.content, new Map()));
  const emptied = { ...formOfItem(base), exhibits: [blankRows.exhibits, ...formOfItem(base).exhibits.slice(1)] };
  const after = writtenItemSchema.parse(itemOfForm(emptied, base.content, new Map())).content;
  const linesOf = (content: WrittenItem["content"], at: number) => "exhibits" in content && content.exhibits[at];
  expect(linesOf(after, 0)).toEqual(linesOf(base.content, 1));
});

test("lines that stay keep their ids when others come and go around them", () => {
  const item = asWritten(
    firstBank.find(({ content }) => content.kind === "mark_evidence" && !("generator" in content)) ?? never(),
  );
  const { content } = item;
  const exhibit = "exhibits" in content ? content.exhibits[0] : undefined;
  if (!exhibit || !("lines" in exhibit)) throw new Error("lines expected");
  const form = formOfItem(item);
  const [row] = form.exhibits;
  if (!row) throw new Error("an exhibit expected");
  const exhibits = [{ ...row, bodyEn: `  a line before\n${row.bodyEn}` }, ...form.exhibits.slice(1)];
  const read = writtenItemSchema.parse(itemOfForm({ ...form, exhibits }, content, new Map())).content;
  const lines = "exhibits" in read && read.exhibits[0] && "lines" in read.exhibits[0] ? read.exhibits[0].lines : [];
  expect(lines.slice(1)).toEqual(exhibit.lines);
  expect(exhibit.lines.map(({ id }) => id)).not.toContain(lines[0]?.id);
});

test.each([
  [
    "a table",
    { kind: "table", bodyEn: "Disk | IOPS\nvda | 1\\|2\nvdb | 3", bodyDe: "Platte | IOPS\nvda | 1\\|2\nvdb | 3" },
    {
      kind: "table",
      title: "T",
      columns: [{ en: "Disk", de: "Platte" }, "IOPS"],
      rows: [
        ["vda", "1|2"],
        ["vdb", "3"],
      ],
    },
  ],
  [
    "a chart",
    {
      kind: "chart",
      unit: "MB/s",
      bodyEn: "Time | read | write\n10:00 | 1,5 | 2\n10:05 | 3 | -4.25",
      bodyDe: "Zeit | Lesen | Schreiben",
    },
    {
      kind: "chart",
      title: "T",
      axis: { en: "Time", de: "Zeit" },
      unit: "MB/s",
      labels: ["10:00", "10:05"],
      series: [
        { name: { en: "read", de: "Lesen" }, values: [1.5, 3] },
        { name: { en: "write", de: "Schreiben" }, values: [2, -4.25] },
      ],
    },
  ],
])("%s is read from its text, and written as that text again", (_, row, expected) => {
  const form = { ...formOfItem(aWrittenItem()), exhibits: [{ ...blankRows.exhibits, titleEn: "T", ...row }] };
  const item = writtenItemSchema.parse(itemOfForm(form, null, new Map()));
  expect("exhibits" in item.content && item.content.exhibits).toEqual([expected]);
  expect(writtenItemSchema.parse(itemOfForm(formOfItem(item), item.content, new Map()))).toEqual(item);
});

function never(): never {
  throw new Error("the bank has no such item");
}
