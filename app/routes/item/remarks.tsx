import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SubmitButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { Badge } from "~/components/status-badge";
import { TextAreaField } from "~/components/text-field";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";
import type { ItemData } from "./route";

type Remark = ItemData["remarks"][number];

/** Opens a conversation, and nobody has settled it. */
export const isOpenRemark = ({ repliesTo, settled }: Remark): boolean => repliesTo === null && settled === null;

interface RemarksProps {
  data: Pick<ItemData, "remarks" | "version" | "mayWrite">;
  outcome: FormOutcome | undefined;
}

/** What has been remarked, each with its replies: open ones first, settled ones folded; and room for one more. */
export function Remarks({ data: { remarks, version, mayWrite }, outcome }: RemarksProps) {
  const words = useMessages(messages);
  const open = remarks.filter(isOpenRemark);
  const settled = remarks.filter(({ repliesTo, settled: turn }) => repliesTo === null && turn !== null);
  const mine = outcome?.initialValue.step === "comment" ? outcome : undefined;
  const thread = (remark: Remark) => (
    <Thread
      key={remark.id}
      remark={remark}
      replies={remarks.filter(({ repliesTo }) => repliesTo === remark.id)}
      version={version}
      mayWrite={mayWrite}
      outcome={mine?.initialValue.repliesTo === String(remark.id) ? mine : undefined}
    />
  );
  return (
    <div id="remarks" className="scroll-mt-4">
      <Section title={words.remarks}>
        {remarks.length === 0 && <p className="text-muted">{words.noRemarks}</p>}
        <ul className="flex flex-col gap-4">{open.map(thread)}</ul>
        {settled.length > 0 && (
          <div className="mt-3">
            <Disclosure label={words.settledRemarks(settled.length)}>
              <ul className="flex flex-col gap-4">{settled.map(thread)}</ul>
            </Disclosure>
          </div>
        )}
        {mayWrite && (
          <div className="mt-5">
            <RemarkForm
              key={remarks.length}
              version={version}
              label={words.addRemark}
              field={words.yourRemark}
              outcome={mine?.initialValue.repliesTo === undefined ? mine : undefined}
            />
          </div>
        )}
      </Section>
    </div>
  );
}

interface ThreadProps {
  remark: Remark;
  replies: readonly Remark[];
  version: number;
  mayWrite: boolean;
  outcome: FormOutcome | undefined;
}

function Thread({ remark, replies, version, mayWrite, outcome }: ThreadProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { id, settled } = remark;
  return (
    <li className={`border-l-2 pl-3 ${settled ? "border-line" : "border-warn"}`}>
      <Said remark={remark}>
        <Badge tone={settled ? "neutral" : "warn"} shape={settled ? "tick" : "triangle"}>
          {settled ? words.settledRemark : words.openRemark}
        </Badge>
      </Said>
      {replies.length > 0 && (
        <ul className="mt-2 flex flex-col gap-2 pl-4">
          {replies.map((reply) => (
            <li key={reply.id}>
              <Said remark={reply} />
            </li>
          ))}
        </ul>
      )}
      {settled && (
        <p className="mt-2 text-sm text-muted">
          {words.settledBy(settled.byName, formatInstant(settled.at, language, policy.staffTimeZone))}
        </p>
      )}
      {mayWrite && (
        <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-2">
          <Form method="post">
            <input type="hidden" name="remarkId" value={id} />
            <SubmitButton name="step" value={settled ? "reopened" : "resolved"} look="quiet">
              {settled ? words.reopen : words.settle}
            </SubmitButton>
          </Form>
          <div className="min-w-0 flex-1 basis-60">
            <Disclosure label={words.reply} open={outcome !== undefined}>
              <RemarkForm
                key={replies.length}
                version={version}
                repliesTo={id}
                label={words.reply}
                field={words.yourReply}
                outcome={outcome}
              />
            </Disclosure>
          </div>
        </div>
      )}
    </li>
  );
}

function Said({ remark, children }: { remark: Remark; children?: ReactNode }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { personName, version, at, body } = remark;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <span className="font-semibold text-ink">{personName}</span> {words.about(version)} ·{" "}
        {formatInstant(at, language, policy.staffTimeZone)} {children}
      </p>
      <p className="max-w-[75ch] whitespace-pre-wrap wrap-anywhere">{body}</p>
    </>
  );
}

interface RemarkFormProps {
  version: number;
  repliesTo?: number;
  /** On its button. */
  label: string;
  field: string;
  outcome: FormOutcome | undefined;
}

function RemarkForm({ version, repliesTo, label, field: fieldLabel, outcome }: RemarkFormProps) {
  const fields = formFields(outcome, "remark");
  const field = { ...fields.remark, id: `remark-${repliesTo ?? "new"}` };
  return (
    <Form method="post" className="flex max-w-2xl flex-col items-start gap-3" noValidate>
      <FormProblem outcome={outcome} fields={[{ field, label: fieldLabel }]} />
      <input type="hidden" name="version" value={version} />
      {repliesTo !== undefined && <input type="hidden" name="repliesTo" value={repliesTo} />}
      <div className="w-full">
        <TextAreaField field={field} label={fieldLabel} rows={2} />
      </div>
      <SubmitButton name="step" value="comment" look="quiet">
        {label}
      </SubmitButton>
    </Form>
  );
}
