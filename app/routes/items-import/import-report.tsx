import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { DataTable } from "~/components/data-table";
import { DifferenceList } from "~/components/item-bank/difference-list";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { sectionNames } from "~/examination/section-names";
import { paths } from "~/web/paths";
import type { ImportAnswer, ShownItem } from "./answer-import.server";
import { FaultReport } from "./fault-report";
import { messages } from "./messages";

/** Every fault of the file, or what reading it in would do, word by word, with the button that does it. */
export function ImportReport({ answer }: { answer: ImportAnswer }) {
  if (answer.faults.count > 0) return <FaultReport faults={answer.faults} />;
  return answer.plan ? <Plan answer={answer} plan={answer.plan} /> : null;
}

function Plan({ answer, plan }: { answer: ImportAnswer; plan: readonly ShownItem[] }) {
  const words = useMessages(messages);
  const of = (fate: ShownItem["fate"]) => plan.filter((row) => row.fate === fate);
  const [created, changed, unchanged] = [of("new"), of("changed"), of("unchanged")];
  const summary = words.summary(created.length, changed.length, unchanged.length);
  const idle = unchanged.length === plan.length;
  return (
    <div className="flex flex-col gap-5">
      <Notice
        tone={answer.moved ? "warning" : "info"}
        title={answer.moved ? words.moved : words.plan}
        urgent={answer.moved}
      >
        {summary} {idle && words.nothing}
      </Notice>
      {!idle && (
        <Form method="post" encType="multipart/form-data" className="flex flex-wrap gap-3">
          <input type="hidden" name="items" value={answer.items} />
          <input type="hidden" name="foreseen" value={answer.foreseen} />
          <SubmitButton look="primary">{words.apply}</SubmitButton>
          <LinkButton to={paths.items()}>{words.leave}</LinkButton>
        </Form>
      )}
      {changed.length > 0 && <Changed items={changed} />}
      {created.length > 0 && <Created items={created} />}
      {unchanged.length > 0 && (
        <Section title={words.unchanged(unchanged.length)}>
          <Disclosure label={words.showCodes}>
            <p className="wrap-anywhere">{unchanged.map(({ code }) => code).join(", ")}</p>
          </Disclosure>
        </Section>
      )}
    </div>
  );
}

/** So few are read at once; of more, a list to be opened one by one. */
const mostOpen = 3;

function Changed({ items }: { items: readonly ShownItem[] }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  return (
    <Section title={words.changed(items.length)}>
      <ul className="divide-y divide-line">
        {items.map(({ code, section, kind, difference }) => (
          <li key={code} className="py-2">
            <Disclosure
              label={`${code} · ${sectionNames[language][section]} · ${bank.kinds[kind]}`}
              open={items.length <= mostOpen}
            >
              {difference.length > 0 ? (
                <DifferenceList differences={difference} />
              ) : (
                <p className="text-muted">{words.readsAlike}</p>
              )}
            </Disclosure>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Created({ items }: { items: readonly ShownItem[] }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const { parts } = bank;
  const lacking = items.filter(({ translation }) => translation.length > 0);
  return (
    <>
      {lacking.length > 0 && (
        <Notice tone="warning" title={words.lacking(lacking.length)}>
          {words.lackingText}
        </Notice>
      )}
      <DataTable
        caption={words.created(items.length)}
        showCaption
        rows={items}
        rowKey={({ code }) => code}
        empty={null}
        columns={[
          { key: "code", header: words.code, rowHeader: true, cell: ({ code }) => code, noWrap: true },
          { key: "stem", header: parts.stem, cell: ({ question }) => question },
          { key: "pool", header: parts.pool, cell: ({ pool }) => bank.pools[pool] },
          { key: "section", header: parts.section, cell: ({ section }) => sectionNames[language][section] },
          { key: "clauses", header: parts.clauses, cell: ({ clauses }) => clauses, wideOnly: true },
          { key: "kind", header: parts.kind, cell: ({ kind }) => bank.kinds[kind], wideOnly: true },
          ...(lacking.length > 0
            ? [
                {
                  key: "translation",
                  header: words.translation,
                  cell: ({ translation }: ShownItem) => translation.join(", ") || "–",
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
