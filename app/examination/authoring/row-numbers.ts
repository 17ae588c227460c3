/** Rows that others name by the number that stands before them on the page. */
import { type ItemForm, isBlankRow, rowField } from "./item-form";

/** Codes of `field-fault.ts`, and `row_blank` for a number at which nothing is written. */
export type NumberFault = "required" | "not_a_whole_number" | `row_blank:${number}`;

/** The place of the row with the number typed, or why there is none. Blank rows count, as they do on the page. */
export function placeTyped(rows: readonly object[], typed: string): number | NumberFault {
  if (typed.trim() === "") return "required";
  if (!/^\s*\d{1,4}\s*$/.test(typed)) return "not_a_whole_number";
  const place = Number(typed) - 1;
  const row = rows[place];
  return row && !isBlankRow(row) ? place : `row_blank:${Number(typed)}`;
}

/** The numbers of a field that takes several: "1, 4". */
export const numbersTyped = (text: string): string[] => text.split(/[\s,;]+/).filter((typed) => typed !== "");

/** What is wrong with the numbers that tie rows to each other, by the names of their fields. */
export function numberFaults({ kind, options, prompts, requirements }: ItemForm): Record<string, NumberFault> {
  const faults: Record<string, NumberFault> = {};
  const check = (field: string, rows: readonly object[], numbers: readonly string[]) => {
    const fault = (numbers.length === 0 ? [""] : numbers)
      .map((typed) => placeTyped(rows, typed))
      .find((place) => typeof place === "string");
    if (fault !== undefined) faults[field] = fault;
  };
  if (kind === "matching") {
    for (const [index, prompt] of prompts.entries()) {
      if (!isBlankRow(prompt)) check(rowField("prompts", index, "match"), options, [prompt.match]);
    }
  }
  if (kind === "incident_report") {
    for (const [index, requirement] of requirements.entries()) {
      if (isBlankRow(requirement)) continue;
      check(rowField("requirements", index, "field"), prompts, [requirement.field]);
      check(rowField("requirements", index, "evidence"), options, numbersTyped(requirement.evidence));
    }
  }
  return faults;
}
