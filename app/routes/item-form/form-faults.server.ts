import type { z } from "zod";
import type { Language } from "~/components/messages";
import { type ItemForm, isBlankRow, parameterField, type RowList, rowField } from "~/examination/authoring/item-form";
import { numberFaults } from "~/examination/authoring/row-numbers";
import { innermostIssue, issueCode } from "~/web/issue-code.server";
import { wordedFault } from "./worded-fault.server";

/** What `field-fault.ts` words, by the name of the field; a list's own faults stand under the list's name. */
export type FormFaults = Readonly<Record<string, string>>;

/** Under which list of the form a list of the content stands. */
const listNames: Readonly<Record<string, "options" | "prompts">> = {
  options: "options",
  entries: "options",
  evidence: "options",
  prompts: "prompts",
  fields: "prompts",
};

const capital = (language: unknown): string => (language === "de" ? "De" : "En");

const rowNames: Readonly<Record<string, string>> = { clause: "clause", fieldId: "field", evidenceIds: "evidence" };

/** The field of the form's row that became this one of the content, which has no blank rows. */
function fieldAt(form: ItemForm, list: RowList, index: number, name: string): string {
  const filled = form[list].flatMap((row, place) => (isBlankRow(row) ? [] : place));
  return rowField(list, filled[index] ?? index, name);
}

function keyField([part, index, name, language]: readonly PropertyKey[], form: ItemForm): string {
  if (part === "answers" && typeof index === "number") {
    // Units without a value are no answers.
    const valued = form.answers.flatMap(({ value, tolerance }, place) => ((value + tolerance).trim() ? place : []));
    return rowField("answers", valued[index] ?? index, String(name ?? "value"));
  }
  if (part === "requirements" && typeof index === "number") {
    const field = name === "label" ? `label${capital(language)}` : (rowNames[String(name)] ?? "evidence");
    return fieldAt(form, "requirements", index, field);
  }
  switch (form.kind) {
    case "numeric":
      return "answers";
    case "matching":
      return "prompts";
    case "mark_evidence":
      return "exhibits";
    case "incident_report":
      return "requirements";
    default:
      return "options";
  }
}

function contentField(path: readonly PropertyKey[], form: ItemForm): string {
  const [part, at, name, language] = path;
  // A path of the item's own rules carries its numbers as text.
  const index = at === undefined || !/^\d+$/.test(String(at)) ? undefined : Number(at);
  if (part === "stem" || part === "rationale") return `${part}${capital(at)}`;
  if (part === "parameters") return parameterField(String(at ?? ""));
  if (part === "key") return keyField(path.slice(1), form);
  if (part === "units") return index === undefined ? "answers" : fieldAt(form, "answers", index, "unit");
  if (part === "exhibits" && index !== undefined) {
    if (name === "title" || name === "alt") return fieldAt(form, "exhibits", index, `${name}${capital(language)}`);
    if (name === "image") return fieldAt(form, "exhibits", index, "file");
    const field = name === "command" || name === "unit" || name === "kind" ? name : "bodyEn";
    return fieldAt(form, "exhibits", index, field);
  }
  const list = listNames[String(part)];
  if (!list || index === undefined) return list ?? String(part);
  if (name === "misconception") return fieldAt(form, list, index, `misconception${capital(language)}`);
  return fieldAt(form, list, index, language === "de" ? "de" : "en");
}

/** Whether the path leads to the numbers of other rows, or to the key that they make up. */
const isOfNumbers = ([part, list, , name]: readonly PropertyKey[]): boolean =>
  part === "key" && (list === undefined || list === "pairs" || name === "fieldId" || name === "evidenceIds");

/** What is wrong, at the field where it can be put right; the first fault of each. */
export function formFaults(error: z.ZodError, form: ItemForm, language: Language): FormFaults {
  const faults: Record<string, string> = {};
  const numbers = Object.entries(numberFaults(form));
  for (const each of error.issues) {
    const issue = innermostIssue(each);
    const [first, ...rest] = issue.path;
    // What follows from a number that names no row is said at the number alone.
    if (numbers.length > 0 && first === "content" && isOfNumbers(rest)) continue;
    const field = first === "content" ? contentField(rest, form) : String(first ?? "");
    const code = ownCode(form, field) ?? issueCode(issue);
    faults[field] ??= wordedFault({ code, field, path: rest.slice(2) }, form, language);
  }
  for (const [field, code] of numbers) faults[field] = wordedFault({ code, field, path: [] }, form, language);
  return faults;
}

/** What the form knows better than the rules, which do not see why a picture is none, or whether a code was given at all. */
function ownCode({ code, exhibits }: ItemForm, field: string): string | null {
  if (field === "code") return code.trim() === "" ? "required" : null;
  return field.endsWith(".file") ? exhibits[Number(field.split(".")[1])]?.imageFault || "image_missing" : null;
}
