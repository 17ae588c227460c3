import { describe, expect, it } from "vitest";
import type { ItemContent } from "../item";
import { answerInWords } from "./answer-in-words";

const words = (en: string, de = en) => ({ en, de });
const shared = { stem: words("?"), exhibits: [], rationale: words("!") };
const option = (id: string, en: string, de?: string) => ({ id, text: words(en, de) });
const options = [option("a", "Disk", "Platte"), option("b", "Network", "Netz"), option("c", "Memory", "Speicher")];
const log = {
  kind: "log" as const,
  title: words("Log"),
  lines: ["ok", "I/O error", "retry"].map((text, at) => ({ id: `l${at}`, text })),
};

describe("the answer that a regrade names, in words", () => {
  it.each<[string, ItemContent, Parameters<typeof answerInWords>[0], { en: unknown; de: unknown }]>([
    [
      "an option",
      { kind: "single_choice", ...shared, options, key: { optionIds: ["a"] } },
      { kind: "new_key", answer: { kind: "single_choice", optionId: "b" } },
      { en: { key: ["Disk"], named: ["Network"] }, de: { key: ["Platte"], named: ["Netz"] } },
    ],
    [
      "several options",
      { kind: "multiple_choice", ...shared, options, key: { optionIds: ["a"] } },
      { kind: "accept_both", answer: { kind: "multiple_choice", optionIds: ["a", "c"] } },
      { en: { key: ["Disk"], named: ["Disk", "Memory"] }, de: { key: ["Platte"], named: ["Platte", "Speicher"] } },
    ],
    [
      "a number, with its unit and the tolerance that stays",
      {
        kind: "numeric",
        ...shared,
        units: ["MB/s"],
        key: { answers: [{ unit: "MB/s", value: 12.5, tolerance: 0.5 }] },
      },
      { kind: "new_key", answer: { kind: "numeric", value: 13.5, unit: "MB/s" } },
      {
        en: { key: ["12.5 ± 0.5 MB/s"], named: ["13.5 ± 0.5 MB/s"] },
        de: { key: ["12,5 ± 0,5 MB/s"], named: ["13,5 ± 0,5 MB/s"] },
      },
    ],
    [
      "pairs",
      { kind: "matching", ...shared, prompts: [option("p", "iowait")], options, key: { pairs: { p: "a" } } },
      { kind: "new_key", answer: { kind: "matching", pairs: { p: "b" } } },
      {
        en: { key: ["iowait → Disk"], named: ["iowait → Network"] },
        de: { key: ["iowait → Platte"], named: ["iowait → Netz"] },
      },
    ],
    [
      "lines, with those that neither earn nor cost",
      { kind: "mark_evidence", ...shared, exhibits: [log], key: { lineIds: ["l1"], neutralLineIds: ["l2"] } },
      { kind: "new_key", answer: { kind: "mark_evidence", lineIds: ["l2"] } },
      {
        en: { key: ["! `I/O error`", "~ `retry`"], named: ["! `retry`"] },
        de: { key: ["! `I/O error`", "~ `retry`"], named: ["! `retry`"] },
      },
    ],
  ])("%s", (_, content, treatment, { en, de }) => {
    expect(answerInWords(treatment, content, "en")).toEqual(en);
    expect(answerInWords(treatment, content, "de")).toEqual(de);
  });

  it("is nothing where none is named", () => {
    const content: ItemContent = { kind: "single_choice", ...shared, options, key: { optionIds: ["a"] } };
    expect(answerInWords({ kind: "full_marks" }, content, "en")).toBeNull();
    expect(answerInWords({ kind: "drop" }, content, "en")).toBeNull();
  });
});
