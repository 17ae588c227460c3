import { SelectField } from "~/components/choice-field";
import { useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import { BothLanguages } from "./both-languages";
import { bindRow, useBinding } from "./form-binding";
import { messages } from "./messages";
import { RowListFields } from "./row-list";

const kinds = ["log", "tool_output", "table", "chart"] as const;

/** What stands beside the question: logs, output of tools, tables and charts, all as text. */
export function ExhibitFields() {
  const words = useMessages(messages);
  const binding = useBinding();
  const marked = binding.form.kind === "mark_evidence";
  return (
    <RowListFields
      list="exhibits"
      legend={words.exhibits}
      hint={marked ? `${words.bodyHint} ${words.markHint}` : words.bodyHint}
      name={words.exhibit}
      row={(row, index) => {
        const field = (name: string) => bindRow(binding, "exhibits", index, name);
        return (
          <>
            <div className="grid gap-3 sm:grid-cols-3">
              <SelectField
                field={field("kind")}
                label={words.exhibitKind}
                hideOptional
                emptyLabel={words.noExhibit}
                defaultValue={row.kind}
                choices={kinds.map((value) => ({ value, label: words.exhibitKinds[value] }))}
              />
              <InputField
                field={field("command")}
                label={words.command}
                hideOptional
                defaultValue={row.command}
                spellCheck={false}
              />
              <InputField field={field("unit")} label={words.unit} hideOptional defaultValue={row.unit} />
            </div>
            <BothLanguages
              label={words.title}
              en={field("titleEn")}
              de={field("titleDe")}
              values={[row.titleEn, row.titleDe]}
            />
            <BothLanguages
              label={words.body}
              en={field("bodyEn")}
              de={field("bodyDe")}
              values={[row.bodyEn, row.bodyDe]}
              rows={Math.min(24, Math.max(4, row.bodyEn.split("\n").length + 1))}
              monospace
            />
          </>
        );
      }}
    />
  );
}
