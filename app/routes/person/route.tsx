import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DefinitionList } from "~/components/definition-list";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay, formatDayRange } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion, Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { PersonRecordSections } from "~/components/person-record";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { changeAdministrator, leaveOrganisation } from "~/eligibility/change-membership.server";
import { readMember } from "~/eligibility/read-member.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { dayField } from "~/web/day-field.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { MembershipChanges } from "./membership-changes";
import { messages } from "./messages";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("set_administrator"), administrator: z.enum(["yes", "no"]) }),
  z.object({ intent: z.literal("end"), endsOn: dayField }),
]);

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const [organisationId, personId] = [idParam(args, "organisationId"), idParam(args, "personId")];
  const { portal, actor, language, now } = await may(args, "membership.read", { organisationId });
  const everything = allows(actor, "organisation.list");
  const member = await readMember(portal.db, { organisationId, personId, everything }, now);
  const added = new URL(args.request.url).searchParams.get("added");
  const words = messages[language];
  const flash =
    added === "invited" ? words.invitedNow(member.person.email) : added === "known" ? words.addedKnown : null;
  const can = {
    change: allows(actor, "membership.write", { organisationId }),
    readResults: allows(actor, "exam.read_result", { organisationId }),
  };
  return { title: member.person.fullName, ...member, flash, can };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const [organisationId, personId] = [idParam(args, "organisationId"), idParam(args, "personId")];
  const { portal, actor, now } = await may(args, "membership.write", { organisationId });
  return submitted(await readForm(args.request), schema, async (value) => {
    const command = { actorId: actor.personId, organisationId, personId };
    if (value.intent === "end") await leaveOrganisation(portal.db, { ...command, endsOn: value.endsOn }, now);
    else await changeAdministrator(portal.db, { ...command, administrator: value.administrator === "yes" }, now);
    return redirect(paths.member(organisationId, personId));
  });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PersonPage() {
  const { organisation, person, membership, today, whatIf, record, flash, can } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const language = useLanguage();
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
      <FormProblem outcome={outcome} fields={[{ field: formFields(outcome, "endsOn").endsOn, label: words.endsOn }]} />
      <div className="flex flex-col gap-5">
        {ended && membership.during.end && (
          <Notice tone="info">{words.former(formatDay(membership.during.end, language))}</Notice>
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
              outcome={outcome}
            />
          )}
        </Section>
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
