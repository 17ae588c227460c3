import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { dayIn } from "~/kernel/calendar";
import { selectOpenApplications } from "~/organisations/application-queries.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language } = await may(args, "organisation.list");
  const applications = (await selectOpenApplications(portal.db)).map(({ appliedAt, timeZone, ...application }) => ({
    ...application,
    appliedOn: dayIn(timeZone, appliedAt),
  }));
  return { title: messages[language].title, applications };
});

export const meta = pageTitle;

export default function ApplicationsPage() {
  const { applications } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <>
      <PageHeader title={words.title}>{words.intro}</PageHeader>
      <DataTable
        caption={words.title}
        rows={applications}
        rowKey={({ id }) => id}
        rowLink={({ organisationId }) => paths.secondLevel(organisationId)}
        empty={<EmptyState title={words.empty}>{words.emptyHint}</EmptyState>}
        columns={[
          {
            key: "organisation",
            header: words.organisation,
            cell: ({ organisationName }) => organisationName,
            rowHeader: true,
          },
          {
            key: "applied",
            header: words.applied,
            cell: ({ appliedOn }) => formatDay(appliedOn, language),
            noWrap: true,
          },
          { key: "by", header: words.by, cell: ({ applicantName }) => applicantName, wideOnly: true },
          {
            key: "plan",
            wordy: true,
            header: words.plan,
            cell: ({ plan }) => <span className="whitespace-pre-line">{plan}</span>,
            wideOnly: true,
          },
        ]}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
