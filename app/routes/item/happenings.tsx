import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { TextAreaField } from "~/components/text-field";
import { messages } from "./messages";
import type { ItemData } from "./route";

interface HappeningsProps {
  data: Pick<ItemData, "happenings" | "version" | "mayWrite">;
  outcome: FormOutcome | undefined;
}

/** Remarks and steps, the newest first, and room for one more remark. */
export function Happenings({ data: { happenings, version, mayWrite }, outcome }: HappeningsProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const mine = outcome?.initialValue.step === "comment" ? outcome : undefined;
  const fields = formFields(mine, "remark");
  const remark = { ...fields.remark, id: "comment-remark" };
  return (
    <Section title={words.happenings}>
      {mayWrite && (
        <Form
          method="post"
          key={happenings.length}
          className="mb-5 flex max-w-2xl flex-col items-start gap-3"
          noValidate
        >
          <FormProblem outcome={mine} fields={[{ field: remark, label: words.yourRemark }]} />
          <input type="hidden" name="version" value={version} />
          <div className="w-full">
            <TextAreaField field={remark} label={words.yourRemark} rows={2} />
          </div>
          <SubmitButton name="step" value="comment" look="quiet">
            {words.steps.comment}
          </SubmitButton>
        </Form>
      )}
      {happenings.length === 0 ? (
        <p className="text-muted">{words.nothingHappened}</p>
      ) : (
        <ul className="divide-y divide-line">
          {happenings.map((happening) => (
            <li key={`${happening.at}/${happening.kind}`} className="py-2">
              <p className="text-sm text-muted">
                <span className="font-semibold text-ink">{happening.personName}</span> {words.happened[happening.kind]}{" "}
                · {words.about(happening.version)} · {formatInstant(happening.at, language, "UTC")}
              </p>
              {happening.words && <p className="whitespace-pre-wrap wrap-anywhere">{happening.words}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
