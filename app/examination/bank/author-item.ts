/** Short forms in which the bank is written: ids follow from the words, keys from where a choice stands. */
import type { ClauseTag } from "../clause-tags";
import { numberedLines, opaqueId, optionOf } from "../generators/generated-text";
import type { ItemContent } from "../item";
import type { ContentExhibit, FixedContent, Phrase, Words } from "../item-content";
import type { Section } from "../section-names";

export interface BankItem {
  readonly code: string;
  readonly pool: "certification" | "practice";
  readonly section: Section;
  readonly clauses: readonly ClauseTag[];
  readonly points: number;
  /** Per cent of the points that somebody who just deserves to pass is expected to reach: the author's guess, until answers say more. */
  readonly difficultyGuess: number;
  /** Items of one group never stand in one form. */
  readonly enemyGroup?: string;
  readonly content: ItemContent;
}

interface Text {
  readonly stem: Words;
  readonly exhibits?: readonly ContentExhibit[];
  readonly rationale: Words;
}

const shared = ({ stem, exhibits, rationale }: Text) => ({ stem, exhibits: [...(exhibits ?? [])], rationale });
const optionsOf = (texts: readonly Phrase[]) => texts.map((text) => optionOf(text));
const idsOf = (texts: readonly Phrase[]) => texts.map(opaqueId);

/** A wrong choice, with the misunderstanding it stands for where it is worth a sentence of its own. */
type Distractor = Phrase | readonly [text: Phrase, misconception: Words];

const isExplained = (distractor: Distractor): distractor is readonly [Phrase, Words] => Array.isArray(distractor);
const distractorsOf = (distractors: readonly Distractor[]) =>
  distractors.map((distractor) => (isExplained(distractor) ? optionOf(...distractor) : optionOf(distractor)));

export const words = (en: string, de: string): Words => ({ en, de });

export const singleChoice = (
  item: Text & { readonly right: Phrase; readonly wrong: readonly Distractor[] },
): FixedContent => ({
  kind: "single_choice",
  ...shared(item),
  options: [optionOf(item.right), ...distractorsOf(item.wrong)],
  key: { optionIds: [opaqueId(item.right)] },
});

export const multipleChoice = (
  item: Text & { readonly right: readonly Phrase[]; readonly wrong: readonly Distractor[] },
): FixedContent => ({
  kind: "multiple_choice",
  ...shared(item),
  options: [...optionsOf(item.right), ...distractorsOf(item.wrong)],
  key: { optionIds: idsOf(item.right) },
});

/** `answers` in the order in which the units are offered. */
export const numeric = (
  item: Text & { readonly answers: readonly { unit: string; value: number; tolerance: number }[] },
): FixedContent => ({
  kind: "numeric",
  ...shared(item),
  units: item.answers.map(({ unit }) => unit),
  key: { answers: [...item.answers] },
});

/** `entries` in the right order. */
export const ordering = (item: Text & { readonly entries: readonly Phrase[] }): FixedContent => ({
  kind: "ordering",
  ...shared(item),
  entries: optionsOf(item.entries),
  key: { entryIds: idsOf(item.entries) },
});

/** `pairs` of prompt and match; a match may serve several prompts, decoys serve none. */
export function matching(
  item: Text & { readonly pairs: readonly (readonly [Phrase, Phrase])[]; readonly decoys?: readonly Phrase[] },
): FixedContent {
  const matches = new Map(
    [...item.pairs.map(([, match]) => match), ...(item.decoys ?? [])].map((text) => [opaqueId(text), text]),
  );
  return {
    kind: "matching",
    ...shared(item),
    prompts: optionsOf(item.pairs.map(([prompt]) => prompt)),
    options: optionsOf([...matches.values()]),
    key: { pairs: Object.fromEntries(item.pairs.map(([prompt, match]) => [opaqueId(prompt), opaqueId(match)])) },
  };
}

const textLines = (text: string): string[] => text.replace(/^\n|\n\s*$/g, "").split("\n");

export const log = (prefix: string, title: Phrase, text: string): ContentExhibit => ({
  kind: "log",
  title,
  lines: numberedLines(prefix, textLines(text)),
});

export const toolOutput = (prefix: string, title: Phrase, command: string, text: string): ContentExhibit => ({
  kind: "tool_output",
  title,
  command,
  lines: numberedLines(prefix, textLines(text)),
});

/** Exhibits whose lines begin with `! ` (proves it), `~ ` (neutral) or two spaces (proves nothing); the marks are taken off. */
export function markEvidence(item: Text): FixedContent {
  const marked = (item.exhibits ?? []).flatMap((exhibit) => ("lines" in exhibit ? exhibit.lines : []));
  const idsMarked = (mark: string) => marked.filter(({ text }) => text.startsWith(mark)).map(({ id }) => id);
  const bare = (exhibit: ContentExhibit): ContentExhibit =>
    "lines" in exhibit
      ? { ...exhibit, lines: exhibit.lines.map(({ id, text }) => ({ id, text: text.slice(2) })) }
      : exhibit;
  return {
    kind: "mark_evidence",
    ...shared({ ...item, exhibits: (item.exhibits ?? []).map(bare) }),
    key: { lineIds: idsMarked("! "), neutralLineIds: idsMarked("~ ") },
  };
}

interface AuthoredField {
  readonly id: string;
  readonly label: Words;
  /** What belongs here: a requirement is met by any of its pieces. */
  readonly requirements: readonly {
    readonly clause: ClauseTag;
    readonly label: Words;
    readonly anyOf: readonly Phrase[];
  }[];
}

/** The ticket to compose: fields with what each must hold, and pieces that belong in no ticket. */
export const incidentReport = (
  item: Text & { readonly fields: readonly AuthoredField[]; readonly decoys: readonly Phrase[] },
): FixedContent => ({
  kind: "incident_report",
  ...shared(item),
  fields: item.fields.map(({ id, label }) => ({ id, text: label })),
  evidence: optionsOf([
    ...item.fields.flatMap(({ requirements }) => requirements.flatMap(({ anyOf }) => anyOf)),
    ...item.decoys,
  ]),
  key: {
    requirements: item.fields.flatMap(({ id, requirements }) =>
      requirements.map(({ clause, label, anyOf }) => ({
        id: opaqueId(label),
        clause,
        label,
        fieldId: id,
        evidenceIds: idsOf(anyOf),
      })),
    ),
  },
});
