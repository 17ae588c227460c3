import { Form } from "@remix-run/react";
import type { CertificateState } from "~/certification/validity";
import { SubmitButton } from "~/components/button";
import { certificateMessages } from "~/components/certificate-messages";
import { SelectField } from "~/components/choice-field";
import { Confirm } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { InputField, TextAreaField } from "~/components/text-field";
import type { Day } from "~/kernel/calendar";
import { messages } from "./messages";

type Decision = "suspend" | "reinstate" | "revoke";

const reasonsFor = {
  suspend: ["under_investigation", "conduct", "administrative"],
  reinstate: [],
  revoke: ["exam_misconduct", "issued_in_error", "conduct"],
} as const;

interface DecisionFormsProps {
  state: CertificateState["state"];
  holderName: string;
  today: Day;
  /** The last of the certificate's own days. */
  validThrough: Day;
  outcome: FormOutcome | undefined;
}

/** What an exam manager may decide as things stand; nothing once the certificate is revoked. */
export function DecisionForms({ state, ...rest }: DecisionFormsProps) {
  if (state === "revoked") return null;
  return (
    <div className="mt-5 flex flex-col items-start gap-3">
      <DecisionForm decision={state === "suspended" ? "reinstate" : "suspend"} {...rest} />
      <DecisionForm decision="revoke" {...rest} />
    </div>
  );
}

function DecisionForm({
  decision,
  holderName,
  today,
  validThrough,
  outcome,
}: Omit<DecisionFormsProps, "state"> & { decision: Decision }) {
  const words = useMessages(messages);
  const { reasons } = useMessages(certificateMessages);
  const mine = outcome?.initialValue.decision === decision ? outcome : undefined;
  const fields = formFields(mine, "from", "reasonClass", "note");
  const id = (name: keyof typeof fields) => ({ ...fields[name], id: `${decision}-${name}` });
  const choices = reasonsFor[decision].map((reason) => ({ value: reason, label: reasons[reason] }));
  const labelled = [
    { field: id("from"), label: words.from },
    { field: id("reasonClass"), label: words.reason },
    { field: id("note"), label: words.note },
  ];
  return (
    <Confirm label={words[decision]} title={words[`${decision}Title`](holderName)} open={mine !== undefined}>
      <p>{words[`${decision}Text`]}</p>
      <FormProblem outcome={mine} fields={labelled} />
      <Form method="post" className="flex w-full flex-col gap-4" noValidate>
        <input type="hidden" name="decision" value={decision} />
        <InputField
          field={id("from")}
          label={words.from}
          type="date"
          defaultValue={today}
          max={decision === "reinstate" ? validThrough : undefined}
          size={12}
        />
        {choices.length > 0 && <SelectField field={id("reasonClass")} label={words.reason} choices={choices} />}
        <TextAreaField field={id("note")} label={words.note} hint={words.noteHint} rows={3} />
        <div>
          <SubmitButton look="final">{words[decision].replace(" …", "")}</SubmitButton>
        </div>
      </Form>
    </Confirm>
  );
}
