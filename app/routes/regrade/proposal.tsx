import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { TextAreaField } from "~/components/text-field";
import { messages } from "./messages";

/** What can be done with a proposal: put it into force as its dry run says, or put it aside. */
export function Proposal({ fingerprint, outcome }: { fingerprint: string; outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const mine = outcome?.initialValue.step === "discard" ? outcome : undefined;
  const { reason } = formFields(mine, "reason");
  return (
    <>
      <Form method="post" className="flex flex-col items-start gap-2">
        <input type="hidden" name="step" value="apply" />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <p className="max-w-prose text-muted">{words.applyHint}</p>
        <SubmitButton>{words.apply}</SubmitButton>
      </Form>
      <Confirm label={words.discard} title={words.discardTitle} open={mine !== undefined}>
        <p>{words.discardText}</p>
        {!mine?.rejection && <FormProblem outcome={mine} fields={[{ field: reason, label: words.reason }]} />}
        <Form method="post" className="flex w-full flex-col gap-4" noValidate>
          <input type="hidden" name="step" value="discard" />
          <TextAreaField field={reason} label={words.reason} rows={3} />
          <div>
            <SubmitButton look="final">{words.discardButton}</SubmitButton>
          </div>
        </Form>
      </Confirm>
    </>
  );
}
