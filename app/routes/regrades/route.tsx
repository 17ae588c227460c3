import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { useNamedAnswer } from "~/components/regrade-answer";
import { RegradeBadge } from "~/components/regrade-badge";
import { regradeMessages } from "~/components/regrade-messages";
import { statisticsMessages } from "~/components/statistics-messages";
import { parseItemContent } from "~/examination/item";
import { answerInWords } from "~/examination/regrade/answer-in-words";
import { selectRegrades } from "~/examination/regrade/regrade-queries.server";
import { policy } from "~/kernel/policy";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language } = await may(args, "regrade.read");
  const rows = await selectRegrades(portal.db);
  return json({
    title: regradeMessages[language].title,
    rows: rows.map(({ treatment, content, createdAt, ...row }) => ({
      ...row,
      treatment: treatment.kind,
      answer: answerInWords(treatment, parseItemContent(content), language),
      createdAt: createdAt.toISOString(),
    })),
  });
});

export const meta = pageTitle;

export default function Regrades() {
  const { title, rows } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const shared = useMessages(regradeMessages);
  const namedAnswer = useNamedAnswer();
  const { title: statistics } = useMessages(statisticsMessages);
  const language = useLanguage();
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "item", header: words.item, rowHeader: true, cell: (row) => shared.item(row.code, row.version) },
    {
      key: "treatment",
      header: words.treatment,
      wordy: true,
      cell: (row) => (
        <>
          {shared.treatments[row.treatment]}
          {namedAnswer(row).map(({ term, value }) => (
            <div key={term} className="mt-1">
              <span className="text-muted">{term}</span>
              {value}
            </div>
          ))}
        </>
      ),
    },
    { key: "state", header: words.state, cell: (row) => <RegradeBadge {...row} /> },
    { key: "reason", header: words.reason, wideOnly: true, cell: (row) => row.reason },
    {
      key: "proposed",
      header: words.proposed,
      wideOnly: true,
      cell: (row) => `${formatInstant(row.createdAt, language, policy.staffTimeZone)}, ${row.createdByName}`,
    },
  ];
  return (
    <>
      <PageHeader title={title} breadcrumb={[{ label: statistics, to: paths.examStatistics() }]}>
        {words.intro}
      </PageHeader>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => paths.regrade(id)}
        empty={
          <EmptyState
            title={words.emptyTitle}
            action={<LinkButton to={paths.examStatistics()}>{words.statistics}</LinkButton>}
          >
            {words.empty}
          </EmptyState>
        }
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
