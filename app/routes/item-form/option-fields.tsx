import { CheckboxField } from "~/components/choice-field";
import { Disclosure } from "~/components/confirm";
import { useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import { rowField } from "~/examination/authoring/item-form";
import { BothLanguages } from "./both-languages";
import { bindRow, useBinding } from "./form-binding";
import { messages } from "./messages";
import { RowListFields } from "./row-list";

interface OptionFieldsProps {
  legend: string;
  name: (number: number) => string;
  hint?: string;
  /** Whether each row says if it is right. */
  choice?: boolean;
  /** Whether a wrong row may stand for a misunderstanding. */
  explained?: boolean;
}

/** Choices, entries or pieces of evidence. */
export function OptionFields({ legend, name, hint, choice = false, explained = false }: OptionFieldsProps) {
  const words = useMessages(messages);
  const binding = useBinding();
  return (
    <RowListFields
      list="options"
      legend={legend}
      hint={hint ?? words.sameInBoth}
      name={name}
      row={(row, index) => {
        const field = (cell: string) => bindRow(binding, "options", index, cell);
        const label = name(index + 1);
        return (
          <>
            <input type="hidden" name={rowField("options", index, "id")} value={row.id} />
            <BothLanguages label={label} en={field("en")} de={field("de")} values={[row.en, row.de]} />
            {choice && <CheckboxField field={field("right")} label={words.right} defaultChecked={row.right === "on"} />}
            {explained && (
              <Disclosure label={words.misconception} open={row.misconceptionEn !== "" || row.misconceptionDe !== ""}>
                <BothLanguages
                  label={words.misconception}
                  en={field("misconceptionEn")}
                  de={field("misconceptionDe")}
                  values={[row.misconceptionEn, row.misconceptionDe]}
                />
              </Disclosure>
            )}
          </>
        );
      }}
    />
  );
}

interface PromptFieldsProps {
  legend: string;
  name: (number: number) => string;
  /** Whether each row says which choice belongs to it. */
  matched?: boolean;
}

/** Prompts to be matched, or the fields of a ticket. */
export function PromptFields({ legend, name, matched = false }: PromptFieldsProps) {
  const words = useMessages(messages);
  const binding = useBinding();
  return (
    <RowListFields
      list="prompts"
      legend={legend}
      hint={words.sameInBoth}
      name={name}
      row={(row, index) => {
        const field = (cell: string) => bindRow(binding, "prompts", index, cell);
        return (
          <>
            <input type="hidden" name={rowField("prompts", index, "id")} value={row.id} />
            <BothLanguages label={name(index + 1)} en={field("en")} de={field("de")} values={[row.en, row.de]} />
            {matched && (
              <InputField
                field={field("match")}
                label={words.match}
                hideOptional
                defaultValue={row.match}
                inputMode="numeric"
                size={4}
              />
            )}
          </>
        );
      }}
    />
  );
}
