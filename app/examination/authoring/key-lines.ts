import type { Language } from "~/platform/schema/people-tables";
import type { ContentOption, FixedContent, Phrase } from "../item-content";

const say = (phrase: Phrase, language: Language): string => (typeof phrase === "string" ? phrase : phrase[language]);

function numberIn(language: Language, value: number): string {
  return language === "de" ? String(value).replace(".", ",") : String(value);
}

/** What a machine wrote, set apart from the words around it; a line that has backticks of its own stays as it is. */
const asCode = (line: string): string => (line.includes("`") ? line : `\`${line}\``);

/** What is right, in words, a line each: for staff, and for comparing two versions. */
export function keyLines(content: FixedContent, language: Language): string[] {
  const textOf = (options: readonly ContentOption[], id: string): string => {
    const option = options.find((each) => each.id === id);
    return option ? say(option.text, language) : id;
  };
  switch (content.kind) {
    case "single_choice":
    case "multiple_choice":
      return content.key.optionIds.map((id) => textOf(content.options, id));
    case "numeric":
      return content.key.answers.map(({ unit, value, tolerance }) => {
        const range = tolerance > 0 ? ` ± ${numberIn(language, tolerance)}` : "";
        return `${numberIn(language, value)}${range} ${unit}`;
      });
    case "ordering":
      return content.key.entryIds.map((id, index) => `${index + 1}. ${textOf(content.entries, id)}`);
    case "matching":
      return content.prompts.flatMap(({ id, text }) => {
        const option = content.key.pairs[id];
        return option === undefined ? [] : `${say(text, language)} → ${textOf(content.options, option)}`;
      });
    case "mark_evidence": {
      const lines = content.exhibits.flatMap((exhibit) => ("lines" in exhibit ? exhibit.lines : []));
      const marked = (ids: readonly string[], mark: string) =>
        lines.filter(({ id }) => ids.includes(id)).map((line) => `${mark} ${asCode(line.text)}`);
      return [...marked(content.key.lineIds, "!"), ...marked(content.key.neutralLineIds, "~")];
    }
    case "incident_report":
      return content.key.requirements.map(({ clause, label, fieldId, evidenceIds }) => {
        const pieces = evidenceIds.map((id) => textOf(content.evidence, id)).join(" / ");
        return `${textOf(content.fields, fieldId)} · ${say(label, language)} (${clause}): ${pieces}`;
      });
  }
}
