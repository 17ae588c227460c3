import { badgeMessages } from "~/components/badge-messages";
import { SelectField } from "~/components/choice-field";
import { decisionMessages } from "~/components/decision-messages";
import { FilterBar } from "~/components/filter-bar";
import { useMessages } from "~/components/language";
import { standingMessages } from "~/components/standing-messages";
import { InputField } from "~/components/text-field";
import { type OverviewQuestion, statusOrder } from "~/eligibility/overview";
import { decisionOutcomes } from "~/organisations/decision";
import { messages } from "./messages";

interface OverviewFiltersProps {
  question: OverviewQuestion;
  levels: readonly { code: string; name: string }[];
  active: boolean;
}

const entities = ["ionos_se", "ionos_inc", "ionos_ltd"] as const;

export function OverviewFilters({ question, levels, active }: OverviewFiltersProps) {
  const words = useMessages(messages);
  const { organisation: statusWords } = useMessages(badgeMessages);
  const { entity } = useMessages(standingMessages);
  const { outcome } = useMessages(decisionMessages);
  const { text, status, levelCode, contractingEntity, decision, fallMonth } = question;
  return (
    <FilterBar active={active} cleared="?view=all">
      <InputField field={{ name: "text" }} label={words.text} type="search" hideOptional defaultValue={text} />
      <SelectField
        field={{ name: "status" }}
        label={words.status}
        hideOptional
        emptyLabel={words.any}
        defaultValue={status ?? ""}
        choices={statusOrder.map((value) => ({ value, label: statusWords[value] }))}
      />
      <SelectField
        field={{ name: "level" }}
        label={words.level}
        hideOptional
        emptyLabel={words.any}
        defaultValue={levelCode ?? ""}
        choices={levels.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        field={{ name: "entity" }}
        label={words.entity}
        hideOptional
        emptyLabel={words.any}
        defaultValue={contractingEntity ?? ""}
        choices={entities.map((value) => ({ value, label: entity[value] }))}
      />
      <SelectField
        field={{ name: "decision" }}
        label={words.decision}
        hideOptional
        emptyLabel={words.any}
        defaultValue={decision ?? ""}
        choices={[
          ...decisionOutcomes.map((value) => ({ value, label: outcome[value] })),
          { value: "none", label: words.undecided },
        ]}
      />
      {fallMonth && (
        <InputField
          field={{ name: "falls" }}
          label={words.fallMonth}
          hideOptional
          defaultValue={fallMonth}
          size={8}
          inputMode="numeric"
        />
      )}
    </FilterBar>
  );
}
