import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { absenceMessages } from "~/components/absence-messages";
import { AbsenceForm, AbsenceList, absenceFields } from "~/components/absences";
import { LinkButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { DefinitionList } from "~/components/definition-list";
import { formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay, formatDayRange } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { nextStepMessages } from "~/components/next-step-messages";
import { NextStepWords } from "~/components/next-step-words";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { PersonRecordSections } from "~/components/person-record";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import type { PersonCertification } from "~/eligibility/person-certification";
import { readOwnRecord } from "~/eligibility/read-own-record.server";
import { lastDay } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import { actOnAbsence } from "~/web/act-on-absence.server";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "account.own");
  const { personId, fullName } = actor;
  const { exam, ...own } = await readOwnRecord(portal.db, personId, now);
  return {
    title: messages[language].title,
    me: { personId, name: fullName },
    exam: exam && { ...exam, deadlineAt: exam.deadlineAt.toISOString() },
    ...own,
  };
});

/** One's own absences, as a member. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { actor } = await may(args, "account.own");
  const form = await readForm(args.request);
  const admitted = await may(args, "absence.write", { personId: actor.personId });
  if (actor.memberOf === null || form.get("personId") !== actor.personId) throw notFound();
  return actOnAbsence(form, admitted, { organisationId: actor.memberOf, back: paths.myRecord() });
});

export const meta = pageTitle;

export default function MyRecordPage() {
  const { membership, certification, record, absences, today, timeZone, exam, next, me } =
    useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const away = useMessages(absenceMessages);
  const { from, through } = absenceFields(outcome);
  const words = useMessages(messages);
  const steps = useMessages(nextStepMessages);
  const language = useLanguage();
  return (
    <>
      <PageHeader
        title={words.title}
        action={
          membership &&
          !exam && (
            <LinkButton look="primary" to={paths.exam()}>
              {words.exam}
            </LinkButton>
          )
        }
      >
        <CertifiedSentence certification={certification} />{" "}
        {next && <NextStepWords step={next} zone={timeZone} sit={certification ? steps.sitAgain : steps.sitFirst} />}
        {next && "trainingSessionId" in next && (
          <>
            {" "}
            <Link to={paths.trainingSession(next.trainingSessionId)} className="link tap">
              {steps.toTraining}
            </Link>
          </>
        )}
        {next?.kind === "enrol" && (
          <>
            {" "}
            <Link to={paths.training()} className="link tap">
              {steps.toTrainings}
            </Link>
          </>
        )}
      </PageHeader>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: from, label: away.from },
          { field: through, label: away.through },
        ]}
      />
      <div className="flex flex-col gap-5">
        {exam && (
          <Notice tone="info" title={words.examUnderWay}>
            <p className="mb-2">{words.examEnds(formatInstant(exam.deadlineAt, language, timeZone))}</p>
            <LinkButton look="primary" to={paths.attempt(exam.attemptId)} reloadDocument>
              {words.goOn}
            </LinkButton>
          </Notice>
        )}
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
        {membership && (
          <Section title={away.title}>
            <AbsenceList absences={absences.map((one) => ({ ...one, ...me }))} mayWrite />
            <Disclosure label={away.plan} open={outcome !== undefined}>
              <AbsenceForm people={[me]} today={today} outcome={outcome} />
            </Disclosure>
          </Section>
        )}
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
