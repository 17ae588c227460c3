import { type ItemForm, parameterField, rowField } from "~/examination/authoring/item-form";

/** The form of an item as a browser sends it when the button of that intent is pressed. */
export function fieldsOf(form: ItemForm, intent: string): FormData {
  const fields = new FormData();
  fields.set("intent", intent);
  for (const [name, value] of Object.entries(form)) if (typeof value === "string") fields.set(name, value);
  for (const [name, values] of Object.entries(form.parameters)) {
    for (const value of values) fields.append(parameterField(name), value);
  }
  for (const clause of form.clauses) fields.append("clauses", clause);
  for (const list of ["exhibits", "options", "prompts", "answers", "requirements"] as const) {
    for (const [index, row] of form[list].entries()) {
      for (const [cell, text] of Object.entries(row)) fields.set(rowField(list, index, cell), text);
    }
  }
  return fields;
}
