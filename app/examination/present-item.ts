import { assertNever } from "~/kernel/assert-never";
import type { Language } from "~/platform/schema/people-tables";
import { contentFor, type ItemContent } from "./item";
import type { ContentExhibit, ContentOption, FixedContent, Phrase } from "./item-content";
import type { ItemKey } from "./item-key";
import type { Exhibit, ItemPresentation, PresentedOption } from "./presentation";
import { seededChoice } from "./seeded-choice";

const say = (phrase: Phrase, language: Language): string => (typeof phrase === "string" ? phrase : phrase[language]);

const presentOption = ({ id, text }: ContentOption, language: Language): PresentedOption => ({
  id,
  text: say(text, language),
});

function presentExhibit(exhibit: ContentExhibit, language: Language): Exhibit {
  const title = say(exhibit.title, language);
  switch (exhibit.kind) {
    case "log":
      return { kind: "log", title, lines: exhibit.lines };
    case "tool_output":
      return { kind: "tool_output", title, command: exhibit.command, lines: exhibit.lines };
    case "table":
      return {
        kind: "table",
        title,
        columns: exhibit.columns.map((column) => say(column, language)),
        rows: exhibit.rows.map((row) => row.map((cell) => say(cell, language))),
      };
    case "chart":
      return {
        kind: "chart",
        title,
        axis: say(exhibit.axis, language),
        unit: exhibit.unit,
        labels: exhibit.labels,
        series: exhibit.series.map(({ name, values }) => ({ name: say(name, language), values })),
      };
    case "image":
      return { kind: "image", title, alt: exhibit.alt[language], image: exhibit.image };
    default:
      return assertNever(exhibit);
  }
}

/**
 * The item as the candidate with this seed sees it. Options, entries and evidence stand in the order that the seed gives, the
 * same in both languages and on every reload; prompts and ticket fields stay in the author's order.
 */
export function presentItem(content: ItemContent, seed: string, language: Language): ItemPresentation {
  const item = contentFor(content, seed);
  const order = seededChoice(`${seed}/order`);
  const inOrder = (options: readonly ContentOption[]) => options.map((option) => presentOption(option, language));
  const shuffled = (options: readonly ContentOption[]) => order.shuffle(inOrder(options));
  const shown = {
    stem: say(item.stem, language),
    exhibits: item.exhibits.map((exhibit) => presentExhibit(exhibit, language)),
  };
  switch (item.kind) {
    case "single_choice":
    case "multiple_choice":
      return { kind: item.kind, ...shown, options: shuffled(item.options) };
    case "numeric":
      return { kind: "numeric", ...shown, units: item.units };
    case "ordering":
      return { kind: "ordering", ...shown, entries: shuffled(item.entries) };
    case "matching":
      return { kind: "matching", ...shown, prompts: inOrder(item.prompts), options: shuffled(item.options) };
    case "mark_evidence":
      return { kind: "mark_evidence", ...shown };
    case "incident_report":
      return { kind: "incident_report", ...shown, fields: inOrder(item.fields), evidence: shuffled(item.evidence) };
  }
}

/** The key to what `presentItem` shows for the same content and seed. */
export const keyOf = (content: ItemContent, seed: string): ItemKey => keyIn(contentFor(content, seed));

/** The key that stands in an item, one that a generator has made too. */
export function keyIn(item: FixedContent): ItemKey {
  switch (item.kind) {
    case "multiple_choice": {
      const { optionIds } = item.key;
      const distractorIds = item.options.map(({ id }) => id).filter((id) => !optionIds.includes(id));
      return { kind: "multiple_choice", optionIds, distractorIds };
    }
    case "single_choice":
      return { kind: item.kind, optionIds: item.key.optionIds };
    case "numeric":
      return { kind: item.kind, answers: item.key.answers };
    case "ordering":
      return { kind: item.kind, entryIds: item.key.entryIds };
    case "matching":
      return { kind: item.kind, pairs: item.key.pairs };
    case "mark_evidence":
      return { kind: item.kind, ...item.key };
    case "incident_report":
      return {
        kind: item.kind,
        requirements: item.key.requirements.map(({ id, clause, fieldId, evidenceIds }) => ({
          id,
          clause,
          fieldId,
          evidenceIds,
        })),
      };
  }
}

/** Why the key is right: practice mode and staff only. */
export function rationaleOf(content: ItemContent, seed: string, language: Language): string {
  return contentFor(content, seed).rationale[language];
}
