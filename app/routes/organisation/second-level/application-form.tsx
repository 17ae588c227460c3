import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { TextAreaField } from "~/components/text-field";
import { messages } from "./messages";

/** For partner admins: why, and by which plan. */
export function ApplicationForm({ needed, outcome }: { needed: string; outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const { reason, plan } = formFields(outcome, "reason", "plan");
  return (
    <Form method="post" noValidate className="flex max-w-2xl flex-col gap-4">
      <p className="measure text-muted">{words.applyText(needed)}</p>
      <TextAreaField field={reason} label={words.reason} rows={3} />
      <TextAreaField field={plan} label={words.plan} hint={words.planHint} rows={5} />
      <div>
        <SubmitButton name="intent" value="apply">
          {words.apply}
        </SubmitButton>
      </div>
    </Form>
  );
}
