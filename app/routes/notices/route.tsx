import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "~/components/button";
import { SelectField } from "~/components/choice-field";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { FilterBar } from "~/components/filter-bar";
import { formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { noticeKindMessages } from "~/components/notice-kind-messages";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { Pagination } from "~/components/pagination";
import { ProblemPage } from "~/components/problem-page";
import { InputField } from "~/components/text-field";
import { policy } from "~/kernel/policy";
import { countParkedMessages, selectDelayedMails, selectLedgerPage } from "~/notices/ledger-queries.server";
import { retryParked } from "~/notices/retry-parked.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { ledgerColumns } from "./ledger-columns";
import { kinds, readLedgerQuery, states } from "./ledger-query";
import { messages } from "./messages";

const perPage = 50;
const schema = z.object({ outboxMessageId: z.uuid() });

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await may(args, "notice.read");
  const query = readLedgerQuery(args.request.url);
  const page = { offset: (query.page - 1) * perPage, limit: perPage };
  const [{ rows, total }, parked, delayed] = await Promise.all([
    selectLedgerPage(portal.db, query, page),
    countParkedMessages(portal.db),
    selectDelayedMails(portal.db),
  ]);
  return json({
    title: messages[language].title,
    query,
    rows,
    total,
    parked,
    delayed,
    mayRetry: allows(actor, "notice.retry"),
  });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "notice.retry");
  return submitted(await readForm(args.request), schema, async ({ outboxMessageId }) => {
    await retryParked(portal.db, { outboxMessageId, actorId: actor.personId }, now);
    return redirect(paths.notices() + new URL(args.request.url).search);
  });
});

export const meta = pageTitle;

export default function Notices() {
  const { query, rows, total, parked, delayed, mayRetry } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const kindWords = useMessages(noticeKindMessages);
  const language = useLanguage();
  const active = Boolean(query.template ?? query.state ?? query.recipient);
  return (
    <>
      <PageHeader title={words.title} action={<LinkButton to={paths.noticesPreview()}>{words.preview}</LinkButton>}>
        {words.intro(policy.staffTimeZone)}
      </PageHeader>
      <FormProblem outcome={outcome} fields={[]} />
      {delayed.count > 0 && (
        <div className="mb-5">
          <Notice tone="warning" title={words.delayed(delayed.count)}>
            {words.delayedNext}
            {delayed.lastError && <code className="mt-1 block break-words text-sm">{delayed.lastError}</code>}
          </Notice>
        </div>
      )}
      {parked > 0 && query.state !== "parked" && (
        <div className="mb-5">
          <Notice tone="warning" title={words.parked(parked)}>
            <LinkButton to="?state=parked" className="mt-2">
              {words.showParked}
            </LinkButton>
          </Notice>
        </div>
      )}
      <FilterBar active={active}>
        <SelectField
          field={{ name: "kind" }}
          label={words.kind}
          hideOptional
          defaultValue={query.template}
          emptyLabel={words.allKinds}
          choices={kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        />
        <SelectField
          field={{ name: "state" }}
          label={words.state}
          hideOptional
          defaultValue={query.state}
          emptyLabel={words.allStates}
          choices={states.map((state) => ({ value: state, label: words.states[state] }))}
        />
        <InputField
          field={{ name: "recipient" }}
          label={words.recipientSearch}
          type="search"
          hideOptional
          defaultValue={query.recipient}
        />
      </FilterBar>
      <DataTable
        caption={words.caption}
        columns={ledgerColumns(words, language, mayRetry && rows.some(({ state }) => state === "parked"))}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      />
      {total > 0 && <Pagination page={query.page} perPage={perPage} total={total} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
