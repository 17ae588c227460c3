import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CheckboxGroup } from "~/components/choice-field";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { InputField, TextAreaField } from "~/components/text-field";
import { windowEffects } from "~/examination/exam-window";
import { messages } from "./messages";

/** What follows from the window and has to be agreed to, by what the refusal says; the names of the effects are those of the rule. */
function Effects({ outcome }: { outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const { effects, minutes, durationMinutes } = outcome?.rejection?.facts ?? {};
  const named = windowEffects.filter((effect) =>
    String(effects ?? "")
      .split(" ")
      .includes(effect),
  );
  if (named.length === 0) return null;
  const choices = named.map((value) => ({
    value,
    label: words.effects[value](Number(minutes), Number(durationMinutes)),
  }));
  return <CheckboxGroup field={formFields(outcome, "agreed").agreed} label={words.agreed} choices={choices} />;
}

/** Both ends of a window by the clock on the wall, and why. */
export function WindowForm({ outcome, zone }: { outcome: FormOutcome | undefined; zone: string }) {
  const words = useMessages(messages);
  const names = ["opensDay", "opensTime", "closesDay", "closesTime", "timeZone", "reason"] as const;
  const fields = formFields(outcome, ...names);
  return (
    <Form method="post" className="measure flex flex-col gap-4" noValidate>
      <FormProblem outcome={outcome} fields={names.map((name) => ({ field: fields[name], label: words[name] }))} />
      {(["opens", "closes"] as const).map((end) => (
        <div key={end} className="flex flex-wrap gap-4">
          <InputField field={fields[`${end}Day`]} label={words[`${end}Day`]} type="date" />
          <InputField field={fields[`${end}Time`]} label={words[`${end}Time`]} type="time" />
        </div>
      ))}
      <InputField field={fields.timeZone} label={words.timeZone} hint={words.timeZoneHint} defaultValue={zone} />
      <TextAreaField field={fields.reason} label={words.reason} hint={words.reasonHint} rows={2} />
      <Effects outcome={outcome} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </Form>
  );
}
