import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { DefinitionList } from "~/components/definition-list";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { InputField, TextAreaField } from "~/components/text-field";
import type { ShownApplication } from "~/eligibility/read-second-level.server";
import type { Day } from "~/kernel/calendar";
import { messages } from "./messages";

interface OpenApplicationProps {
  application: ShownApplication;
  today: Day;
  needed: string;
  can: { readonly apply: boolean; readonly decide: boolean };
  outcome: FormOutcome | undefined;
}

/** What waits for a decision: the organisation may take it back, IONOS decides. */
export function OpenApplication({ application, can, ...rest }: OpenApplicationProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { id, reason, plan, applicantName, appliedAt, timeZone } = application;
  return (
    <>
      <Section title={words.open}>
        <p className="mb-2">
          {words.waiting} {words.applied(applicantName, formatInstant(appliedAt, language, timeZone))}
        </p>
        <DefinitionList
          entries={[
            { term: words.reason, value: <p className="measure whitespace-pre-line">{reason}</p> },
            { term: words.plan, value: <p className="measure whitespace-pre-line">{plan}</p> },
          ]}
        />
        {can.apply && (
          <div className="mt-4">
            <Confirm label={words.withdraw} title={words.withdrawTitle}>
              <p>{words.withdrawText}</p>
              <Form method="post">
                <input type="hidden" name="applicationId" value={id} />
                <SubmitButton look="final" name="intent" value="withdraw">
                  {words.withdrawNow}
                </SubmitButton>
              </Form>
            </Confirm>
          </div>
        )}
      </Section>
      {can.decide && <Decision applicationId={id} {...rest} />}
    </>
  );
}

function Decision({
  applicationId,
  today,
  needed,
  outcome,
}: Omit<OpenApplicationProps, "application" | "can"> & { applicationId: string }) {
  const words = useMessages(messages);
  const { from, remark, declineReason } = formFields(outcome, "from", "remark?", "declineReason");
  return (
    <Section title={words.decide}>
      <div className="flex max-w-2xl flex-col gap-6">
        <Form method="post" noValidate className="flex flex-col gap-4">
          <p className="measure text-muted">{words.approveText(needed)}</p>
          <input type="hidden" name="applicationId" value={applicationId} />
          <InputField field={from} label={words.from} type="date" min={today} defaultValue={today} />
          <TextAreaField field={remark} label={words.remark} rows={2} />
          <div>
            <SubmitButton name="intent" value="approve">
              {words.approve}
            </SubmitButton>
          </div>
        </Form>
        <Confirm label={words.decline} title={words.declineTitle} open={outcome?.initialValue.intent === "decline"}>
          <p>{words.declineText}</p>
          <Form method="post" noValidate className="flex w-full flex-col gap-4">
            <input type="hidden" name="applicationId" value={applicationId} />
            <TextAreaField field={declineReason} label={words.declineReason} rows={3} />
            <div>
              <SubmitButton look="final" name="intent" value="decline">
                {words.declineNow}
              </SubmitButton>
            </div>
          </Form>
        </Confirm>
      </div>
    </Section>
  );
}
