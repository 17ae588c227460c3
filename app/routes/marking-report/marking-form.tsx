import { Form } from "@remix-run/react";
import { useRef } from "react";
import { SubmitButton } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { withoutCode } from "~/components/item/inline-code";
import { useMessages } from "~/components/language";
import { markingMessages } from "~/components/marking-messages";
import { Section } from "~/components/section";
import { InputField, TextAreaField } from "~/components/text-field";
import { useLeaveQuestion } from "~/components/use-leave-question";
import type { WordedCriterion } from "~/examination/marking/read-report.server";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { markField, remarkField } from "./field-names";
import { messages } from "./messages";
import type { ReportData } from "./route";

interface MarkingFormProps {
  data: ReportData;
  outcome: FormOutcome | undefined;
}

/** A mark for each line and each stray piece, none chosen beforehand, each with room for a remark. */
export function MarkingForm({ data: { criteria, attemptId, ordinal }, outcome }: MarkingFormProps) {
  const words = useMessages(messages);
  const { rule } = useMessages(markingMessages);
  const { remark } = formFields(outcome, "remark?");
  const entered = useRef(outcome !== undefined);
  useLeaveQuestion(() => entered.current, words.leave);
  const fields = criteria.map((criterion) => ({
    field: formFields(outcome, markField(criterion.id))[markField(criterion.id)],
    label: withoutCode(criterion.label),
  }));
  const of = (kind: WordedCriterion["kind"]) => criteria.filter((criterion) => criterion.kind === kind);
  return (
    <Section title={words.marking}>
      <Form
        method="post"
        action={paths.markReport(attemptId, ordinal)}
        className="flex flex-col gap-5"
        noValidate
        onInput={() => {
          entered.current = true;
        }}
      >
        <FormProblem
          outcome={outcome}
          fields={fields.flatMap(({ field, label }) => (field ? [{ field, label }] : []))}
        />
        {(["line", "piece"] as const).map(
          (kind) =>
            of(kind).length > 0 && (
              <div key={kind}>
                <h3 className="mb-2 font-semibold">{kind === "line" ? words.lines : words.pieces}</h3>
                <ul className="divide-y divide-line border-y border-line">
                  {of(kind).map((criterion) => (
                    <li key={criterion.id} className="grid gap-x-8 gap-y-3 py-4 md:grid-cols-2 xl:grid-cols-1">
                      <CriterionFields criterion={criterion} outcome={outcome} />
                    </li>
                  ))}
                </ul>
              </div>
            ),
        )}
        <TextAreaField field={remark} label={words.overall} rows={3} />
        <p className="max-w-prose text-sm text-muted">
          {words.submitHint} {rule(policy.markingTolerancePercent)}
        </p>
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}

function CriterionFields({ criterion, outcome }: { criterion: WordedCriterion; outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const [markName, remarkName] = [markField(criterion.id), remarkField(criterion.id)];
  const bindings = formFields(outcome, markName, `${remarkName}?`) as ReturnType<typeof formFields<string>>;
  const [mark, remark] = [bindings[markName], bindings[remarkName]];
  // Nothing here says what the portal has counted: whoever knows it marks towards it.
  const hint = criterion.clause
    ? words.clause(criterion.clause.split("-")[0] ?? "", criterion.fieldName)
    : words.inField(criterion.fieldName);
  const labels = words[criterion.kind];
  return (
    <>
      {mark && (
        <RadioGroup
          field={mark}
          label={withoutCode(criterion.label)}
          hint={hint}
          choices={(["1", "0.5", "0"] as const).map((value) => ({ value, label: labels[value] }))}
          arranged="row"
        />
      )}
      {remark && <InputField field={remark} label={words.remark} />}
    </>
  );
}
