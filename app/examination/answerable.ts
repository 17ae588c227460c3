/** What an answer is read against. Types and ids only: the same file runs in the exam page. */

interface Choice {
  readonly id: string;
}

/** What is the same of an item in both languages and in every order: an item as it is written and as it is shown are both of this shape. */
export type Answerable =
  | { readonly kind: "single_choice" | "multiple_choice"; readonly options: readonly Choice[] }
  | { readonly kind: "numeric"; readonly units: readonly string[] }
  | { readonly kind: "ordering"; readonly entries: readonly Choice[] }
  | { readonly kind: "matching"; readonly prompts: readonly Choice[]; readonly options: readonly Choice[] }
  | { readonly kind: "mark_evidence"; readonly exhibits: readonly WithLines[] }
  | { readonly kind: "incident_report"; readonly fields: readonly Choice[]; readonly evidence: readonly Choice[] };

type WithLines =
  | { readonly kind: "log" | "tool_output"; readonly lines: readonly Choice[] }
  | { readonly kind: "table" | "chart" | "image" };

/** The lines that may be marked: all lines of logs and tool output, in the order shown. */
export const linesOf = (exhibits: readonly WithLines[]): readonly Choice[] =>
  exhibits.flatMap((exhibit) => ("lines" in exhibit ? exhibit.lines : []));

const ids = (choices: readonly Choice[]): Choice[] => choices.map(({ id }) => ({ id }));

/** The same without texts, for who keeps thousands of them. */
export function withoutTexts(item: Answerable): Answerable {
  switch (item.kind) {
    case "single_choice":
    case "multiple_choice":
      return { kind: item.kind, options: ids(item.options) };
    case "numeric":
      return { kind: item.kind, units: item.units };
    case "ordering":
      return { kind: item.kind, entries: ids(item.entries) };
    case "matching":
      return { kind: item.kind, prompts: ids(item.prompts), options: ids(item.options) };
    case "mark_evidence":
      return { kind: item.kind, exhibits: [{ kind: "log", lines: ids(linesOf(item.exhibits)) }] };
    case "incident_report":
      return { kind: item.kind, fields: ids(item.fields), evidence: ids(item.evidence) };
  }
}
