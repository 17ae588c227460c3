import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DefinitionList } from "~/components/definition-list";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { declarationOf } from "~/examination/declaration";
import { readAttemptRecord } from "~/examination/read-attempt-record.server";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import { allows } from "~/people/permissions";
import { selectAccount } from "~/people/person-queries.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { Noticed } from "./noticed";
import { Origins } from "./origins";
import { Pace } from "./pace";
import { Windows } from "./windows";

/** Instants travel as ISO text. */
const travelling = <T,>(value: T): Travelled<T> => JSON.parse(JSON.stringify(value));
type Travelled<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Travelled<T[K]> } : T;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await may(args, "exam.read_integrity");
  const attempt = await selectAttempt(portal.db, idParam(args, "attemptId"));
  const { id, personId, organisationId, ordinal, startedAt, deadlineAt, extraMinutes, finishedAt, finishedBy } =
    attempt;
  // As on the result: whoever may mark does not learn whose ticket waits.
  const isHidden = finishedAt !== null && attempt.gradedAt === null && allows(actor, "report.read_marking");
  const { fullName } = await selectAccount(portal.db, personId);
  const { name, timeZone } = await selectOrganisation(portal.db, organisationId);
  return {
    title: messages[language].title(ordinal),
    candidate: isHidden ? null : { personId, fullName, organisationId, organisationName: name },
    zone: timeZone,
    attempt: travelling({ id, startedAt, deadlineAt, extraMinutes, finishedAt, finishedBy }),
    record: travelling(await readAttemptRecord(portal.db, attempt)),
  };
});

export const meta = pageTitle;

/** How an attempt was sat, for exam managers and auditors: information, and the page says so first. */
export default function AttemptRecord() {
  const { title, candidate, zone, attempt, record } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  const instant = (at: string) => formatInstant(at, language, zone);
  const { declaration, origins, pace, takeOvers, delayed, late, away, pasted, events, isFull } = record;
  const accepted = declaration && declarationOf(declaration.version, declaration.language);
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={
          candidate
            ? [
                { label: candidate.organisationName, to: paths.organisation(candidate.organisationId) },
                { label: words.people, to: paths.people(candidate.organisationId) },
                { label: candidate.fullName, to: paths.member(candidate.organisationId, candidate.personId) },
              ]
            : []
        }
      />
      <div className="flex flex-col gap-5">
        <Notice tone="info">{words.noVerdict}</Notice>
        <Section title={words.sitting}>
          <DefinitionList
            entries={[
              { term: words.candidate, value: candidate?.fullName ?? words.hiddenUntilMarked },
              { term: words.started, value: instant(attempt.startedAt) },
              {
                term: words.deadline,
                value: [instant(attempt.deadlineAt), attempt.extraMinutes > 0 && words.extraTime(attempt.extraMinutes)]
                  .filter(Boolean)
                  .join(", "),
              },
              {
                term: words.finished,
                value: attempt.finishedAt
                  ? `${instant(attempt.finishedAt)}, ${words.by[attempt.finishedBy ?? "deadline"]}`
                  : words.underWay,
              },
              {
                term: words.accepted,
                value: declaration ? (
                  <>
                    <p>
                      {words.acceptedAt(
                        instant(declaration.acceptedAt),
                        declaration.version,
                        declaration.durationMinutes,
                        instant(declaration.deadlineAt),
                      )}
                    </p>
                    <ul className="mt-1 list-disc pl-5 text-sm" lang={declaration.language}>
                      <li>{accepted?.rules}</li>
                      <li>{accepted?.honour}</li>
                    </ul>
                  </>
                ) : (
                  words.notRecorded
                ),
              },
            ]}
          />
        </Section>
        <Origins origins={origins} zone={zone} />
        <Pace pace={pace} zone={zone} />
        <Windows {...{ takeOvers, delayed, late, zone }} />
        <Noticed {...{ away, pasted, events, isFull, zone }} />
      </div>
    </>
  );
}
