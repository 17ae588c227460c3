import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { sectionNames } from "~/examination/section-names";
import type { ImportAnswer } from "./answer-import.server";
import { faultSentence } from "./fault-sentence";
import { messages } from "./messages";

type Fault = ImportAnswer["faults"][number];

/** Every fault of the file, or what reading it in would do, with the button that does it. */
export function ImportReport({ answer }: { answer: ImportAnswer }) {
  if (answer.faultCount > 0) return <Faults answer={answer} />;
  return answer.plan ? <Plan answer={answer} plan={answer.plan} /> : null;
}

function Faults({ answer: { faults, faultCount } }: { answer: ImportAnswer }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const sentence = ({ problem }: Fault): string => faultSentence(problem, language);
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="danger" title={words.faults(faultCount)} urgent />
      <DataTable
        caption={words.faults(faultCount)}
        rows={faults}
        rowKey={(fault) => `${fault.line}/${fault.place}/${sentence(fault)}`}
        empty={null}
        columns={[
          { key: "line", header: words.line, align: "end", cell: ({ line }) => line ?? "–" },
          { key: "place", header: words.place, rowHeader: true, cell: ({ place }) => place || "–" },
          { key: "problem", header: words.problem, cell: sentence },
        ]}
      />
      {faultCount > faults.length && <p className="text-muted">{words.more(faultCount - faults.length)}</p>}
    </div>
  );
}

function Plan({ answer, plan }: { answer: ImportAnswer; plan: NonNullable<ImportAnswer["plan"]> }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const count = (fate: "new" | "changed" | "unchanged") => plan.filter((row) => row.fate === fate).length;
  const summary = words.summary(count("new"), count("changed"), count("unchanged"));
  const idle = count("unchanged") === plan.length;
  return (
    <div className="flex flex-col gap-3">
      <Notice tone={answer.moved ? "warning" : "info"} title={answer.moved ? words.moved : words.plan}>
        {summary} {idle && words.nothing}
      </Notice>
      {!idle && (
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="text" value={answer.items} />
          <textarea name="foreseen" defaultValue={answer.foreseen} hidden readOnly />
          <SubmitButton look="primary">{words.apply}</SubmitButton>
        </Form>
      )}
      <DataTable
        caption={words.plan}
        rows={plan}
        rowKey={({ code }) => code}
        empty={null}
        columns={[
          { key: "code", header: words.code, rowHeader: true, cell: ({ code }) => code, noWrap: true },
          { key: "fate", header: words.fate, cell: ({ fate }) => words.fates[fate] },
          { key: "section", header: words.section, cell: ({ section }) => sectionNames[language][section] },
          { key: "kind", header: words.kind, cell: ({ kind }) => bank.kinds[kind], wideOnly: true },
        ]}
      />
    </div>
  );
}
