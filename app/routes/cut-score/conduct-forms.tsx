import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { TextAreaField } from "~/components/text-field";
import { messages } from "./messages";

/** What the exam manager can do next: close the open round; or, once it is closed, open another, sign, abandon. */
export function ConductForms({
  roundOpen,
  cutText,
  decisive,
  outcome,
}: {
  roundOpen: boolean;
  /** The earlier round of which the result stands as long as the last one has none; null where it is the last one's. */
  decisive: number | null;
  /** The result that would be signed; null while there is none. */
  cutText: string | null;
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

interface ReasonFormProps {
  step: "sign" | "abandon";
  outcome: FormOutcome | undefined;
  label: string;
  title: string;
  text: string;
  reasonLabel: string;
  button: string;
}

function ReasonForm({ step, outcome, label, title, text, reasonLabel, button }: ReasonFormProps) {
  const mine = outcome?.initialValue.step === step ? outcome : undefined;
  const { reason } = formFields(mine, "reason");
  const field = { ...reason, id: `${step}-reason` };
  return (
    <Confirm label={label} title={title} completes={step === "sign"} open={mine !== undefined}>
      <p>{text}</p>
      <FormProblem outcome={mine} fields={[{ field, label: reasonLabel }]} />
      <Form method="post" className="flex w-full flex-col gap-4" noValidate>
        <input type="hidden" name="step" value={step} />
        <TextAreaField field={field} label={reasonLabel} rows={3} />
        <div>
          <SubmitButton look={step === "sign" ? "primary" : "final"}>{button}</SubmitButton>
        </div>
      </Form>
    </Confirm>
  );
}
