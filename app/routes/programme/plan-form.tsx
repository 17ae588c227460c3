import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { useLanguage, useMessages } from "~/components/language";
import { programmeDifferenceMessages } from "~/components/programme-difference-messages";
import { InputField, TextAreaField } from "~/components/text-field";
import { blueprintLimits, calculatorUses } from "~/examination/blueprint-limits";
import type { ProgrammePlan } from "~/examination/programme-versions";
import { sectionNames, sections } from "~/examination/section-names";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { planValues, sectionField, sectionParts } from "./plan-fields";
import { answerId } from "./plan-preview";

const limits = { items: [1, blueprintLimits.items], weight: [1, blueprintLimits.weight], minimum: [0, 100] } as const;

interface PlanFormProps {
  outcome: FormOutcome | undefined;
  /** What is in force, and what the form starts with. */
  start: ProgrammePlan;
  /** The newest version that the page shows. */
  basedOn: number;
}

/** All of a new version; it is looked at before it is published. */
export function PlanForm({ outcome, start, basedOn }: PlanFormProps) {
  const words = useMessages(messages);
  const { calculatorUses: calculators } = useMessages(programmeDifferenceMessages);
  const language = useLanguage();
  const values = planValues(start);
  const fields = formFields(outcome, "durationMinutes", "calculator", "requiresTraining", "activeOn?", "reason");
  return (
    <Form method="post" action={`${paths.programme()}#${answerId}`} className="flex flex-col gap-5" noValidate>
      <input type="hidden" name="basedOn" value={basedOn} />
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        {sections.map((section) => (
          <fieldset key={section} className="min-w-0">
            <legend className="mb-1 font-semibold">{sectionNames[language][section]}</legend>
            <div className="grid grid-cols-3 items-end gap-3">
              {sectionParts.map((part) => {
                const name = sectionField(section, part);
                const binding = part === "minimum" ? formFields(outcome, `${name}?`) : formFields(outcome, name);
                const field = Object.values(binding)[0] ?? { name };
                const [min, max] = limits[part];
                return (
                  <InputField
                    key={name}
                    field={field}
                    label={words.parts[part]}
                    type="number"
                    min={min}
                    max={max}
                    defaultValue={values[name] ?? ""}
                    hideOptional
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
      <p className="max-w-[70ch] text-sm text-muted">{words.partsHint}</p>
      <div className="measure flex flex-col gap-4">
        <InputField
          field={fields.durationMinutes}
          label={words.duration}
          hint={words.durationHint}
          type="number"
          min={5}
          max={480}
          size={5}
          defaultValue={values.durationMinutes ?? ""}
        />
        <RadioGroup
          field={fields.calculator}
          label={words.calculator}
          defaultValue={values.calculator ?? ""}
          choices={calculatorUses.map((value) => ({ value, label: calculators[value] }))}
        />
        <RadioGroup
          field={fields.requiresTraining}
          label={words.training}
          defaultValue={values.requiresTraining ?? ""}
          choices={(["yes", "no"] as const).map((value) => ({ value, label: words.trainingRequired[value] }))}
        />
        <InputField field={fields.activeOn} label={words.activeOn} hint={words.activeOnHint} type="date" />
        <TextAreaField field={fields.reason} label={words.reason} hint={words.reasonHint} rows={2} />
        <div>
          <SubmitButton name="step" value="check">
            {words.check}
          </SubmitButton>
        </div>
      </div>
    </Form>
  );
}
