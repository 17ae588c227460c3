import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { Badge } from "~/components/status-badge";
import { TextAreaField } from "~/components/text-field";
import type { ForeseenUndo } from "~/eligibility/read-regrade.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { Report } from "./report";

export const undoChoices = ["suspended", "kept"] as const;
type Choice = (typeof undoChoices)[number];

interface UndoProps {
  regradeId: string;
  /** The choice that is looked at, and that the button carries out. */
  chosen: Choice;
  foreseen: SerializeFrom<Record<Choice, ForeseenUndo>>;
  outcome: FormOutcome | undefined;
  page: number;
  perPage: number;
}

/** What undoing would do, for both choices and in full for the one chosen; then the form that does just this. */
export function Undo({ regradeId, chosen, foreseen, outcome, page, perPage }: UndoProps) {
  const words = useMessages(messages);
  const columns = useChoiceColumns(foreseen, chosen);
  const same = foreseen.suspended.report.fingerprint === foreseen.kept.report.fingerprint;
  const { report, concerned } = foreseen[chosen];
  const hint = chosen === "suspended" && concerned.suspended === 0 ? words.noCertificate : words.choiceHints[chosen];
  const mine = outcome?.initialValue.step === "undo" ? outcome : undefined;
  const { reason } = formFields(mine, "reason");
  return (
    <>
      <Section title={words.undoTitle}>
        <p className="max-w-prose">{words.undoText}</p>
        <p className="mt-2 max-w-prose">{same ? words.undoSame : words.undoChoose}</p>
        {!same && (
          <div className="mt-4">
            <DataTable
              caption={words.certificates}
              showCaption
              columns={columns}
              rows={undoChoices}
              rowKey={(choice) => choice}
              rowLink={(choice) => paths.undoRegrade(regradeId, choice)}
              empty={null}
            />
          </div>
        )}
      </Section>
      <Report title={words.undoReport[same ? "same" : chosen]} report={report} page={page} perPage={perPage} />
      <Section title={words.undoConfirm[same ? "same" : chosen]}>
        <p className="mb-4 max-w-prose text-muted">
          {hint} {words.undoTold}
        </p>
        {!mine?.rejection && <FormProblem outcome={mine} fields={[{ field: reason, label: words.reason }]} />}
        <Form method="post" className="flex flex-col gap-4" noValidate>
          <input type="hidden" name="step" value="undo" />
          <input type="hidden" name="certificates" value={chosen} />
          <input type="hidden" name="fingerprint" value={report.fingerprint ?? ""} />
          <TextAreaField field={reason} label={words.reason} rows={3} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton look="final">{words.undoButton}</SubmitButton>
            <LinkButton to={paths.regrade(regradeId)}>{words.undoNot}</LinkButton>
          </div>
        </Form>
      </Section>
    </>
  );
}

function useChoiceColumns(foreseen: UndoProps["foreseen"], chosen: Choice): Column<Choice>[] {
  const words = useMessages(messages);
  const language = useLanguage();
  const figure = (key: string, header: string, of: (choice: UndoProps["foreseen"][Choice]) => number) => ({
    key,
    header,
    align: "end" as const,
    cell: (choice: Choice) => formatNumber(of(foreseen[choice]), language),
  });
  return [
    {
      key: "choice",
      header: words.choice,
      rowHeader: true,
      cell: (choice) =>
        choice === chosen ? (
          <span aria-current="true" className="inline-flex flex-wrap items-center gap-2">
            {words.choices[choice]}
            <Badge tone="accent" shape="tick">
              {words.shownBelow}
            </Badge>
          </span>
        ) : (
          words.choices[choice]
        ),
    },
    figure("rescored", words.rescored, ({ report }) => report.counts.rescored),
    figure("people", words.people, ({ concerned }) => concerned.people),
    figure("newlyFailed", words.newlyFailed, ({ report }) => report.counts.newlyFailed),
    figure("newlyPassed", words.passAgain, ({ report }) => report.counts.newlyPassed),
    figure("suspended", words.suspendedCount, ({ concerned }) => concerned.suspended),
    figure("reinstated", words.reinstatedCount, ({ concerned }) => concerned.reinstated),
    figure("organisations", words.standings, ({ concerned }) => concerned.organisations),
  ];
}
