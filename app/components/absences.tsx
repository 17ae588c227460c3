import { Form } from "@remix-run/react";
import type { Day } from "~/kernel/calendar";
import { absenceMessages } from "./absence-messages";
import { SubmitButton } from "./button";
import { SelectField } from "./choice-field";
import { type FormOutcome, formFields } from "./form-outcome";
import { formatDayRange } from "./format";
import { useLanguage, useMessages } from "./language";
import { InputField } from "./text-field";

interface ShownAbsence {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly during: { readonly start: Day; readonly end: Day };
}

/** Who is away and when, the soonest first; each can be taken back where the reader may. */
export function AbsenceList({ absences, mayWrite }: { absences: readonly ShownAbsence[]; mayWrite: boolean }) {
  const words = useMessages(absenceMessages);
  const language = useLanguage();
  if (absences.length === 0) return <p className="text-muted">{words.none}</p>;
  return (
    <ul className="divide-y divide-line">
      {absences.map(({ id, personId, name, during }) => {
        const days = formatDayRange(during, language, "weekday");
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <span>
              <span className="block font-semibold wrap-anywhere">{name}</span> {days}
            </span>
            {mayWrite && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="personId" value={personId} />
                <input type="hidden" name="absenceId" value={id} />
                <SubmitButton look="quiet" name="intent" value="drop_absence" aria-label={words.takeBackOf(name, days)}>
                  {words.takeBack}
                </SubmitButton>
              </Form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface AbsenceFormProps {
  /** Whose absence it may be; the one person alone is not asked for. */
  people: readonly { readonly personId: string; readonly name: string }[];
  today: Day;
  outcome: FormOutcome | undefined;
}

export function AbsenceForm({ people, today, outcome }: AbsenceFormProps) {
  const words = useMessages(absenceMessages);
  const { personId, from, through } = absenceFields(outcome);
  const [only, ...others] = people;
  return (
    <Form method="post" noValidate>
      <p className="measure mb-3 text-sm text-muted">{words.hint}</p>
      <div className="flex flex-wrap items-end gap-4">
        {others.length === 0 ? (
          <input type="hidden" name="personId" value={only?.personId ?? ""} />
        ) : (
          <SelectField
            field={personId}
            label={words.person}
            choices={people.map((one) => ({ value: one.personId, label: one.name }))}
          />
        )}
        <InputField field={from} label={words.from} type="date" min={today} />
        <InputField field={through} label={words.through} type="date" min={today} />
        <SubmitButton name="intent" value="plan_absence">
          {words.save}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** The fields of the form, for the summary of its faults. */
export const absenceFields = (outcome: FormOutcome | undefined) => formFields(outcome, "personId", "from", "through");
