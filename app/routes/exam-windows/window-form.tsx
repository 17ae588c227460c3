import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { SubmitButton } from "~/components/button";
import { CheckboxGroup } from "~/components/choice-field";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { InputField, TextAreaField } from "~/components/text-field";
import { windowEffects } from "~/examination/exam-window";
import { paths } from "~/web/paths";
import { messages } from "./messages";

/** Where the question stands: the form leads there without JavaScript. */
const effectsId = "effects";

/** What follows from the window and has to be agreed to: a question and no fault, with focus when it comes. By what the refusal says; the names of the effects are those of the rule. */
function Effects({ outcome }: { outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is not read, its arrival is the event
  useEffect(() => box.current?.focus(), [outcome]);
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
  return (
    <div ref={box} id={effectsId} tabIndex={-1} className="scroll-mt-4">
      <Notice tone="warning">
        <p className="mb-2">{outcome?.rejection?.sentence[language]}</p>
        <CheckboxGroup field={formFields(outcome, "agreed").agreed} label={words.agreed} choices={choices} />
      </Notice>
    </div>
  );
}

/** Both ends of a window by the clock on the wall, and why. */
export function WindowForm({ outcome, zone }: { outcome: FormOutcome | undefined; zone: string }) {
  const words = useMessages(messages);
  const names = ["opensDay", "opensTime", "closesDay", "closesTime", "timeZone", "reason"] as const;
  const fields = formFields(outcome, ...names);
  const asked = outcome?.rejection?.code === "exam_window_unconfirmed";
  return (
    <Form
      method="post"
      action={`${paths.examWindows()}#${effectsId}`}
      className="measure flex flex-col gap-4"
      noValidate
    >
      <FormProblem
        outcome={asked ? undefined : outcome}
        fields={names.map((name) => ({ field: fields[name], label: words[name] }))}
      />
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
