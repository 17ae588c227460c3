import { CheckboxGroup, SelectField } from "~/components/choice-field";
import { Disclosure } from "~/components/confirm";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { InputField, TextAreaField } from "~/components/text-field";
import { pools } from "~/examination/authoring/bank-question";
import { clauseNames, clauseTags } from "~/examination/clause-tags";
import { sectionNames, sections } from "~/examination/section-names";
import { bind, useBinding } from "./form-binding";
import { messages } from "./messages";

interface HeadFieldsProps {
  isNew: boolean;
  placeFixed: boolean;
}

/** What is said of an item beside its words. */
export function HeadFields({ isNew, placeFixed }: HeadFieldsProps) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const binding = useBinding();
  const { form } = binding;
  return (
    <Section title={words.place}>
      <div className="flex flex-col gap-4">
        {isNew && (
          <InputField
            field={bind(binding, "code")}
            label={words.code}
            hint={words.codeHint}
            defaultValue={form.code}
            size={20}
            spellCheck={false}
          />
        )}
        {placeFixed ? (
          <p className="text-muted">
            {words.placeFixed}
            <input type="hidden" name="pool" value={form.pool} />
            <input type="hidden" name="section" value={form.section} />
          </p>
        ) : (
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              field={bind(binding, "pool")}
              label={words.pool}
              defaultValue={form.pool}
              choices={pools.map((value) => ({ value, label: bank.pools[value] }))}
            />
            <SelectField
              field={bind(binding, "section")}
              label={words.section}
              defaultValue={form.section}
              choices={sections.map((value) => ({ value, label: sectionNames[language][value] }))}
            />
          </div>
        )}
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <InputField
            field={bind(binding, "points")}
            label={words.points}
            defaultValue={form.points}
            inputMode="numeric"
          />
          <InputField
            field={bind(binding, "difficultyGuess", false)}
            label={words.difficultyGuess}
            hint={words.difficultyHint}
            defaultValue={form.difficultyGuess}
            inputMode="numeric"
          />
          <InputField
            field={bind(binding, "enemyGroup", false)}
            label={words.enemyGroup}
            hint={words.enemyHint}
            defaultValue={form.enemyGroup}
            spellCheck={false}
          />
        </div>
        <Disclosure
          label={`${words.clauses}${form.clauses.length > 0 ? `: ${form.clauses.join(", ")}` : ""}`}
          open={form.clauses.length === 0 || binding.faults.clauses !== undefined}
        >
          <CheckboxGroup
            field={{ ...bind(binding, "clauses"), initialValue: [...form.clauses] }}
            label={words.clauses}
            choices={clauseTags.map((value) => ({ value, label: `${value}: ${clauseNames[value][language]}` }))}
            arranged="columns"
          />
        </Disclosure>
        <TextAreaField
          field={bind(binding, "sources", false)}
          label={words.sources}
          defaultValue={form.sources}
          rows={2}
        />
      </div>
    </Section>
  );
}
