import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from "~/components/choice-field";
import { Confirm } from "~/components/confirm";
import { ErrorSummary } from "~/components/error-summary";
import { useMessages } from "~/components/language";
import { FlashRegion, Notice } from "~/components/notice";
import { Button } from "~/components/plain-button";
import { Section } from "~/components/section";
import { InputField, TextAreaField } from "~/components/text-field";
import { messages } from "./messages";

/** Notices, buttons, and a form whose server found faults. */
export function Controls() {
  const words = useMessages(messages);
  const email = { name: "email", required: true, initialValue: "jana@", errors: ["not_an_email"] };
  const seats = { name: "seats", required: true, initialValue: "900", errors: ["too_big:200"] };
  const kinds = [
    { value: "administrator", label: words.kindA, hint: words.kindAHint },
    { value: "engineer", label: words.kindB },
  ];
  return (
    <>
      <Section title={words.speech}>
        <FlashRegion flash={{ tone: "success", text: words.saved }} />
        <div className="flex flex-col gap-3">
          <Notice tone="info">{words.intro}</Notice>
          <Notice tone="warning" title={words.warning}>
            {words.emptyText}
          </Notice>
          <Notice tone="danger" title={words.danger} urgent>
            {words.emptyText}
          </Notice>
        </div>
      </Section>
      <Section title={words.buttons}>
        <div className="flex flex-wrap items-start gap-3">
          <LinkButton to="." look="primary">
            {words.show}
          </LinkButton>
          <Button>{words.show}</Button>
          <Button look="primary" disabled>
            {words.save}
          </Button>
          <Confirm label={words.revoke} title={words.revokeTitle}>
            <p>{words.revokeText}</p>
            <Button look="final">{words.revokeNow}</Button>
          </Confirm>
        </div>
      </Section>
      <Section title={words.form}>
        <Form method="post" className="measure flex flex-col gap-5">
          <ErrorSummary
            fields={[
              { field: email, label: words.email },
              { field: seats, label: words.seats },
            ]}
          />
          <InputField
            field={{ name: "name", required: true }}
            label={words.name}
            hint={words.nameHint}
            autoComplete="name"
          />
          <InputField field={email} label={words.email} type="email" />
          <InputField field={seats} label={words.seats} type="number" min={1} max={200} />
          <div className="flex flex-wrap gap-4">
            <InputField
              field={{ name: "start", required: true }}
              label={words.start}
              type="date"
              defaultValue="2027-03-10"
            />
            <InputField
              field={{ name: "startAt" }}
              label={words.start}
              type="datetime-local"
              defaultValue="2027-03-10T09:00"
            />
          </div>
          <SelectField
            field={{ name: "zone" }}
            label={words.zone}
            choices={[{ value: "Europe/Berlin", label: "Europe/Berlin" }]}
          />
          <RadioGroup
            field={{ name: "kind", required: true }}
            label={words.kind}
            choices={kinds}
            defaultValue="administrator"
          />
          <CheckboxGroup field={{ name: "kinds", errors: ["required"] }} label={words.kind} choices={kinds} />
          <TextAreaField field={{ name: "note" }} label={words.note} rows={3} />
          <CheckboxField field={{ name: "invite" }} label={words.agree} defaultChecked />
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </Form>
      </Section>
    </>
  );
}
