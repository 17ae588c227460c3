import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { absenceMessages } from "~/components/absence-messages";
import { DefinitionList } from "~/components/definition-list";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay, formatDayRange } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion, Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { PersonRecordSections } from "~/components/person-record";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { readMember } from "~/eligibility/read-member.server";
import { dayIn } from "~/kernel/calendar";
import { selectRefusal } from "~/notices/refused-address-queries.server";
import { allows } from "~/people/permissions";
import type { Language } from "~/platform/schema/people-tables";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { attest, changeMembership, grant, withdraw } from "./act-on-person.server";
import { readExamExceptions } from "./exam-exceptions.server";
import { exceptionMessages } from "./exception-messages";
import { Exceptions } from "./exceptions";
import { MembershipChanges } from "./membership-changes";
import { messages } from "./messages";
import { readSupport } from "./read-support.server";
import { SupportAccess } from "./support-access";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const [organisationId, personId] = [idParam(args, "organisationId"), idParam(args, "personId")];
  const { portal, actor, language, now } = await may(args, "membership.read", { organisationId });
  const everything = allows(actor, "organisation.list");
  const member = await readMember(portal.db, { organisationId, personId, everything }, now);
  const can = {
    change: allows(actor, "membership.write", { organisationId }),
    readResults: allows(actor, "exam.read_result", { organisationId }),
    attest: allows(actor, "support_access.attest", { organisationId }),
    grantExceptions: allows(actor, "exam.grant_exception"),
    readRecords: allows(actor, "exam.read_integrity"),
  };
  const refusal = await selectRefusal(portal.db, personId);
  const seesExceptions = can.grantExceptions || allows(actor, "audit.read");
  return {
    title: member.person.fullName,
    ...member,
    mailRefusedOn: refusal ? dayIn("UTC", refusal.since) : null,
    flash: flashOf(new URL(args.request.url).searchParams, language, member.person.email),
    support: await readSupport(portal.db, { organisationId, personId, day: member.today }),
    exam: seesExceptions ? await readExamExceptions(portal.db, personId, now) : null,
    can,
  };
});

/** What the action that led here did. */
function flashOf(query: URLSearchParams, language: Language, email: string): string | null {
  if (query.get("added") === "invited") return messages[language].invitedNow(email);
  if (query.get("added") === "known") return messages[language].addedKnown;
  if (query.get("granted") === "withdrawn") return exceptionMessages[language].withdrawnNow;
  if (query.get("granted") === "running") return exceptionMessages[language].grantedRunning;
  return query.get("granted") === "next" ? exceptionMessages[language].grantedNext : null;
}

export const action = answering(async (args: ActionFunctionArgs) => {
  const member = { organisationId: idParam(args, "organisationId"), personId: idParam(args, "personId") };
  await may(args, "membership.read", { organisationId: member.organisationId });
  const form = await readForm(args.request);
  switch (form.get("intent")) {
    case "grant_exception":
      return grant(args, form, member);
    case "withdraw_exception":
      return withdraw(args, form, member);
    case "attest":
      return attest(args, form, member);
    default:
      return changeMembership(args, form, member);
  }
});

export const meta = pageTitle;

export default function PersonPage() {
  const { organisation, person, membership, today, whatIf, record, support, exam, flash, can, mailRefusedOn } =
    useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const language = useLanguage();
  const aboutExceptions = ["grant_exception", "withdraw_exception"].includes(String(outcome?.initialValue.intent));
  const ended = membership.during.end !== null && membership.during.end <= today;
  return (
    <>
      <PageHeader
        title={person.fullName}
        breadcrumb={[
          { label: organisation.name, to: paths.organisation(organisation.id) },
          { label: words.people, to: paths.people(organisation.id) },
        ]}
      />
      <FlashRegion flash={flash ? { tone: "success", text: flash } : null} />
      {!aboutExceptions && (
        <FormProblem
          outcome={outcome}
          fields={[{ field: formFields(outcome, "endsOn").endsOn, label: words.endsOn }]}
        />
      )}
      <div className="flex flex-col gap-5">
        {ended && membership.during.end && (
          <Notice tone="info">{words.former(formatDay(membership.during.end, language))}</Notice>
        )}
        {mailRefusedOn && (
          <Notice tone="warning">{words.mailRefused(person.email, formatDay(mailRefusedOn, language))}</Notice>
        )}
        <Section title={words.membership}>
          <DefinitionList
            entries={[
              { term: words.email, value: person.email },
              { term: words.since, value: formatDayRange(membership.during, language) },
              { term: words.role, value: membership.administrator ? words.yes : words.no },
              { term: words.account, value: person.hasSignedUp ? words.signedUp : words.invited },
            ]}
          />
          {can.change && !ended && (
            <MembershipChanges
              name={person.fullName}
              administrator={membership.administrator}
              today={today}
              whatIf={whatIf}
              outcome={aboutExceptions ? undefined : outcome}
            />
          )}
        </Section>
        {!ended && (
          <SupportAccess attested={support.attested} timeZone={organisation.timeZone} mayAttest={can.attest} />
        )}
        {support.absences.length > 0 && (
          <Section
            title={absenceMessages[language].title}
            action={
              <Link to={paths.absences(organisation.id)} className="link tap text-sm">
                {absenceMessages[language].change}
              </Link>
            }
          >
            <ul>
              {support.absences.map(({ id, during }) => (
                <li key={id}>{formatDayRange(during, language, "weekday")}</li>
              ))}
            </ul>
          </Section>
        )}
        {exam && (
          <Exceptions
            exam={exam}
            mayGrant={can.grantExceptions && !ended}
            mayWithdraw={can.grantExceptions}
            mayReadRecords={can.readRecords}
            outcome={aboutExceptions ? outcome : undefined}
          />
        )}
        <PersonRecordSections
          record={record}
          certificatePath={paths.certificate}
          trainingPath={paths.trainingSession}
          {...(can.readResults && { resultPath: paths.examResult })}
        />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
