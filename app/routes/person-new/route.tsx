import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { CheckboxField, RadioGroup } from "~/components/choice-field";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { InputField } from "~/components/text-field";
import { addEngineer } from "~/eligibility/change-membership.server";
import { policy } from "~/kernel/policy";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { nameField } from "~/web/name-field.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const schema = z.object({
  fullName: nameField,
  email: z.email().trim().max(254),
  language: z.enum(["en", "de"]),
  administrator: z.boolean().default(false),
  partnerAdmin: z.boolean().default(false),
});

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, language } = await may(args, "membership.write", { organisationId });
  const organisation = await selectOrganisation(portal.db, organisationId);
  return {
    title: messages[language].title,
    organisation: { id: organisation.id, name: organisation.name, language: organisation.language },
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, actor, now } = await may(args, "membership.write", { organisationId });
  return submitted(await readForm(args.request), schema, async (value) => {
    const { personId, invited } = await addEngineer(
      portal.db,
      { ...value, organisationId, actorId: actor.personId },
      now,
      portal.random,
    );
    return redirect(`${paths.member(organisationId, personId)}?added=${invited ? "invited" : "known"}`);
  });
});

export const meta = pageTitle;

export default function NewPersonPage() {
  const { organisation } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const { fullName, email, language, administrator, partnerAdmin } = formFields(
    outcome,
    "fullName",
    "email",
    "language",
    "administrator?",
    "partnerAdmin?",
  );
  return (
    <>
      <PageHeader
        title={words.title}
        breadcrumb={[
          { label: organisation.name, to: paths.organisation(organisation.id) },
          { label: words.people, to: paths.people(organisation.id) },
        ]}
      >
        {words.intro(formatNumber(policy.invitationHours / 24, useLanguage()))}
      </PageHeader>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: fullName, label: words.name },
          { field: email, label: words.email },
          { field: language, label: words.language },
        ]}
      />
      <Form method="post" className="measure flex flex-col gap-5" noValidate>
        <InputField field={fullName} label={words.name} hint={words.nameHint} autoComplete="off" />
        <InputField field={email} label={words.email} type="email" autoComplete="off" />
        <RadioGroup
          field={language}
          label={words.language}
          hint={words.languageHint}
          defaultValue={organisation.language}
          choices={[
            { value: "en", label: words.languages.en },
            { value: "de", label: words.languages.de },
          ]}
        />
        <CheckboxField
          field={administrator}
          label={words.administrator}
          hint={words.administratorHint}
          defaultChecked={outcome === undefined}
        />
        <CheckboxField field={partnerAdmin} label={words.partnerAdmin} hint={words.partnerAdminHint} />
        <div>
          <SubmitButton>{words.add}</SubmitButton>
        </div>
      </Form>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
