import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { selectAuditEvents } from "~/audit/queries.server";
import { verifyChain } from "~/audit/verify-chain.server";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { FilterBar } from "~/components/filter-bar";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { withQuery } from "~/components/query-link";
import { InputField } from "~/components/text-field";
import { policy } from "~/kernel/policy";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { isId } from "~/web/params.server";
import { auditColumns } from "./audit-columns";
import { ChainVerdict } from "./chain-verdict";
import { messages } from "./messages";

const perPage = 100;

/** What the address asks for; what it cannot mean counts as not asked. */
function readQuery(url: string) {
  const query = new URL(url).searchParams;
  const text = (name: string) => query.get(name)?.trim().slice(0, 200) || undefined;
  const subjectId = text("about")?.toLowerCase();
  const before = Number(query.get("before"));
  return {
    action: text("action"),
    actor: text("actor"),
    subjectId: subjectId && isId(subjectId) ? subjectId : undefined,
    beforeSequence: Number.isSafeInteger(before) && before > 0 ? before : undefined,
    verify: query.get("verify") === "yes",
  };
}

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language } = await may(args, "audit.read");
  const { verify, ...query } = readQuery(args.request.url);
  const events = await selectAuditEvents(portal.db, query, perPage + 1);
  return json({
    title: messages[language].title,
    query,
    events: events.slice(0, perPage),
    older: events.length > perPage ? (events[perPage - 1]?.sequence ?? null) : null,
    verdict: verify ? await verifyChain(portal.db) : null,
  });
});

export const meta = pageTitle;

export default function Audit() {
  const { query, events, older, verdict } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  const { search } = useLocation();
  const active = Boolean(query.action ?? query.actor ?? query.subjectId);
  return (
    <>
      <PageHeader
        title={words.title}
        action={
          <LinkButton look="primary" to={withQuery(search, { verify: "yes" })}>
            {words.verify}
          </LinkButton>
        }
      >
        {words.intro(policy.staffTimeZone)}
      </PageHeader>
      {verdict && <ChainVerdict verdict={verdict} />}
      <FilterBar active={active} keep={[]}>
        <InputField
          field={{ name: "action" }}
          label={words.action}
          type="search"
          hideOptional
          defaultValue={query.action}
        />
        <InputField
          field={{ name: "actor" }}
          label={words.actor}
          type="search"
          hideOptional
          defaultValue={query.actor}
        />
        <InputField
          field={{ name: "about" }}
          label={words.aboutId}
          type="search"
          hideOptional
          defaultValue={query.subjectId}
        />
      </FilterBar>
      <DataTable
        caption={words.caption}
        columns={auditColumns(words, language)}
        rows={events}
        rowKey={(event) => event.sequence}
        empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      />
      <p className="mt-3 flex justify-end gap-3">
        {query.beforeSequence && (
          <LinkButton to={withQuery(search, { before: null, verify: null })}>{words.newest}</LinkButton>
        )}
        {older !== null && (
          <LinkButton to={withQuery(search, { before: older, verify: null })} rel="next">
            {words.older}
          </LinkButton>
        )}
      </p>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
