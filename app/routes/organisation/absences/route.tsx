import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { absenceMessages } from "~/components/absence-messages";
import { AbsenceForm, AbsenceList, absenceFields } from "~/components/absences";
import { formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { readAbsences } from "~/eligibility/read-absences.server";
import { allows } from "~/people/permissions";
import { actOnAbsence } from "~/web/act-on-absence.server";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, actor, language, now } = await may(args, "organisation.read", { organisationId });
  const view = await readAbsences(portal.db, organisationId, now);
  const mayWrite = allows(actor, "absence.write", { organisationId });
  return { title: `${absenceMessages[language].title} – ${view.organisation.name}`, ...view, mayWrite };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  await may(args, "organisation.read", { organisationId });
  const admitted = await may(args, "absence.write", { organisationId });
  return actOnAbsence(await readForm(args.request), admitted, {
    organisationId,
    back: paths.absences(organisationId),
  });
});

export const meta = pageTitle;

export default function AbsencesPage() {
  const { organisation, today, people, absences, mayWrite } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(absenceMessages);
  const { personId, from, through } = absenceFields(outcome);
  return (
    <>
      <PageHeader
        title={words.title}
        breadcrumb={[{ label: organisation.name, to: paths.organisation(organisation.id) }]}
      />
      <FormProblem
        outcome={outcome}
        fields={[
          { field: personId, label: words.person },
          { field: from, label: words.from },
          { field: through, label: words.through },
        ]}
      />
      <div className="flex flex-col gap-5">
        <Section title={words.title}>
          <AbsenceList absences={absences} mayWrite={mayWrite} />
        </Section>
        {mayWrite && people.length > 0 && (
          <Section title={words.plan}>
            <AbsenceForm people={people} today={today} outcome={outcome} />
          </Section>
        )}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
