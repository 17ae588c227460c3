import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DefinitionList } from "~/components/definition-list";
import { formatDay, formatDayRange } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { PersonRecordSections } from "~/components/person-record";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import type { PersonCertification } from "~/eligibility/person-certification";
import { readOwnRecord } from "~/eligibility/read-own-record.server";
import { lastDay } from "~/kernel/calendar";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "account.own");
  return { title: messages[language].title, ...(await readOwnRecord(portal.db, actor.personId, now)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MyRecordPage() {
  const { membership, certification, record } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <>
      <PageHeader
        title={words.title}
        action={
          membership && (
            <LinkButton look="primary" to={paths.exam()}>
              {words.exam}
            </LinkButton>
          )
        }
      >
        <CertifiedSentence certification={certification} />
      </PageHeader>
      <div className="flex flex-col gap-5">
        <Section title={words.memberOf}>
          {membership ? (
            <DefinitionList
              entries={[
                { term: words.memberOf, value: membership.organisationName },
                { term: words.member, value: formatDayRange(membership.during, language) },
                { term: words.role, value: membership.administrator ? words.yes : words.no },
              ]}
            />
          ) : (
            <p>{words.nowhere}</p>
          )}
        </Section>
        <PersonRecordSections
          record={record}
          certificatePath={paths.certificate}
          trainingPath={paths.trainingSession}
          resultPath={paths.examResult}
        />
      </div>
    </>
  );
}

function CertifiedSentence({ certification }: { certification: PersonCertification | null }) {
  const words = useMessages(messages);
  const language = useLanguage();
  switch (certification?.state) {
    case undefined:
      return <>{words.never}</>;
    case "valid":
      return <>{words.certifiedUntil(formatDay(lastDay({ end: certification.until }), language, "long"))}</>;
    case "upcoming":
      return <>{words.startsOn(formatDay(certification.from, language, "long"))}</>;
    case "suspended":
      return <>{words.suspended}</>;
    case "expired":
      return <>{words.expired(formatDay(lastDay({ end: certification.since }), language, "long"))}</>;
    case "revoked":
      return <>{words.revoked}</>;
  }
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
