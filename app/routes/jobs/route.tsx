import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { describeJobs, runJobNow } from "~/jobs/all-jobs.server";
import { notFound } from "~/kernel/rejection";
import { allows } from "~/people/permissions";
import { selectJobRuns } from "~/platform/job-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { jobColumns, jobName } from "./job-columns";
import { messages } from "./messages";
import { runColumns } from "./run-columns";

const newestRuns = 50;
const schema = z.object({ job: z.string().max(100) });

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await may(args, "job.read");
  const [jobs, runs] = await Promise.all([describeJobs(portal), selectJobRuns(portal.db, {}, newestRuns)]);
  return json({ title: messages[language].title, jobs, runs, mayRun: allows(actor, "job.run") });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal } = await may(args, "job.run");
  return submitted(await readForm(args.request), schema, async ({ job }) => {
    const report = await runJobNow(portal, job, "staff");
    if (!report) throw notFound();
    return json({ job, outcome: report.outcome === "not_due" ? ("done" as const) : report.outcome });
  });
});

export const meta = pageTitle;

const tones = { done: "success", failed: "danger", busy: "info" } as const;

export default function Jobs() {
  const { jobs, runs, mayRun } = useLoaderData<typeof loader>();
  const did = useActionData<typeof action>();
  const words = useMessages(messages);
  const language = useLanguage();
  const flash =
    did && "job" in did ? { tone: tones[did.outcome], text: words.report[did.outcome](jobName(words, did.job)) } : null;
  return (
    <>
      <PageHeader title={words.title}>{words.intro}</PageHeader>
      <FlashRegion flash={flash} />
      <DataTable
        caption={words.caption}
        columns={jobColumns(words, language, mayRun)}
        rows={jobs}
        rowKey={(job) => job.name}
        empty={null}
      />
      <h2 className="mt-8 mb-3 text-lg">{words.historyTitle}</h2>
      <DataTable
        caption={words.historyTitle}
        columns={runColumns(words, language)}
        rows={runs}
        rowKey={(run) => run.id}
        empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
