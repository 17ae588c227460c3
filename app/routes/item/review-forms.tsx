import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CheckboxField, RadioGroup } from "~/components/choice-field";
import { Confirm } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { OutdatedList } from "~/components/item-bank/outdated-list";
import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { TextAreaField } from "~/components/text-field";
import type { OutdatedPart } from "~/examination/authoring/outdated-texts";
import { messages } from "./messages";
import { isOpenRemark } from "./remarks";
import type { ItemData } from "./route";

interface ReviewFormsProps {
  data: ItemData;
  outcome: FormOutcome | undefined;
}

/** What can be done with the version shown, and with the one in use beneath a current one; nothing where nothing can. */
export function ReviewForms({ data, outcome }: ReviewFormsProps) {
  const words = useMessages(messages);
  const { status, version, latest, inUse, ownWork } = data;
  const isLatest = version === latest;
  const inReview = status === "in_review" && isLatest;
  const isDraft = status === "draft" && isLatest;
  const retirable = isLatest || status === "active" ? inUse : null;
  if (!isDraft && !inReview && retirable === null) return null;
  const mine = (step: string) => (outcome?.initialValue.step === step ? outcome : undefined);
  const form = { version };
  return (
    <Section title={words.review}>
      <div className="flex flex-col items-start gap-4">
        {isDraft && <DirectStep step="submitted" hint={words.submitHint} outcome={mine("submitted")} {...form} />}
        {inReview && ownWork && <p className="text-muted">{words.ownWork}</p>}
        {inReview && !ownWork && (
          <DirectStep
            step="approved"
            hint={words.approveHint}
            outcome={mine("approved")}
            openRemarks={data.remarks.filter(isOpenRemark).length}
            outdated={data.outdated}
            asked={data.outdatedAsked}
            {...form}
          />
        )}
        {inReview && <AskedStep step="returned" outcome={mine("returned")} {...form} />}
        {isDraft && <AskedStep step="discarded" outcome={mine("discarded")} {...form} />}
        {retirable !== null && (
          <AskedStep
            step="retired"
            version={retirable}
            beneath={retirable !== version}
            warning={data.indispensable ? words.indispensable : undefined}
            outcome={mine("retired")}
          />
        )}
      </div>
    </Section>
  );
}

interface StepProps<Step extends string> {
  step: Step;
  version: number;
  outcome: FormOutcome | undefined;
}

interface DirectStepProps extends StepProps<"submitted" | "approved"> {
  hint: string;
  /** What holds the step up until somebody settles it, or says that it need not be. */
  openRemarks?: number;
  /** The texts that were changed in one language only. */
  outdated?: readonly OutdatedPart[];
  /** What is asked about them; null where there are none. */
  asked?: ItemData["outdatedAsked"];
}

function DirectStep({ step, version, hint, outcome, openRemarks = 0, outdated = [], asked }: DirectStepProps) {
  const words = useMessages(messages);
  const fields = formFields(outcome, "remark?", "despite?", "outdated?");
  const remark = { ...fields.remark, id: `${step}-remark` };
  return (
    <Form method="post" className="flex w-full max-w-2xl flex-col items-start gap-3" noValidate>
      <FormProblem outcome={outcome} fields={[{ field: remark, label: words.remark }]} />
      <input type="hidden" name="version" value={version} />
      {asked && (
        <Notice tone="warning" title={asked.title}>
          <OutdatedList parts={outdated} />
          <p className="my-2">{asked.shown}</p>
          <RadioGroup field={fields.outdated} label={asked.question} choices={asked.choices} hideOptional />
        </Notice>
      )}
      {openRemarks > 0 && (
        <Notice tone="warning" title={words.remarksOpen(openRemarks)}>
          <p className="mb-2">
            <a href="#remarks" className="link">
              {words.toRemarks}
            </a>
          </p>
          <CheckboxField field={fields.despite} label={words.despite} hint={words.despiteHint} />
        </Notice>
      )}
      <div className="w-full">
        <TextAreaField field={remark} label={words.remark} rows={2} />
      </div>
      <p className="text-sm text-muted">{hint}</p>
      <SubmitButton name="step" value={step} look="primary">
        {words.steps[step]}
      </SubmitButton>
    </Form>
  );
}

function AskedStep({
  step,
  version,
  beneath = false,
  warning,
  outcome,
}: StepProps<"returned" | "retired" | "discarded"> & { beneath?: boolean; warning?: string | undefined }) {
  const words = useMessages(messages);
  const fields = formFields(outcome, "remark");
  const remark = { ...fields.remark, id: `${step}-remark` };
  return (
    <Confirm label={words.steps[step]} title={words.titles[step]} open={outcome !== undefined}>
      <p>{words.texts[step]}</p>
      {beneath && <p>{words.inUseBeneath(version)}</p>}
      {warning && <Notice tone="warning">{warning}</Notice>}
      <Form method="post" className="flex w-full flex-col items-start gap-3" noValidate>
        <FormProblem outcome={outcome} fields={[{ field: remark, label: words.reason }]} />
        <input type="hidden" name="version" value={version} />
        <div className="w-full">
          <TextAreaField field={remark} label={words.reason} rows={3} />
        </div>
        <SubmitButton name="step" value={step} look="final">
          {words.final[step]}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
