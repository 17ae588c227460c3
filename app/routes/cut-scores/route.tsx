import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { cutScoreMessages } from "~/components/cut-score-messages";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { fieldFault } from "~/components/field-fault";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { worded } from "~/components/rejection-message";
import { Section } from "~/components/section";
import { StudyBadge } from "~/components/study-badge";
import { InputField, TextAreaField } from "~/components/text-field";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { judgesAreCandidates, openStudy } from "~/examination/cut-score/open-study.server";
import { selectStudies } from "~/examination/cut-score/study-queries.server";
import { selectProgramme } from "~/examination/programme-queries.server";
import { policy } from "~/kernel/policy";
import { selectMembersAmong } from "~/organisations/membership-queries.server";
import { allows } from "~/people/permissions";
import { selectOptionalAccountByEmail } from "~/people/person-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const mostJudges = 30;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "account.own");
  const mayRead = allows(actor, "cut_score.read");
  const studies = await selectStudies(portal.db, mayRead ? null : actor.personId);
  const { cutScorePercent } = await selectProgramme(portal.db, secondLevelAdministrator.code, now);
  return json({
    title: cutScoreMessages[language].title,
    studies: studies.map(
      ({ createdAt, closedAt, reason, closedByName, programmeVersion, cutScorePercent, ...study }) => ({
        ...study,
        // A judge of then may be a candidate by now: a reason can speak of items.
        ended: mayRead ? { reason, closedByName, programmeVersion, cutScorePercent } : null,
        createdAt: createdAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
      }),
    ),
    cutScorePercent: mayRead ? cutScorePercent : null,
    mayRead,
    mayOpen: allows(actor, "cut_score.write") && studies.every(({ closedAt }) => closedAt !== null),
  });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "cut_score.write");
  const form = await readForm(args.request);
  const emails = [...new Set(String(form.get("judges") ?? "").split(/[\s,;]+/))].filter((email) => email !== "");
  const judgeIds: string[] = [];
  const strangers: string[] = [];
  for (const email of emails.slice(0, mostJudges)) {
    const account = await selectOptionalAccountByEmail(portal.db, email);
    if (account) judgeIds.push(account.id);
    else strangers.push(email);
  }
  // Whoever is no judge for another reason is named at once, not at the next try.
  const members = strangers.length > 0 ? await selectMembersAmong(portal.db, judgeIds, now) : [];
  const noAccount = `no_account:${strangers.slice(0, 5).join(", ")}`;
  const candidates = judgesAreCandidates(members.map(({ fullName }) => fullName));
  const strangersFault =
    members.length === 0
      ? noAccount
      : `said:${fieldFault(noAccount, language)} ${worded(candidates).sentence[language]}`;
  const schema = z.object({
    title: z.string().trim().min(3).max(200),
    forms: z.coerce.number().int().min(1).max(5),
    judges: z.string({ error: "required" }).superRefine((_, context) => {
      if (emails.length < 2) context.addIssue({ code: "custom", message: "too_few:2" });
      else if (emails.length > mostJudges) context.addIssue({ code: "custom", message: `too_many:${mostJudges}` });
      else if (strangers.length > 0) context.addIssue({ code: "custom", message: strangersFault });
    }),
  });
  return submitted(form, schema, async ({ title, forms }) => {
    const opened = { actorId: actor.personId, title, forms, judgeIds };
    const { studyId } = await openStudy(portal.db, opened, now, portal.random);
    return redirect(paths.cutScore(studyId));
  });
});

export const meta = pageTitle;

export default function CutScores() {
  const { title, studies, cutScorePercent, mayRead, mayOpen } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const language = useLanguage();
  const columns: Column<(typeof studies)[number]>[] = [
    { key: "title", header: words.name, rowHeader: true, cell: (row) => row.title },
    { key: "state", header: words.state, cell: (row) => <StudyBadge outcome={row.outcome} /> },
    {
      key: "carried",
      header: words.cutScore,
      cell: ({ ended }) =>
        !ended || ended.programmeVersion === null || ended.cutScorePercent === null
          ? "–"
          : words.carried(formatExactPercent(ended.cutScorePercent, language), ended.programmeVersion),
    },
    {
      key: "ended",
      header: words.ended,
      wordy: true,
      cell: ({ closedAt, ended }) =>
        closedAt === null || !ended ? (
          "–"
        ) : (
          <>
            {ended.closedByName}, {formatInstant(closedAt, language, policy.staffTimeZone)}
            {ended.reason && (
              <span className="block max-w-prose wrap-anywhere whitespace-pre-line text-muted">{ended.reason}</span>
            )}
          </>
        ),
    },
    {
      key: "opened",
      header: words.opened,
      wideOnly: true,
      cell: (row) => formatInstant(row.createdAt, language, policy.staffTimeZone),
    },
  ];
  return (
    <>
      <PageHeader title={title}>
        {cutScorePercent === null ? words.introJudge : words.intro(formatExactPercent(cutScorePercent, language))}
      </PageHeader>
      <div className="grid gap-6">
        <DataTable
          caption={title}
          columns={columns.filter(({ key }) => mayRead || (key !== "carried" && key !== "ended"))}
          rows={studies}
          rowKey={({ id }) => id}
          rowLink={({ id }) => paths.cutScore(id)}
          empty={
            <EmptyState title={words.emptyTitle}>
              {cutScorePercent === null ? words.emptyJudge : words.empty}
            </EmptyState>
          }
        />
        {mayOpen && <OpenForm outcome={outcome} />}
      </div>
    </>
  );
}

function OpenForm({ outcome }: { outcome: ReturnType<typeof formOutcome> }) {
  const words = useMessages(messages);
  const { title, forms, judges } = formFields(outcome, "title", "forms", "judges");
  const labelled = [
    { field: title, label: words.name },
    { field: forms, label: words.forms },
    { field: judges, label: words.judges },
  ];
  return (
    <Section title={words.open}>
      <FormProblem outcome={outcome} fields={labelled} />
      <Form method="post" className="flex max-w-2xl flex-col gap-4" noValidate>
        <InputField field={title} label={words.name} hint={words.titleHint} />
        <InputField
          field={forms}
          label={words.forms}
          hint={words.formsHint}
          type="number"
          min={1}
          max={5}
          defaultValue="2"
          size={4}
        />
        <TextAreaField field={judges} label={words.judges} hint={words.judgesHint} rows={4} spellCheck={false} />
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
