import { describe, expect, test } from "vitest";
import { aWrittenItem } from "#test/factories/items";
import type { FixedContent } from "../../item-content";
import type { WrittenItem } from "../written-item";
import { completed } from "./complete-item";

type Single = Extract<FixedContent, { kind: "single_choice" }>;

const spoken = (en: string, de: string) => ({ en, de });
const lines = [
  { id: "l1", text: "a 1" },
  { id: "l2", text: "b 2" },
];
const content: Single = {
  kind: "single_choice",
  stem: spoken("What does it say?", "Was sagt es?"),
  exhibits: [{ kind: "log", title: spoken("Log", "Protokoll"), lines }],
  options: [
    { id: "time", text: spoken("A time", "Eine Zeit") },
    { id: "call", text: "uname -r" },
  ],
  key: { optionIds: ["time"] },
  rationale: spoken("So it is.", "So ist es."),
};
const known: WrittenItem = aWrittenItem({ content });

/** The item as a file in English alone gives it. */
const english = (change: Partial<Single> = {}): WrittenItem => ({
  ...known,
  lacks: "de",
  content: {
    ...content,
    stem: spoken("What does it say?", "What does it say?"),
    exhibits: [{ kind: "log", title: "Log", lines }],
    options: [
      { id: "time", text: "A time" },
      { id: "call", text: "uname -r" },
    ],
    rationale: spoken("So it is.", "So it is."),
    ...change,
  },
});

describe("an item in one language", () => {
  test("gets the words that the bank has in the other", () => {
    expect(completed(english(), known)).toEqual(known);
  });

  test("brings its own where they differ, and what is the same in both languages follows", () => {
    const options = [
      { id: "call", text: "uname -a" },
      { id: "time", text: "A mean time" },
    ];
    expect(completed(english({ options }), known)?.content).toMatchObject({
      options: [
        { id: "call", text: "uname -a" },
        { id: "time", text: spoken("A mean time", "Eine Zeit") },
      ],
    });
  });

  test("does not fit one of other parts, or one that a generator makes", () => {
    const options = [
      { id: "time", text: "A time" },
      { id: "depth", text: "A depth" },
    ];
    expect(completed(english({ options }), known)).toBeNull();
    expect(completed(english({ options: options.slice(0, 1) }), known)).toBeNull();
    expect(completed(english({ exhibits: [] }), known)).toBeNull();
    const made = {
      kind: "single_choice",
      generator: "steal_or_iowait",
      parameters: {},
    } as unknown as WrittenItem["content"];
    expect(completed(english(), { ...known, content: made })).toBeNull();
  });

  test("that lacks nothing stays as it is", () => {
    const whole = aWrittenItem({ points: 7 });
    expect(completed(whole, known)).toBe(whole);
  });
});
