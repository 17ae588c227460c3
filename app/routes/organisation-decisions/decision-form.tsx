import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { Disclosure } from "~/components/confirm";
import { decisionMessages } from "~/components/decision-messages";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { InputField, TextAreaField } from "~/components/text-field";
import type { Day } from "~/kernel/calendar";
import { decisionOutcomes } from "~/organisations/decision";
import { messages } from "./messages";

interface DecisionFormProps {
  outcome: FormOutcome | undefined;
  today: Day;
  /** The decision made last, so that nobody decides over another's head. */
  seenId: string;
}

/** For portal admins: decide, with the day from which it holds and the reason that the partner is told. */
export function DecisionForm({ outcome, today, seenId }: DecisionFormProps) {
  const words = useMessages(messages);
  const { outcome: outcomes } = useMessages(decisionMessages);
  const fields = formFields(outcome, "outcome", "effectiveOn", "remediationThrough", "reason");
  return (
    <Section title={words.decide}>
      <p className="measure text-sm text-muted">{words.decideHint}</p>
      <Disclosure label={words.openForm} open={outcome !== undefined}>
        <Form method="post" className="group measure flex flex-col gap-4" noValidate>
          <FormProblem
            outcome={outcome}
            fields={[
              { field: fields.outcome, label: words.outcome },
              { field: fields.effectiveOn, label: words.effectiveOn },
              { field: fields.remediationThrough, label: words.remediationThrough },
              { field: fields.reason, label: words.reason },
            ]}
          />
          <input type="hidden" name="seenId" value={seenId} />
          <RadioGroup
            field={fields.outcome}
            label={words.outcome}
            choices={decisionOutcomes.map((value) => ({
              value,
              label: outcomes[value],
              hint: words.outcomeHints[value],
            }))}
          />
          <InputField field={fields.effectiveOn} label={words.effectiveOn} type="date" defaultValue={today} size={14} />
          <div className="hidden group-has-[input[value=remediation]:checked]:block">
            <InputField
              field={fields.remediationThrough}
              label={words.remediationThrough}
              hint={words.remediationHint}
              type="date"
              size={14}
            />
          </div>
          <TextAreaField field={fields.reason} label={words.reason} hint={words.reasonHint} rows={3} />
          <div>
            <SubmitButton name="intent" value="decide">
              {words.submit}
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </Section>
  );
}
