import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { TextAreaField } from "~/components/text-field";
import { messages } from "./messages";

/** Asks before everybody is told that the session does not take place. */
export function CancelSession({ outcome }: { outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const { reason } = formFields(outcome, "reason?");
  return (
    <Confirm label={words.cancelSession} title={words.cancelTitle}>
      <p>{words.cancelFollows}</p>
      <Form method="post" className="flex w-full flex-col items-start gap-4">
        <TextAreaField field={reason} label={words.cancelReason} rows={2} />
        <SubmitButton look="final" name="intent" value="cancel">
          {words.cancelSubmit}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
