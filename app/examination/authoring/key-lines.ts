import type { Language } from "~/platform/schema/people-tables";
import type { ContentOption, FixedContent, Phrase } from "../item-content";
import { writtenTolerance, writtenValue } from "../written-number";

const say = (phrase: Phrase, language: Language): string => (typeof phrase === "string" ? phrase : phrase[language]);

const everyFigure = (value: number, language: Language): string =>
  language === "de" ? String(value).replace(".", ",") : String(value);

type Answer = Extract<FixedContent, { kind: "numeric" }>["key"]["answers"][number];

/** Told in as many figures as the tolerance gives a meaning to; compared in all of them. */
function answerLine({ unit, value, tolerance }: Answer, language: Language, compared: boolean): string {
  const figure = compared ? everyFigure(value, language) : writtenValue(value, tolerance, language);
  if (tolerance === 0) return `${figure} ${unit}`;
  const range = compared ? everyFigure(tolerance, language) : writtenTolerance(tolerance, language);
  return `${figure} ± ${range} ${unit}`;
}

/** What a machine wrote, set apart from the words around it; a line that has backticks of its own stays as it is. */
const asCode = (line: string): string => (line.includes("`") ? line : `\`${line}\``);

const anyOfThese = { en: "Any one of these is right:", de: "Jede einzelne davon ist richtig:" };

/** The same for who writes or reviews an item: candidates choose one, so that several right ones must be meant. */
export function toldKey(content: FixedContent, language: Language): string[] {
  const lines = keyLines(content, language);
  return content.kind === "single_choice" && lines.length > 1 ? [anyOfThese[language], ...lines] : lines;
}

/** What is right, in words, a line each: for staff, and `compared` for telling two versions apart. */
export function keyLines(content: FixedContent, language: Language, compared = false): string[] {
  const textOf = (options: readonly ContentOption[], id: string): string => {
    const option = options.find((each) => each.id === id);
    return option ? say(option.text, language) : id;
  };
  switch (content.kind) {
    case "single_choice":
    case "multiple_choice":
      return content.key.optionIds.map((id) => textOf(content.options, id));
    case "numeric":
      return content.key.answers.map((answer) => answerLine(answer, language, compared));
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
