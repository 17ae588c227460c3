import { SelectField } from "~/components/choice-field";
import { useLanguage, useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import { rowField } from "~/examination/authoring/item-form";
import { clauseNames, clauseTags } from "~/examination/clause-tags";
import { BothLanguages } from "./both-languages";
import { bindRow, useBinding } from "./form-binding";
import { messages } from "./messages";
import { OptionFields, PromptFields } from "./option-fields";
import { RowListFields } from "./row-list";

/** What the candidate is offered and what of it is right, by the kind of the item. */
export function AnswerFields() {
  const words = useMessages(messages);
  const { form } = useBinding();
  switch (form.kind) {
    case "single_choice":
    case "multiple_choice":
      return <OptionFields legend={words.options} name={words.option} choice explained />;
    case "numeric":
      return <UnitFields />;
    case "ordering":
      return <OptionFields legend={words.entries} name={words.entry} />;
    case "matching":
      return (
        <>
          <PromptFields legend={words.prompts} name={words.prompt} matched />
          <OptionFields legend={words.options} name={words.option} />
        </>
      );
    case "mark_evidence":
      // The marks stand at the lines of the exhibits.
      return null;
    case "incident_report":
      return (
        <>
          <PromptFields legend={words.fields} name={words.fieldRow} />
          <OptionFields legend={words.evidence} name={words.piece} explained />
          <RequirementFields />
        </>
      );
  }
}

function UnitFields() {
  const words = useMessages(messages);
  const binding = useBinding();
  return (
    <RowListFields
      list="answers"
      legend={words.answers}
      name={words.answer}
      row={(row, index) => (
        <div className="grid gap-3 sm:grid-cols-3">
          {(
            [
              ["unit", words.unitName],
              ["value", words.value],
              ["tolerance", words.tolerance],
            ] as const
          ).map(([cell, label]) => (
            <InputField
              key={cell}
              field={bindRow(binding, "answers", index, cell)}
              label={label}
              hideOptional
              defaultValue={row[cell]}
              inputMode={cell === "unit" ? "text" : "decimal"}
            />
          ))}
        </div>
      )}
    />
  );
}

function RequirementFields() {
  const words = useMessages(messages);
  const language = useLanguage();
  const binding = useBinding();
  return (
    <RowListFields
      list="requirements"
      legend={words.requirements}
      name={words.requirement}
      row={(row, index) => {
        const field = (cell: string) => bindRow(binding, "requirements", index, cell);
        return (
          <>
            <input type="hidden" name={rowField("requirements", index, "id")} value={row.id} />
            <BothLanguages
              label={words.label}
              en={field("labelEn")}
              de={field("labelDe")}
              values={[row.labelEn, row.labelDe]}
            />
            <div className="grid gap-3 sm:grid-cols-3">
              <SelectField
                field={field("clause")}
                label={words.clause}
                hideOptional
                defaultValue={row.clause}
                choices={clauseTags.map((value) => ({ value, label: `${value}: ${clauseNames[value][language]}` }))}
              />
              <InputField
                field={field("field")}
                label={words.fieldNumber}
                hideOptional
                defaultValue={row.field}
                inputMode="numeric"
              />
              <InputField
                field={field("evidence")}
                label={words.evidenceNumbers}
                hideOptional
                defaultValue={row.evidence}
              />
            </div>
          </>
        );
      }}
    />
  );
}
