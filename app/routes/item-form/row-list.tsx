import type { ReactNode } from "react";
import { SubmitButton } from "~/components/button";
import { FieldError } from "~/components/form-field";
import { useMessages } from "~/components/language";
import type { ItemForm, RowList } from "~/examination/authoring/item-form";
import { bind, rowsWithSpare, useBinding } from "./form-binding";
import { messages } from "./messages";

interface RowListProps<List extends RowList> {
  list: List;
  legend: string;
  hint?: ReactNode;
  name: (number: number) => string;
  row: (row: ItemForm[List][number], index: number) => ReactNode;
}

/** The rows of a list, some of them blank to be filled, and a button for more. */
export function RowListFields<List extends RowList>({ list, legend, hint, name, row }: RowListProps<List>) {
  const words = useMessages(messages);
  const binding = useBinding();
  const own = bind(binding, list);
  return (
    <fieldset id={`field-${list}`} tabIndex={-1} className="card flex min-w-0 flex-col gap-3 p-4 sm:p-5">
      <legend className="float-left mb-1 w-full text-lg font-semibold">{legend}</legend>
      {hint && <p className="clear-left text-sm text-muted">{hint}</p>}
      <FieldError field={own} />
      <ol className="clear-left flex flex-col gap-4">
        {rowsWithSpare(binding, list).map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place in the form
          <li key={index}>
            <fieldset className="flex min-w-0 flex-col gap-3 border-l-2 border-line pl-3">
              <legend className="float-left w-full text-sm font-semibold text-muted">{name(index + 1)}</legend>
              <div className="clear-left flex flex-col gap-3">{row(each, index)}</div>
            </fieldset>
          </li>
        ))}
      </ol>
      <div>
        <SubmitButton look="quiet" name="intent" value="more" formNoValidate>
          {words.moreRows}
        </SubmitButton>
      </div>
    </fieldset>
  );
}
