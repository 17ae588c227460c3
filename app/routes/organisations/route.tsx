import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { AsOfPicker } from "~/components/filter-bar";
import { formatDay, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { Pagination } from "~/components/pagination";
import { ProblemPage } from "~/components/problem-page";
import { standingMessages } from "~/components/standing-messages";
import { StatusBadge } from "~/components/status-badge";
import { ThreeSeats } from "~/components/three-seats";
import { readOverview } from "~/eligibility/read-overview.server";
import { dayIn } from "~/kernel/calendar";
import { selectProgrammeLevels } from "~/organisations/organisation-queries.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { dayQuery } from "~/web/params.server";
import { paths } from "~/web/paths";
import { OverviewFilters } from "./filters";
import { messages } from "./messages";
import { readQuestion } from "./question.server";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "organisation.list");
  const on = dayQuery(args.request, "on");
  const question = readQuestion(args.request);
  const overview = await readOverview(portal.db, on, question, now);
  const levels = await selectProgrammeLevels(portal.db);
  const today = dayIn("UTC", now);
  const mayAdd = allows(actor, "organisation.write");
  return { title: messages[language].title, ...overview, question, levels, today, day: on ?? today, mayAdd };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

type Row = Awaited<ReturnType<typeof readOverview>>["rows"][number];

export default function OrganisationsPage() {
  const { rows, total, page, question, levels, today, day, mayAdd } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const { entity } = useMessages(standingMessages);
  const language = useLanguage();
  const named = levels.map(({ code, nameEn, nameDe }) => ({ code, name: language === "de" ? nameDe : nameEn }));
  const filtered = Boolean(question.text || question.status || question.levelCode || question.contractingEntity);
  const columns: Column<Row>[] = [
    { key: "name", header: words.name, cell: ({ name }) => name, rowHeader: true, sortable: true },
    {
      key: "seats",
      header: words.seats,
      cell: ({ seats, status }) => (status === "not_applicable" ? "–" : <ThreeSeats seats={seats} size="sm" />),
    },
    { key: "status", header: words.status, cell: ({ status }) => <StatusBadge status={status} />, sortable: true },
    {
      key: "count",
      header: words.count,
      cell: ({ count }) => formatNumber(count, language),
      align: "end",
      sortable: true,
      wideOnly: true,
    },
    {
      key: "fallsOn",
      header: words.fallsOn,
      cell: ({ fallsOn }) => (fallsOn ? formatDay(fallsOn, language) : "–"),
      align: "end",
      sortable: true,
      noWrap: true,
    },
    { key: "cause", header: words.cause, cell: (row) => <Causes row={row} />, wideOnly: true },
    {
      key: "level",
      header: words.level,
      cell: ({ levelCode }) => named.find(({ code }) => code === levelCode)?.name ?? "–",
      sortable: true,
      wideOnly: true,
    },
    {
      key: "contractingEntity",
      header: words.entity,
      cell: ({ contractingEntity }) => entity[contractingEntity],
      sortable: true,
      wideOnly: true,
      noWrap: true,
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        action={
          mayAdd && (
            <LinkButton look="primary" to={paths.newOrganisation()}>
              {words.add}
            </LinkButton>
          )
        }
      >
        {words.hint}
      </PageHeader>
      <OverviewFilters question={question} levels={named} />
      <div className="mb-4">
        <AsOfPicker day={day} today={today} keep={["text", "status", "level", "entity", "sort", "direction"]} />
      </div>
      <DataTable
        caption={words.caption(formatDay(day, language))}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => paths.organisation(id, day === today ? undefined : day)}
        sort={{ key: question.sort, direction: question.direction }}
        empty={
          <EmptyState title={filtered ? words.empty : words.none}>
            {filtered ? words.emptyHint : words.noneHint}
          </EmptyState>
        }
      />
      {total > 0 && <Pagination page={page} perPage={question.perPage} total={total} />}
    </>
  );
}

/** Who causes the fall: the first by name, and how many more. */
function Causes({ row: { id, status, causes } }: { row: Row }) {
  const words = useMessages(messages);
  const { cause, pastCause } = useMessages(standingMessages);
  const language = useLanguage();
  const [first, ...more] = causes;
  if (!first) return "–";
  return (
    <>
      <Link to={paths.member(id, first.personId)} className="link relative z-1">
        {(status === "not_met" ? pastCause : cause)[first.kind](first.name)}
      </Link>
      {more.length > 0 && ` ${words.more(formatNumber(more.length, language))}`}
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
