import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatNumber } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { TextAreaField } from "~/components/text-field";
import { type StudyDoubts, soundStudy } from "~/examination/cut-score/angoff";
import { policy } from "~/kernel/policy";
import { type BlueprintChange, BlueprintChanged } from "./blueprint-changed";
import { messages } from "./messages";

/** What the exam manager can do next: close the open round; or, once it is closed, open another, sign, abandon. */
export function ConductForms({
  roundOpen,
  cutText,
  doubts,
  decisive,
  signing,
  outcome,
}: {
  roundOpen: boolean;
  /** The earlier round of which the result stands as long as the last one has none; null where it is the last one's. */
  decisive: number | null;
  /** The result that would be signed; null while there is none. */
  cutText: string | null;
  /** What speaks against signing it; null without a result. */
  doubts: StudyDoubts | null;
  /** What signing would publish. */
  signing: Signing | null;
  outcome: FormOutcome | undefined;
}) {
  const words = useMessages(messages);
  const step = roundOpen ? "close_round" : "next_round";
  return (
    <div className="flex flex-col items-start gap-4">
      {(outcome?.initialValue.step === "close_round" || outcome?.initialValue.step === "next_round") && (
        <FormProblem outcome={outcome} fields={[]} />
      )}
      <Form method="post" className="flex flex-col items-start gap-2">
        <input type="hidden" name="step" value={step} />
        {roundOpen && <p className="text-muted">{words.closeHint}</p>}
        {decisive !== null && (
          <p className="text-muted">{roundOpen ? words.closeEarly(decisive) : words.stands(decisive)}</p>
        )}
        <SubmitButton look={roundOpen ? "primary" : "quiet"}>
          {roundOpen ? words.closeRound : words.nextRound}
        </SubmitButton>
      </Form>
      {!roundOpen && cutText !== null && (
        <ReasonForm
          step="sign"
          outcome={outcome}
          label={words.sign}
          title={words.signTitle(cutText)}
          text={words.signText}
          reasonLabel={words.signReason}
          button={words.signButton}
          warning={
            <>
              {signing && <BlueprintChanged changes={signing.blueprintChanges} advice={false} />}
              {doubts && <Doubts {...doubts} />}
            </>
          }
          details={signing && <Publishes {...signing} />}
          basedOn={signing?.latest}
        />
      )}
      <ReasonForm
        step="abandon"
        outcome={outcome}
        label={words.abandon}
        title={words.abandonTitle}
        text={words.abandonText}
        reasonLabel={words.reason}
        button={words.abandonButton}
      />
    </div>
  );
}

interface Signing {
  readonly version: number;
  /** The newest version that the page has shown. */
  readonly latest: number;
  readonly blueprintChanges: readonly BlueprintChange[];
  readonly coming: readonly { readonly version: number; readonly replaces: number; readonly activeFrom: string }[];
}

/** Signing makes more than one version where another one is to come. */
function Publishes({ version, coming }: Signing) {
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <ul className="list-disc pl-5">
      <li>{words.publishes(version)}</li>
      {coming.map((one) => (
        <li key={one.version}>
          {words.publishesComing(
            one.version,
            formatInstant(one.activeFrom, language, policy.staffTimeZone),
            one.replaces,
          )}
        </li>
      ))}
    </ul>
  );
}

function Doubts({ fewJudges, largeError, ownRatings }: StudyDoubts) {
  const words = useMessages(messages);
  const language = useLanguage();
  const lines = [
    ...(fewJudges === null ? [] : [words.fewJudges(fewJudges, soundStudy.fewestJudges)]),
    ...(largeError === null
      ? []
      : [
          words.largeError(
            words.points(formatNumber(largeError, language)),
            formatNumber(soundStudy.largestStandardError, language),
          ),
        ]),
    ...(ownRatings ? [words.ownRatings[ownRatings]] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Notice tone="warning" title={words.doubts}>
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface ReasonFormProps {
  step: "sign" | "abandon";
  outcome: FormOutcome | undefined;
  label: string;
  title: string;
  text: string;
  reasonLabel: string;
  button: string;
  warning?: ReactNode;
  details?: ReactNode;
  /** The newest version of the programme that this is decided of. */
  basedOn?: number | undefined;
}

function ReasonForm({
  step,
  outcome,
  label,
  title,
  text,
  reasonLabel,
  button,
  warning,
  details,
  basedOn,
}: ReasonFormProps) {
  const mine = outcome?.initialValue.step === step ? outcome : undefined;
  const { reason } = formFields(mine, "reason");
  const field = { ...reason, id: `${step}-reason` };
  return (
    <Confirm label={label} title={title} completes={step === "sign"} open={mine !== undefined}>
      {warning}
      <p>{text}</p>
      {details}
      <FormProblem outcome={mine} fields={[{ field, label: reasonLabel }]} />
      <Form method="post" className="flex w-full flex-col gap-4" noValidate>
        <input type="hidden" name="step" value={step} />
        {basedOn !== undefined && <input type="hidden" name="basedOn" value={basedOn} />}
        <TextAreaField field={field} label={reasonLabel} rows={3} />
        <div>
          <SubmitButton look={step === "sign" ? "primary" : "final"}>{button}</SubmitButton>
        </div>
      </Form>
    </Confirm>
  );
}
