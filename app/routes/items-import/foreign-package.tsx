import { SelectField } from "~/components/choice-field";
import { Disclosure } from "~/components/confirm";
import { InlineCode } from "~/components/item/inline-code";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useLanguage, useMessages } from "~/components/language";
import { pools } from "~/examination/authoring/bank-question";
import { clauseNames, clauseTags } from "~/examination/clause-tags";
import { sectionNames, sections } from "~/examination/section-names";
import type { ImportAnswer } from "./answer-import.server";
import { messages } from "./messages";

/** Which QTI packages of other programs are read, and what their items are taken for where QTI says nothing. */
export function ForeignPackage({ answer }: { answer: ImportAnswer | undefined }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const { pool = null, section = null, clauses = [] } = answer?.assumed ?? {};
  const shared = { hideOptional: true, emptyLabel: words.none } as const;
  return (
    <Disclosure
      label={words.foreign.label}
      open={Boolean(answer?.faults.isLacking || pool || section || clauses.length > 0)}
    >
      <div className="flex max-w-prose flex-col gap-3">
        <p>
          <InlineCode text={words.foreign.taken} />
        </p>
        <p>{words.foreign.notTaken}</p>
        <p>{words.foreign.lacking}</p>
        <SelectField
          {...shared}
          field={{ name: "pool" }}
          label={bank.parts.pool}
          defaultValue={pool ?? ""}
          choices={pools.map((value) => ({ value, label: bank.pools[value] }))}
        />
        <SelectField
          {...shared}
          field={{ name: "section" }}
          label={bank.parts.section}
          defaultValue={section ?? ""}
          choices={sections.map((value) => ({ value, label: sectionNames[language][value] }))}
        />
        <SelectField
          {...shared}
          field={{ name: "clause" }}
          label={words.clause}
          defaultValue={clauses[0] ?? ""}
          choices={clauseTags.map((value) => ({ value, label: `${value}: ${clauseNames[value][language]}` }))}
        />
      </div>
    </Disclosure>
  );
}
