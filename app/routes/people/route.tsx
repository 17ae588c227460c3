import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { CertificateBadge } from "~/components/status-badge";
import { supportAccessMessages } from "~/components/support-access-messages";
import { readRoster } from "~/eligibility/read-roster.server";
import { lastDay } from "~/kernel/calendar";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, actor, language, now } = await may(args, "membership.read", { organisationId });
  const roster = await readRoster(portal.db, organisationId, now);
  const mayAdd = allows(actor, "membership.write", { organisationId });
  return { title: messages[language].titleOf(roster.organisation.name), ...roster, mayAdd };
});

export const meta = pageTitle;

type Person = Awaited<ReturnType<typeof readRoster>>["people"][number];

export default function PeoplePage() {
  const { organisation, people, mayAdd } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const support = useMessages(supportAccessMessages);
  const language = useLanguage();
  const add = mayAdd && (
    <LinkButton look="primary" to={paths.newPerson(organisation.id)}>
      {words.add}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        breadcrumb={[{ label: organisation.name, to: paths.organisation(organisation.id) }]}
        action={people.length > 0 && add}
      >
        {words.hint}
      </PageHeader>
      <DataTable
        caption={words.titleOf(organisation.name)}
        rows={people}
        rowKey={({ personId }) => personId}
        rowLink={({ personId }) => paths.member(organisation.id, personId)}
        empty={
          <EmptyState title={words.empty} action={add}>
            {words.emptyHint}
          </EmptyState>
        }
        columns={[
          { key: "name", header: words.name, cell: ({ fullName }) => fullName, rowHeader: true },
          { key: "certificate", header: words.certificate, cell: (person) => <Certification person={person} /> },
          {
            key: "until",
            header: words.until,
            noWrap: true,
            cell: ({ certification }) =>
              certification && "until" in certification
                ? formatDay(lastDay({ end: certification.until }), language)
                : "–",
          },
          {
            key: "administrator",
            header: words.administrator,
            cell: ({ administrator }) => (administrator ? words.yes : words.no),
            wideOnly: true,
          },
          {
            key: "support",
            header: support.title,
            cell: ({ lacking }) =>
              lacking.length === 0 ? (
                support.ready
              ) : (
                <span className="text-muted">{lacking.map((point) => support.lacks[point]).join(", ")}</span>
              ),
            wideOnly: true,
          },
          { key: "email", header: words.email, cell: (person) => <Address person={person} />, wideOnly: true },
        ]}
      />
    </>
  );
}

function Certification({ person: { certification, inTraining } }: { person: Person }) {
  const words = useMessages(messages);
  if (certification) return <CertificateBadge state={certification.state} />;
  return <span className="text-muted">{inTraining ? words.inTraining : words.none}</span>;
}

/** The address, and what is special about the membership. */
function Address({ person: { email, hasSignedUp, begins, ends } }: { person: Person }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const remarks = [
    hasSignedUp ? "" : words.invited,
    begins ? words.begins(formatDay(begins, language)) : "",
    ends ? words.leaves(formatDay(ends, language)) : "",
  ].filter(Boolean);
  return (
    <>
      {email}
      {remarks.length > 0 && <span className="block text-muted">{remarks.join(", ")}</span>}
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
