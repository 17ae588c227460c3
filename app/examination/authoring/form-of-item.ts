import type { ContentOption, FixedContent } from "../item-content";
import { clearNumber } from "../typed-number";
import { exhibitRow, halvesOf } from "./exhibit-text";
import {
  type AnswerRow,
  blankForm,
  blankRows,
  type ItemForm,
  type OptionRow,
  type PromptRow,
  type RequirementRow,
} from "./item-form";
import type { WrittenItem } from "./written-item";

function optionRow({ id, text, misconception }: ContentOption, right = false): OptionRow {
  const notes = misconception ? { misconceptionEn: misconception.en, misconceptionDe: misconception.de } : {};
  return { ...blankRows.options, id, ...halvesOf(text), ...notes, right: right ? "on" : "" };
}

const promptRow = ({ id, text }: ContentOption, match = ""): PromptRow => ({ id, ...halvesOf(text), match });

const placeOf = (options: readonly ContentOption[], id: string | undefined): string =>
  String(options.findIndex((option) => option.id === id) + 1);

type Rows = Partial<Pick<ItemForm, "options" | "prompts" | "answers" | "requirements">>;

function rowsOf(content: FixedContent): Rows {
  switch (content.kind) {
    case "single_choice":
    case "multiple_choice":
      return { options: content.options.map((option) => optionRow(option, content.key.optionIds.includes(option.id))) };
    case "numeric":
      return { answers: content.units.map((unit) => answerRow(unit, content)) };
    case "ordering": {
      const byId = new Map(content.entries.map((entry) => [entry.id, entry]));
      return { options: content.key.entryIds.flatMap((id) => byId.get(id) ?? []).map((entry) => optionRow(entry)) };
    }
    case "matching":
      return {
        options: content.options.map((option) => optionRow(option)),
        prompts: content.prompts.map((prompt) =>
          promptRow(prompt, placeOf(content.options, content.key.pairs[prompt.id])),
        ),
      };
    case "mark_evidence":
      return {};
    case "incident_report":
      return {
        options: content.evidence.map((piece) => optionRow(piece)),
        prompts: content.fields.map((field) => promptRow(field)),
        requirements: content.key.requirements.map((requirement) => requirementRow(requirement, content)),
      };
  }
}

function answerRow(unit: string, { key }: Extract<FixedContent, { kind: "numeric" }>): AnswerRow {
  const answer = key.answers.find((each) => each.unit === unit);
  return answer
    ? { unit, value: clearNumber(answer.value), tolerance: clearNumber(answer.tolerance) }
    : { ...blankRows.answers, unit };
}

type Report = Extract<FixedContent, { kind: "incident_report" }>;

function requirementRow(
  { id, clause, label, fieldId, evidenceIds }: Report["key"]["requirements"][number],
  { fields, evidence }: Report,
): RequirementRow {
  const pieces = evidenceIds.map((each) => placeOf(evidence, each)).join(", ");
  return { id, clause, labelEn: label.en, labelDe: label.de, field: placeOf(fields, fieldId), evidence: pieces };
}

/** The item as its form starts with it. */
export function formOfItem(item: WrittenItem): ItemForm {
  const { content } = item;
  const head = {
    ...blankForm(content.kind),
    code: item.code,
    pool: item.pool,
    section: item.section,
    clauses: item.clauses,
    points: String(item.points),
    difficultyGuess: item.difficultyGuess === null ? "" : String(item.difficultyGuess),
    enemyGroup: item.enemyGroup ?? "",
    sources: item.sources.join("\n"),
  };
  if ("generator" in content) {
    const given = Object.entries(content.parameters).map(([name, value]) => [name, [value].flat().map(String)]);
    return { ...head, generator: content.generator, parameters: Object.fromEntries(given) };
  }
  return {
    ...head,
    stemEn: content.stem.en,
    stemDe: content.stem.de,
    rationaleEn: content.rationale.en,
    rationaleDe: content.rationale.de,
    exhibits: content.exhibits.map((exhibit) => exhibitRow(exhibit, content)),
    ...rowsOf(content),
  };
}
