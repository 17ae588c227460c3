import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { AsOfPicker } from "~/components/filter-bar";
import { formOutcome } from "~/components/form-outcome";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { Pagination } from "~/components/pagination";
import { ProblemPage } from "~/components/problem-page";
import { readOverview } from "~/eligibility/read-overview.server";
import { selectViews } from "~/eligibility/saved-view-queries.server";
import { dayIn } from "~/kernel/calendar";
import { selectProgrammeLevels } from "~/organisations/organisation-queries.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { overviewQuery, readQuestion } from "~/web/overview-query.server";
import { dayQuery } from "~/web/params.server";
import { paths } from "~/web/paths";
import { actOnViews, viewSchema } from "./act-on-views.server";
import { useOverviewColumns } from "./columns";
import { OverviewFilters } from "./filters";
import { messages } from "./messages";
import { Views } from "./views";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "organisation.list");
  const { search } = new URL(args.request.url);
  const views = await selectViews(portal.db, actor.personId);
  const first = views.find(({ opensFirst }) => opensFirst);
  if (search === "" && first?.query) throw redirect(paths.organisations(`?${first.query}`));
  const on = dayQuery(args.request, "on");
  const question = readQuestion(args.request);
  const overview = await readOverview(portal.db, on, question, now);
  const levels = (await selectProgrammeLevels(portal.db)).map(({ code, nameEn, nameDe }) => ({
    code,
    name: language === "de" ? nameDe : nameEn,
  }));
  const today = dayIn("UTC", now);
  const asked = { question, query: overviewQuery(search), views, today, day: on ?? today };
  return {
    title: messages[language].title,
    ...overview,
    ...asked,
    levels,
    mayAdd: allows(actor, "organisation.write"),
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const admitted = await may(args, "organisation.list");
  const { search } = new URL(args.request.url);
  return submitted(await readForm(args.request), viewSchema, (value) => actOnViews(admitted, value, search));
});

export const meta = pageTitle;

export default function OrganisationsPage() {
  const { rows, total, page, question, query, views, levels, today, day, mayAdd } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const language = useLanguage();
  const { text, status, levelCode, contractingEntity, decision, fallMonth } = question;
  const filtered = Boolean(text || status || levelCode || contractingEntity || decision || fallMonth);
  return (
    <>
      <PageHeader
        title={words.title}
        action={
          <>
            <LinkButton to={paths.forecast()}>{words.forecast}</LinkButton>
            {mayAdd && (
              <LinkButton look="primary" to={paths.newOrganisation()}>
                {words.add}
              </LinkButton>
            )}
          </>
        }
      >
        {words.hint}
      </PageHeader>
      <Views views={views} query={query} outcome={outcome} />
      <OverviewFilters question={question} levels={levels} active={filtered} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <AsOfPicker
          day={day}
          today={today}
          keep={["text", "status", "level", "entity", "decision", "falls", "sort", "direction"]}
        />
        {total > 0 && <TakeAway />}
      </div>
      <DataTable
        caption={words.caption(formatDay(day, language))}
        columns={useOverviewColumns(levels)}
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

/** Not only the page that is shown: all that the filters let through. */
function TakeAway() {
  const words = useMessages(messages);
  const { search } = useLocation();
  return (
    <div className="no-print flex flex-wrap gap-x-6 text-sm">
      <TakeAwayLinks label={words.takeAway} to={(format) => paths.organisationsExport(format, search)} />
      <TakeAwayLinks label={words.takeAwayReadiness} to={(format) => paths.readinessExport(format, search)} />
    </div>
  );
}

function TakeAwayLinks({ label, to }: { label: string; to: (format: "csv" | "xlsx") => string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      {label}
      {(["csv", "xlsx"] as const).map((format) => (
        <a
          key={format}
          href={to(format)}
          className="link tap py-1.5"
          aria-label={`${label} ${format.toUpperCase()}`}
          download
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
