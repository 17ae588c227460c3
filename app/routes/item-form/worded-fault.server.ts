import { itemFault, ownItemFault } from "~/components/item-bank/item-fault";
import type { Language } from "~/components/messages";
import { placeInText } from "~/examination/authoring/exhibit-text";
import type { ExhibitRow, ItemForm } from "~/examination/authoring/item-form";
import { isUnclearNumber } from "~/examination/typed-number";
import { faultMessages } from "./fault-messages";
import { parameterFault } from "./generator-text.server";

interface Found {
  /** A code of `field-fault.ts` or of this form alone. */
  readonly code: string;
  readonly field: string;
  /** Where it stands in the exhibit, if it does. */
  readonly path: readonly PropertyKey[];
}

/** The fault as the page gets it: a code, or a sentence where a code cannot say it, so that no page carries words that only this form has. */
export function wordedFault({ code, field, path }: Found, form: ItemForm, language: Language): string {
  const words = faultMessages[language];
  const [list, index] = field.split(".");
  const exhibit = list === "exhibits" && field.endsWith(".bodyEn") ? form.exhibits[Number(index)] : undefined;
  const [name, fact = ""] = code.split(":", 2);
  const sentence = () => {
    const inLine = exhibit && bodyFault(exhibit, path, code, language);
    if (inLine) return inLine;
    // Choices themselves cannot be fewer than two, so that this is about those that are right.
    const isChoice = form.kind === "single_choice" || form.kind === "multiple_choice";
    if (isChoice && field === "options" && code === "too_few:1") return words.none_right[form.kind];
    const inParameter = parameterFault(form, field, language);
    if (inParameter) return inParameter;
    if (code === "not_a_number" && isUnclearNumber(typedIn(form, field))) return words.number_unclear;
    return name === "row_blank" ? words.row_blank(fact) : ownItemFault(code, language);
  };
  const said = sentence();
  return said === null ? code : `said:${said}`;
}

/** What stands in a field that takes a number. */
function typedIn(form: ItemForm, field: string): string {
  const [list, index, cell] = field.split(".");
  if (list === "answers" && index !== undefined) {
    const row = form.answers[Number(index)];
    return (cell === "tolerance" ? row?.tolerance : row?.value) ?? "";
  }
  return list === "points" || list === "difficultyGuess" ? form[list] : "";
}

/** What is wrong with the text of an exhibit, and in which of its lines; null where it is in no single one. */
function bodyFault(row: ExhibitRow, path: readonly PropertyKey[], code: string, language: Language): string | null {
  const place = placeInText(row, path);
  if (!place) return null;
  const { line, figure, whole } = place;
  const words = faultMessages[language];
  if (!whole) {
    return words.inLine(line, itemFault(row.kind === "table" ? "row_length" : "series_length", language));
  }
  if (!figure) return words.inLine(line, itemFault(code, language));
  const sentence = isUnclearNumber(figure) ? words.number_unclear : itemFault(code, language);
  return words.inCell(line, figure, sentence);
}
