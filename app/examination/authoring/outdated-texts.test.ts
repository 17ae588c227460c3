import { describe, expect, it, test } from "vitest";
import { aWrittenItem } from "../../../test/factories/items";
import type { FixedContent, Phrase } from "../item-content";
import {
  lagOfStamp,
  nextOutdated,
  nextStamp,
  outdatedLanguages,
  outdatedParts,
  outdatedSince,
  untranslated,
} from "./outdated-texts";
import { translatedTexts } from "./translated-texts";

const { content: plain } = aWrittenItem();
if (!("stem" in plain) || plain.kind !== "single_choice") throw new Error("a single choice was to be written");

type Content = Extract<FixedContent, { kind: "single_choice" }>;
const words = (en: string, de: string) => ({ en, de });
const log = (title: Phrase): Content["exhibits"][number] => ({ kind: "log", title, lines: [{ id: "a1", text: "x" }] });
const table = (...rows: Phrase[][]): Content["exhibits"][number] => ({
  kind: "table",
  title: "vmstat",
  columns: [words("Time", "Zeit"), words("Value", "Wert")],
  rows,
});

const base: Content = { ...plain, exhibits: [log(words("Kernel", "Kern")), log(words("Mail", "Post"))] };
const [depth, time] = base.options as [Content["options"][number], Content["options"][number]];
const [kernel, mail] = base.exhibits as [Content["exhibits"][number], Content["exhibits"][number]];
const enStem = { stem: words("What does await tell?", base.stem.de) };
const deStem = { stem: words(base.stem.en, "Was sagt await aus?") };
const enReason = { rationale: words("A mean.", base.rationale.de) };
const deReason = { rationale: words(base.rationale.en, "Ein Mittel.") };
const renamed = { ...depth, text: words("Queue length", "Wie viele Anfragen warten") };

const outdatedAfter = (
  outdated: Record<string, "en" | "de">,
  change: Partial<Content>,
  from: Content = base,
  agree = false,
) => nextOutdated(outdated, translatedTexts(from), translatedTexts({ ...from, ...change }), { agree });

test.each([
  ["nothing changed: level stays level", {}, {}, {}],
  ["nothing changed: what is outdated stays so", { stem: "de" }, {}, { stem: "de" }],
  ["English alone: German is outdated", {}, enStem, { stem: "de" }],
  ["German alone: English is outdated", {}, deStem, { stem: "en" }],
  ["the outdated half follows: level", { stem: "de" }, deStem, {}],
  ["English follows: level", { stem: "en" }, enStem, {}],
  ["English once more: German is still outdated", { stem: "de" }, enStem, { stem: "de" }],
  ["both halves of a text: level", { stem: "de" }, { stem: words("New", "Neu") }, {}],
  [
    "another text in the outdated language: the first stays outdated, and the other half of that one is",
    { stem: "de" },
    deReason,
    { stem: "de", rationale: "en" },
  ],
  [
    "one text in English, another in German: both, each on its other side",
    {},
    { ...enStem, ...deReason },
    { stem: "de", rationale: "en" },
  ],
  ["one follows, one does not", { stem: "de", rationale: "de" }, deReason, { stem: "de" }],
  ["two texts in one language", {}, { ...enStem, ...enReason }, { stem: "de", rationale: "de" }],
  ["a choice", {}, { options: [renamed, time] }, { "options.depth": "de" }],
  ["choices in another order", { "options.depth": "de" }, { options: [time, depth] }, { "options.depth": "de" }],
  [
    "a choice is taken away with what it lacked",
    { "options.depth": "de", stem: "de" },
    { options: [time, { ...time, id: "new" }] },
    { stem: "de" },
  ],
  [
    "a choice is new in both languages",
    {},
    { options: [depth, time, { id: "third", text: words("Third", "Dritte") }] },
    {},
  ],
  ["a misconception is new", {}, { options: [{ ...depth, misconception: words("No", "Nein") }, time] }, {}],
  [
    "a row written anew under another id, word for word",
    { "options.depth": "de" },
    { options: [{ ...depth, id: "again" }, time] },
    { "options.again": "de" },
  ],
  [
    "a row written anew, in English with other words",
    {},
    { options: [{ ...renamed, id: "again" }, time] },
    { "options.again": "de" },
  ],
  [
    "an exhibit moves up when the one above goes",
    { "exhibit.1.exhibit": "de" },
    { exhibits: [mail] },
    { "exhibit.0.exhibit": "de" },
  ],
  [
    "exhibits change places",
    { "exhibit.0.exhibit": "en" },
    { exhibits: [mail, kernel] },
    { "exhibit.1.exhibit": "en" },
  ],
  [
    "the title of an exhibit",
    {},
    { exhibits: [kernel, log(words("Mail", "Postfach"))] },
    { "exhibit.1.exhibit": "en" },
  ],
  [
    "lines have no language",
    {},
    { exhibits: [{ ...kernel, kind: "log", lines: [{ id: "a1", text: "y" }] }, mail] as Content["exhibits"] },
    {},
  ],
  [
    "a text that says the same in both languages now",
    { "exhibit.0.exhibit": "de" },
    { exhibits: [log("kern.log"), mail] },
    {},
  ],
] as const)("%s", (_, outdated, change, expected) => {
  expect(outdatedAfter(outdated, change as Partial<Content>)).toEqual(expected);
});

it("is all cleared by the author's word", () => {
  expect(outdatedAfter({ rationale: "en" }, enStem, base, true)).toEqual({});
});

describe("the cells of a table", () => {
  const from: Content = {
    ...base,
    exhibits: [table(["08:00", words("high", "hoch")], ["09:00", words("low", "tief")])],
  };

  it("are texts of their own, and one place of the form", () => {
    const exhibits = [table(["08:00", words("very high", "hoch")], ["09:00", words("low", "niedrig")])];
    const outdated = outdatedAfter({}, { exhibits }, from);
    expect(outdated).toEqual({ "exhibit.0.table.1.1": "de", "exhibit.0.table.2.1": "en" });
    expect(outdatedParts(translatedTexts({ ...from, exhibits }), outdated)).toEqual([
      { row: "exhibit.0.table", part: "table", ordinal: 1, language: "de" },
      { row: "exhibit.0.table", part: "table", ordinal: 1, language: "en" },
    ]);
  });

  it("keep what they lack when a line is put in above them", () => {
    const exhibits = [table(["07:00", words("none", "keiner")], ["08:00", words("high", "hoch")])];
    expect(outdatedAfter({ "exhibit.0.table.1.1": "de" }, { exhibits }, from)).toEqual({ "exhibit.0.table.2.1": "de" });
  });
});

it("does not ask for another language of what has none: lines, commands, pictures", () => {
  const image = { sha256: "0".repeat(64), type: "image/png" as const, width: 8, height: 6 };
  const exhibits: Content["exhibits"] = [
    { kind: "tool_output", title: "uptime", command: "uptime", lines: [{ id: "a1", text: "up 3 days" }] },
    { kind: "image", title: "Chart", alt: words("A chart", "A chart"), image },
  ];
  const texts = translatedTexts({ ...base, exhibits });
  expect(Object.keys(untranslated(texts, "de"))).toEqual([
    "stem",
    "exhibit.0.exhibit",
    "exhibit.1.exhibit",
    "exhibit.1.alt",
    "options.depth",
    "options.time",
    "rationale",
  ]);
});

it("knows what a ticket must carry as texts of their own, not as part of its key", () => {
  const requirement = { id: "zone", clause: "2.2-monitoring-extract" as const, fieldId: "when", evidenceIds: ["utc"] };
  const report = (label: { en: string; de: string }): FixedContent => ({
    kind: "incident_report",
    stem: base.stem,
    exhibits: [],
    rationale: base.rationale,
    fields: [{ id: "when", text: words("When", "Wann") }],
    evidence: [{ id: "utc", text: "08:00 UTC" }],
    key: { requirements: [{ ...requirement, label }] },
  });
  const [before, now] = [words("The zone", "Die Zone"), words("The time zone", "Die Zone")].map(report);
  if (!before || !now) throw new Error("two reports expected");
  expect(nextOutdated({}, translatedTexts(before), translatedTexts(now), { agree: false })).toEqual({
    "requirements.zone": "de",
  });
});

it("has nothing to say of what a generator makes", () => {
  expect(translatedTexts({ kind: "numeric", generator: "fio_figures", parameters: { ask: "latency" } })).toEqual([]);
});

describe("the stamp of earlier versions", () => {
  const state = (englishRevised: number, germanRevised: number) => ({ englishRevised, germanRevised });

  it.each([
    [state(1, 1), null],
    [state(4, 4), null],
    [state(5, 2), { language: "de", since: 2 }],
    [state(2, 5), { language: "en", since: 2 }],
  ])("%j", (stamp, lag) => {
    expect(lagOfStamp(stamp)).toEqual(lag);
    expect(outdatedLanguages({ ...stamp, outdatedTexts: null })).toEqual(lag ? [lag.language] : []);
    expect(outdatedLanguages({ ...stamp, outdatedTexts: { stem: "de", rationale: "en" } })).toEqual(["en", "de"]);
  });

  it("means the texts changed in one language alone since both were level", () => {
    const now = translatedTexts({ ...base, ...enStem, ...deReason });
    expect(outdatedSince(translatedTexts(base), now, "de")).toEqual({ stem: "de" });
  });

  it("means every text that has two readings where no change explains it", () => {
    const texts = translatedTexts({ ...base, exhibits: [log("kern.log")] });
    expect(outdatedSince(texts, texts, "en")).toEqual({
      stem: "en",
      "options.depth": "en",
      "options.time": "en",
      rationale: "en",
    });
  });

  it.each([
    ["level", {}, state(6, 6)],
    ["German behind", { stem: "de" }, state(6, 3)],
    ["English behind", { stem: "en" }, state(4, 6)],
    ["both behind: the older portal is told of German", { stem: "de", rationale: "en" }, state(6, 3)],
  ] as const)("is kept for portals that go by it: %s", (_, outdated, expected) => {
    expect(nextStamp(state(4, 3), outdated, 6)).toEqual(expected);
  });
});
