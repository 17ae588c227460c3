import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { SelectField } from "~/components/choice-field";
import { Disclosure } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { messages } from "./messages";

interface PartnerManagerProps {
  manager: { personId: string; name: string } | null;
  staff: readonly { personId: string; fullName: string }[];
  mayName: boolean;
  outcome: FormOutcome | undefined;
}

/** Who at IONOS looks after the partner and is told when the count is about to fall. */
export function PartnerManager({ manager, staff, mayName, outcome }: PartnerManagerProps) {
  const words = useMessages(messages);
  const { managerId } = formFields(outcome, "managerId?");
  return (
    <Section title={words.manager}>
      <p>{manager ? manager.name : words.noManager}</p>
      <p className="text-sm text-muted">{words.managerHint}</p>
      {mayName && (
        <Disclosure label={words.nameManager(manager !== null)} open={outcome !== undefined}>
          <FormProblem outcome={outcome} fields={[{ field: managerId, label: words.manager }]} />
          <Form method="post" className="flex flex-wrap items-end gap-4" noValidate>
            <SelectField
              field={managerId}
              label={words.manager}
              hideOptional
              emptyLabel={words.nobody}
              defaultValue={manager?.personId ?? ""}
              choices={staff.map(({ personId, fullName }) => ({ value: personId, label: fullName }))}
            />
            <SubmitButton look="quiet" name="intent" value="name_manager">
              {words.saveManager}
            </SubmitButton>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}
