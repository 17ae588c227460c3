import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { TextAreaField } from "~/components/text-field";
import type { ExamExceptions } from "./exam-exceptions.server";
import { exceptionMessages } from "./exception-messages";

export type GrantedException = ExamExceptions["granted"][number];

export const exceptionName = (
  words: Pick<(typeof exceptionMessages)["en"], "kinds" | "minutes">,
  { kind, extraMinutes }: Pick<GrantedException, "kind" | "extraMinutes">,
): string => (kind === "extra_time" ? `${words.kinds[kind]}, ${words.minutes(extraMinutes)}` : words.kinds[kind]);

interface WithdrawExceptionFormProps {
  unused: readonly GrantedException[];
  zone: string;
  outcome: FormOutcome | undefined;
}

/** Takes back what no attempt has used; the only one there is is chosen already. */
export function WithdrawExceptionForm({ unused, zone, outcome }: WithdrawExceptionFormProps) {
  const words = useMessages(exceptionMessages);
  const language = useLanguage();
  const { exceptionId, withdrawReason } = formFields(outcome, "exceptionId", "withdrawReason");
  return (
    <Form method="post" className="measure flex flex-col gap-4" noValidate>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: exceptionId, label: words.which },
          { field: withdrawReason, label: words.withdrawReason },
        ]}
      />
      <input type="hidden" name="intent" value="withdraw_exception" />
      <RadioGroup
        field={exceptionId}
        label={words.which}
        {...(unused.length === 1 && unused[0] && { defaultValue: unused[0].id })}
        choices={unused.map((exception) => ({
          value: exception.id,
          label: exceptionName(words, exception),
          hint: `${formatInstant(exception.recordedAt, language, zone)}, ${exception.recordedByName}: ${exception.reason}`,
        }))}
      />
      <TextAreaField field={withdrawReason} label={words.withdrawReason} hint={words.reasonHint} rows={3} />
      <div>
        <SubmitButton>{words.submitWithdrawal}</SubmitButton>
      </div>
    </Form>
  );
}
