/** An item that is being written, as far as it can be shown: what is missing or wrong in a language is left out of it. */
import type { Language } from "~/platform/schema/people-tables";
import type { ContentExhibit, ContentOption, FixedContent, Phrase } from "../item-content";

const isSaid = (phrase: Phrase, language: Language): boolean =>
  (typeof phrase === "string" ? phrase : phrase[language]) !== "";

const said = <Option extends ContentOption>(options: readonly Option[], language: Language): Option[] =>
  options.filter(({ text }) => isSaid(text, language));

function exhibitSoFar(exhibit: ContentExhibit): ContentExhibit | null {
  switch (exhibit.kind) {
    case "log":
    case "tool_output":
      return exhibit.lines.length > 0 ? exhibit : null;
    case "table":
      return exhibit.columns.length > 0 ? exhibit : null;
    case "chart": {
      const isWhole = (_: unknown, at: number) => exhibit.series.every(({ values }) => Number.isFinite(values[at]));
      const labels = exhibit.labels.filter(isWhole);
      const series = exhibit.series.map((each) => ({ ...each, values: each.values.filter(isWhole) }));
      return labels.length > 0 && series.length > 0 ? { ...exhibit, labels, series } : null;
    }
    case "image":
      return exhibit.image ? exhibit : null;
    default:
      // No kind is chosen yet.
      return null;
  }
}

function answerSoFar(given: FixedContent, language: Language): FixedContent {
  const among = (rows: readonly ContentOption[]) => {
    const known = new Set(rows.map(({ id }) => id));
    return (id: string | undefined): boolean => id !== undefined && known.has(id);
  };
  switch (given.kind) {
    case "single_choice":
    case "multiple_choice": {
      const options = said(given.options, language);
      return { ...given, options, key: { optionIds: given.key.optionIds.filter(among(options)) } };
    }
    case "numeric": {
      const answers = given.key.answers.filter((row) => Number.isFinite(row.value) && Number.isFinite(row.tolerance));
      return { ...given, units: given.units.filter((unit) => unit !== ""), key: { answers } };
    }
    case "ordering": {
      const entries = said(given.entries, language);
      return { ...given, entries, key: { entryIds: given.key.entryIds.filter(among(entries)) } };
    }
    case "matching": {
      const [prompts, options] = [said(given.prompts, language), said(given.options, language)];
      const [isPrompt, isOption] = [among(prompts), among(options)];
      const pairs = Object.entries(given.key.pairs).filter(([prompt, option]) => isPrompt(prompt) && isOption(option));
      return { ...given, prompts, options, key: { pairs: Object.fromEntries(pairs) } };
    }
    case "mark_evidence":
      return given;
    case "incident_report": {
      const [fields, evidence] = [said(given.fields, language), said(given.evidence, language)];
      const [isField, isEvidence] = [among(fields), among(evidence)];
      const requirements = given.key.requirements.flatMap((row) => {
        const evidenceIds = row.evidenceIds.filter(isEvidence);
        return isField(row.fieldId) && evidenceIds.length > 0 ? { ...row, evidenceIds } : [];
      });
      return { ...given, fields, evidence, key: { requirements } };
    }
  }
}

/** What there is of it in the language. `given` has the shape of content, but any text in it may be empty and any figure none. */
export function itemSoFar(given: FixedContent, language: Language): FixedContent {
  const exhibits = given.exhibits.flatMap((exhibit) => exhibitSoFar(exhibit) ?? []);
  return { ...answerSoFar(given, language), exhibits };
}

/** The languages to show it in: that of the question where only one has it. */
export function languagesSoFar({ stem }: Pick<FixedContent, "stem">): readonly Language[] {
  const asked = (["en", "de"] as const).filter((language) => stem[language] !== "");
  return asked.length === 1 ? asked : ["en", "de"];
}

/** Whether there is anything to be shown. */
export function isBegun(content: FixedContent, language: Language): boolean {
  const lists = Object.values(content).filter(Array.isArray);
  return content.stem[language] !== "" || lists.some((list) => list.length > 0);
}
