import { SelectField } from "~/components/choice-field";
import { FilterBar } from "~/components/filter-bar";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useLanguage, useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import {
  type BankQuestion,
  itemKinds,
  itemStatuses,
  longestSearch,
  pools,
} from "~/examination/authoring/bank-question";
import { clauseNames, clauseTags } from "~/examination/clause-tags";
import { sectionNames, sections } from "~/examination/section-names";
import { messages } from "./messages";

export const isFiltered = ({ text, section, kind, status, clause, pool, outdated, remarked }: BankQuestion): boolean =>
  Boolean(text || section || kind || status || clause || pool || outdated || remarked);

export function BankFilters({ question, textCut }: { question: BankQuestion; textCut: boolean }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const select = (name: "section" | "kind" | "status" | "clause" | "pool", choices: readonly [string, string][]) => (
    <SelectField
      field={{ name }}
      label={words[name]}
      hideOptional
      emptyLabel={words.any}
      defaultValue={question[name] ?? ""}
      choices={choices.map(([value, label]) => ({ value, label }))}
    />
  );
  return (
    <FilterBar active={isFiltered(question)}>
      <InputField
        field={{ name: "text", maxLength: longestSearch }}
        label={words.text}
        {...(textCut && { hint: words.textCut(longestSearch) })}
        type="search"
        hideOptional
        defaultValue={question.text}
      />
      {select(
        "section",
        sections.map((section) => [section, sectionNames[language][section]]),
      )}
      {select(
        "kind",
        itemKinds.map((kind) => [kind, bank.kinds[kind]]),
      )}
      {select(
        "status",
        itemStatuses.map((status) => [status, bank.statuses[status]]),
      )}
      {select(
        "pool",
        pools.map((pool) => [pool, bank.pools[pool]]),
      )}
      {select(
        "clause",
        clauseTags.map((clause) => [clause, `${clause}: ${clauseNames[clause][language]}`]),
      )}
      <SelectField
        field={{ name: "outdated" }}
        label={words.translation}
        hideOptional
        emptyLabel={words.any}
        defaultValue={question.outdated ? "yes" : ""}
        choices={[{ value: "yes", label: words.outdatedOnly }]}
      />
      <SelectField
        field={{ name: "remarked" }}
        label={words.remarks}
        hideOptional
        emptyLabel={words.any}
        defaultValue={question.remarked ? "yes" : ""}
        choices={[{ value: "yes", label: words.remarkedOnly }]}
      />
    </FilterBar>
  );
}
