import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { Confirm } from "~/components/confirm";
import { DefinitionList } from "~/components/definition-list";
import { type FormOutcome, formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { useNamedAnswer } from "~/components/regrade-answer";
import { RegradeBadge } from "~/components/regrade-badge";
import { regradeMessages } from "~/components/regrade-messages";
import { Section } from "~/components/section";
import { statisticsMessages } from "~/components/statistics-messages";
import { TextAreaField } from "~/components/text-field";
import { readRegrade } from "~/eligibility/read-regrade.server";
import { applyRegrade, undoRegrade } from "~/eligibility/regrade-exams.server";
import { parseItemContent } from "~/examination/item";
import { answerInWords } from "~/examination/regrade/answer-in-words";
import { selectRegrade, selectRegradedVersion } from "~/examination/regrade/regrade-queries.server";
import { allows } from "~/people/permissions";
import { selectNames } from "~/people/person-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { Report } from "./report";

const perPage = 50;
const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "regrade.read");
  const page = Math.max(1, Number.parseInt(new URL(args.request.url).searchParams.get("page") ?? "1", 10) || 1);
  const shown = { offset: (page - 1) * perPage, limit: perPage };
  const { regrade, report } = await readRegrade(portal.db, idParam(args, "regradeId"), shown, now);
  const { code, version, itemVersionId, content } = await selectRegradedVersion(portal.db, regrade.itemVersionId);
  const { createdBy, appliedBy, undoneBy } = regrade;
  const names = await selectNames(
    portal.db,
    [createdBy, appliedBy, undoneBy].filter((id) => id !== null),
  );
  const step = (at: Date | null, by: string | null) => at && { at: at.toISOString(), by: (by && names.get(by)) ?? "" };
  return json({
    title: regradeMessages[language].item(code, version),
    itemVersionId,
    page,
    report,
    steps: {
      proposed: step(regrade.createdAt, createdBy),
      applied: step(regrade.appliedAt, appliedBy),
      undone: step(regrade.undoneAt, undoneBy),
    },
    regrade: {
      treatment: regrade.treatment.kind,
      answer: answerInWords(regrade.treatment, parseItemContent(content), language),
      takePassesAway: regrade.takePassesAway,
      reason: regrade.reason,
      undoReason: regrade.undoReason,
      certificatesAfterUndo: regrade.certificatesAfterUndo,
      appliedAt: iso(regrade.appliedAt),
      undoneAt: iso(regrade.undoneAt),
    },
    mayWrite: allows(actor, "regrade.write"),
  });
});

const schema = z.discriminatedUnion("step", [
  z.object({ step: z.literal("apply"), fingerprint: z.string().max(40) }),
  z.object({
    step: z.literal("undo"),
    certificates: z.enum(["suspended", "kept"]),
    reason: z.string().trim().min(3).max(2_000),
  }),
]);

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "regrade.write");
  const { id: regradeId } = await selectRegrade(portal.db, idParam(args, "regradeId"));
  return submitted(await readForm(args.request), schema, async (given) => {
    const command = { actorId: actor.personId, regradeId };
    if (given.step === "apply") {
      await applyRegrade(portal.db, { ...command, fingerprint: given.fingerprint }, now, portal.random);
    } else {
      const { certificates, reason } = given;
      await undoRegrade(portal.db, { ...command, certificates, reason, fingerprint: null }, now, portal.random);
    }
    return redirect(paths.regrade(regradeId));
  });
});

export const meta = pageTitle;

export default function RegradePage() {
  const { title, itemVersionId, page, report, regrade, steps, mayWrite } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const shared = useMessages(regradeMessages);
  const namedAnswer = useNamedAnswer();
  const { title: statistics } = useMessages(statisticsMessages);
  const language = useLanguage();
  const reportTitle = report.foreseen ? words.dryRun : regrade.undoneAt ? words.undone : words.done;
  const stepped = (term: string, step: { at: string; by: string } | null) =>
    step ? [{ term, value: [step.by, formatInstant(step.at, language, "UTC")].filter(Boolean).join(", ") }] : [];
  const afterUndo = regrade.certificatesAfterUndo
    ? [
        { term: words.reason, value: regrade.undoReason },
        {
          term: words.afterUndo,
          value: regrade.certificatesAfterUndo === "kept" ? words.afterUndoKept : words.afterUndoSuspended,
        },
      ]
    : [];
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[
          { label: statistics, to: paths.examStatistics() },
          { label: shared.title, to: paths.regrades() },
          { label: words.ofItem, to: paths.itemStatistics(itemVersionId) },
        ]}
      >
        <RegradeBadge {...regrade} />
      </PageHeader>
      {outcome?.initialValue.step === "apply" && <FormProblem outcome={outcome} fields={[]} />}
      <div className="grid gap-5">
        <Section title={words.facts}>
          <DefinitionList
            entries={[
              { term: words.treatment, value: shared.treatments[regrade.treatment] },
              ...namedAnswer(regrade),
              { term: words.passes, value: regrade.takePassesAway ? words.taken : words.kept },
              { term: words.reason, value: regrade.reason },
              ...stepped(words.proposedBy, steps.proposed),
              ...stepped(words.appliedAt, steps.applied),
              ...stepped(words.undoneAt, steps.undone),
              ...afterUndo,
            ]}
          />
        </Section>
        <Report title={reportTitle} report={report} page={page} perPage={perPage} />
        {mayWrite && report.foreseen && (
          <Form method="post" className="flex flex-col items-start gap-2">
            <input type="hidden" name="step" value="apply" />
            <input type="hidden" name="fingerprint" value={report.fingerprint ?? ""} />
            <p className="max-w-prose text-muted">{words.applyHint}</p>
            <SubmitButton>{words.apply}</SubmitButton>
          </Form>
        )}
        {mayWrite && regrade.appliedAt && !regrade.undoneAt && <UndoForm outcome={outcome} />}
      </div>
    </>
  );
}

function UndoForm({ outcome }: { outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const mine = outcome?.initialValue.step === "undo" ? outcome : undefined;
  const { certificates, reason } = formFields(mine, "certificates", "reason");
  const labelled = [
    { field: certificates, label: words.certificates },
    { field: reason, label: words.reason },
  ];
  return (
    <Confirm label={words.undo} title={words.undoTitle} open={mine !== undefined}>
      <p>{words.undoText}</p>
      <FormProblem outcome={mine} fields={labelled} />
      <Form method="post" className="flex w-full flex-col gap-4" noValidate>
        <input type="hidden" name="step" value="undo" />
        <RadioGroup
          field={certificates}
          label={words.certificates}
          choices={[
            { value: "suspended", label: words.suspended, hint: words.suspendedHint },
            { value: "kept", label: words.keep, hint: words.keepHint },
          ]}
        />
        <TextAreaField field={reason} label={words.reason} rows={3} />
        <div>
          <SubmitButton look="final">{words.undoButton}</SubmitButton>
        </div>
      </Form>
    </Confirm>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
