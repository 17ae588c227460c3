import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import type { Day } from "~/kernel/calendar";
import type { ContactDetails } from "~/organisations/support-contact";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import type { ContactRole } from "~/platform/schema/staff-tables";
import { messages } from "./messages";

interface ChangeFormProps {
  entity: ContractingEntity;
  role: ContactRole;
  present: ContactDetails | null;
  upcoming: (ContactDetails & { id: string; effectiveOn: Day }) | null;
  today: Day;
  earliest: Day;
  outcome: FormOutcome | undefined;
}

/** Other contact details from a day on, or the correction of announced ones. */
export function ChangeForm({ entity, role, present, upcoming, today, earliest, outcome }: ChangeFormProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const fields = formFields(outcome, "phone?", "email?", "effectiveOn");
  // Several such forms stand on the page: each field has an id of its own.
  const own = <F extends { name: string }>(field: F) => ({ ...field, id: `${entity}-${role}-${field.name}` });
  const [phone, email, effectiveOn] = [own(fields.phone), own(fields.email), own(fields.effectiveOn)];
  const start = upcoming ?? present;
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: phone, label: words.phone },
          { field: email, label: words.email },
          { field: effectiveOn, label: words.effectiveOn },
        ]}
      />
      <input type="hidden" name="entity" value={entity} />
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="seenId" value={upcoming?.id ?? ""} />
      <InputField field={phone} label={words.phone} type="tel" defaultValue={start?.phone ?? ""} autoComplete="off" />
      <InputField field={email} label={words.email} type="email" defaultValue={start?.email ?? ""} autoComplete="off" />
      <InputField
        field={effectiveOn}
        label={words.effectiveOn}
        hint={words.earliest(formatDay(earliest, language, "full"))}
        type="date"
        min={today}
        defaultValue={upcoming && upcoming.effectiveOn > earliest ? upcoming.effectiveOn : earliest}
        size={14}
      />
      <div>
        <SubmitButton name="intent" value="schedule">
          {words.submit}
        </SubmitButton>
      </div>
    </Form>
  );
}
