import { createContext, useContext } from "react";
import type { FieldBinding } from "~/components/form-field";
import { blankRows, type ItemForm, type RowList, rowField } from "~/examination/authoring/item-form";
import type { FormFaults } from "./form-faults.server";

/** What the parts of the form need to know of the whole. */
export interface FormBinding {
  readonly form: ItemForm;
  readonly faults: FormFaults;
  readonly spareRows: number;
}

const BindingContext = createContext<FormBinding | null>(null);
export const BindingProvider = BindingContext.Provider;

export function useBinding(): FormBinding {
  const binding = useContext(BindingContext);
  if (!binding) throw new Error("a part of the item form stands outside of it");
  return binding;
}

/** The field of this name with what is wrong with it. */
export function bind({ faults }: FormBinding, name: string, required = true): FieldBinding {
  const fault = faults[name];
  return { name, required, errors: fault === undefined ? undefined : [fault] };
}

/** The rows of a list with its blank ones at the end; exhibits are large, so there is one of those, and two where more rows were asked for. */
export function rowsWithSpare<List extends RowList>(
  { form, spareRows }: FormBinding,
  list: List,
): ItemForm[List][number][] {
  const blank = list === "exhibits" ? Math.max(1, spareRows - 4) : spareRows;
  return [...form[list], ...Array.from({ length: blank }, () => blankRows[list])];
}

/** A field of a row; a blank row may stay blank. */
export const bindRow = (binding: FormBinding, list: RowList, index: number, name: string): FieldBinding =>
  bind(binding, rowField(list, index, name), false);
