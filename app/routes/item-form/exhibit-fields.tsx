import { SelectField } from "~/components/choice-field";
import { useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import { BothLanguages } from "./both-languages";
import { bindRow, useBinding } from "./form-binding";
import { ImageField } from "./image-field";
import { messages } from "./messages";
import { RowListFields } from "./row-list";

const kinds = ["log", "tool_output", "table", "chart", "image"] as const;

/** Fields that only some kinds have appear with the kind that is chosen, by the style sheet alone. */
const forKind = {
  any: "hidden group-has-[option:checked:not([value=''])]:flex",
  text: "hidden group-has-[option:checked:not([value='']):not([value=image])]:block",
  tool_output: "hidden group-has-[option[value^=tool]:checked]:block",
  chart: "hidden group-has-[option[value=chart]:checked]:block",
  image: "hidden group-has-[option[value=image]:checked]:flex",
} as const;

/** What stands beside the question: logs, output of tools, tables and charts, all as text, and pictures. */
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
          <div className="group flex flex-col gap-3">
            <div className="grid gap-3 sm:grid-cols-3">
              <SelectField
                field={field("kind")}
                label={words.exhibitKind}
                hideOptional
                emptyLabel={words.noExhibit}
                defaultValue={row.kind}
                choices={kinds.map((value) => ({ value, label: words.exhibitKinds[value] }))}
              />
              <div className={forKind.tool_output}>
                <InputField
                  field={field("command")}
                  label={words.command}
                  hideOptional
                  defaultValue={row.command}
                  spellCheck={false}
                />
              </div>
              <div className={forKind.chart}>
                <InputField field={field("unit")} label={words.unit} hideOptional defaultValue={row.unit} />
              </div>
            </div>
            <div className={`${forKind.any} flex-col`}>
              <BothLanguages
                label={words.title}
                en={field("titleEn")}
                de={field("titleDe")}
                values={[row.titleEn, row.titleDe]}
              />
            </div>
            <div className={forKind.text}>
              <BothLanguages
                label={words.body}
                en={field("bodyEn")}
                de={field("bodyDe")}
                values={[row.bodyEn, row.bodyDe]}
                rows={Math.min(24, Math.max(4, row.bodyEn.split("\n").length + 1))}
                monospace
              />
            </div>
            <div className={`${forKind.image} flex-col gap-3`}>
              <ImageField row={row} index={index} />
              <BothLanguages
                label={words.alt}
                hint={words.altHint}
                en={field("altEn")}
                de={field("altDe")}
                values={[row.altEn, row.altDe]}
                rows={3}
              />
            </div>
          </div>
        );
      }}
    />
  );
}
