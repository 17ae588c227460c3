import type { z } from "zod";
import { type ItemForm, rowField } from "~/examination/authoring/item-form";
import { innermostIssue, issueCode } from "~/web/issue-code.server";

/** Codes of `field-fault.ts` by the name of the field; a list's own faults stand under the list's name. */
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

function keyField([part, index, name, language]: readonly PropertyKey[], { kind }: ItemForm): string {
  if (part === "answers" && typeof index === "number") return rowField("answers", index, String(name ?? "value"));
  if (part === "requirements" && typeof index === "number") {
    const field = name === "label" ? `label${capital(language)}` : (rowNames[String(name)] ?? "evidence");
    return rowField("requirements", index, field);
  }
  switch (kind) {
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
  if (part === "parameters") return "parameters";
  if (part === "key") return keyField(path.slice(1), form);
  if (part === "units") return index === undefined ? "answers" : rowField("answers", index, "unit");
  if (part === "exhibits" && index !== undefined) {
    if (name === "title" || name === "alt") return rowField("exhibits", index, `${name}${capital(language)}`);
    if (name === "image") return rowField("exhibits", index, "file");
    const field = name === "command" || name === "unit" || name === "kind" ? name : "bodyEn";
    return rowField("exhibits", index, field);
  }
  const list = listNames[String(part)];
  if (!list || index === undefined) return list ?? String(part);
  if (name === "misconception") return rowField(list, index, `misconception${capital(language)}`);
  return rowField(list, index, language === "de" ? "de" : "en");
}

/** What is wrong, at the field where it can be put right; the first fault of each. */
export function formFaults(error: z.ZodError, form: ItemForm): FormFaults {
  const faults: Record<string, string> = {};
  for (const each of error.issues) {
    const issue = innermostIssue(each);
    const [first, ...rest] = issue.path;
    const field = first === "content" ? contentField(rest, form) : String(first ?? "");
    const isImage = rest[0] === "exhibits" && rest[2] === "image";
    const isJson = field === "parameters" && form.generator !== "" && rest.length === 1;
    faults[field] ??= isJson ? "not_json" : isImage ? imageFault(form, rest[1]) : issueCode(issue);
  }
  return faults;
}

const imageFault = ({ exhibits }: ItemForm, index: PropertyKey | undefined): string =>
  exhibits[Number(index)]?.imageFault || "image_missing";
