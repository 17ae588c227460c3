import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { CheckboxField, RadioGroup, SelectField } from "~/components/choice-field";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { standingMessages } from "~/components/standing-messages";
import { InputField } from "~/components/text-field";
import { isTimeZone } from "~/kernel/calendar";
import { createOrganisation } from "~/organisations/create-organisation.server";
import { selectDistributors, selectProgrammeLevels } from "~/organisations/organisation-queries.server";
import { answering } from "~/web/answering.server";
import { dayField } from "~/web/day-field.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { nameField } from "~/web/name-field.server";
import { isId } from "~/web/params.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const entities = ["ionos_se", "ionos_inc", "ionos_ltd"] as const;

const schema = z
  .object({
    name: nameField,
    contractingEntity: z.enum(entities),
    levelCode: z.enum(["partner", "platinum", "distributor", "reseller"]),
    from: dayField.optional(),
    distributorId: z.string().refine(isId, "not_one_of").optional(),
    timeZone: z.string().trim().max(60).refine(isTimeZone, "invalid"),
    language: z.enum(["en", "de"]),
    selfEnrolment: z.boolean().default(false),
  })
  // Clause 2.4.1: a reseller, and only a reseller, has a distributor that answers for it.
  .refine(({ levelCode, distributorId }) => levelCode !== "reseller" || distributorId, {
    path: ["distributorId"],
    message: "required",
  })
  .refine(({ levelCode, distributorId }) => levelCode === "reseller" || !distributorId, {
    path: ["distributorId"],
    message: "not_one_of",
  });

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language } = await may(args, "organisation.write");
  return {
    title: messages[language].title,
    levels: await selectProgrammeLevels(portal.db),
    distributors: (await selectDistributors(portal.db)).map(({ id, name }) => ({ id, name })),
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "organisation.write");
  return submitted(await readForm(args.request), schema, async ({ distributorId = null, from, ...value }) => {
    const command = { ...value, distributorId, actorId: actor.personId, ...(from && { from }) };
    const { organisationId } = await createOrganisation(portal.db, command, now);
    return redirect(paths.people(organisationId));
  });
});

export const meta = pageTitle;

export default function NewOrganisationPage() {
  const { levels, distributors } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const { entity } = useMessages(standingMessages);
  const german = useLanguage() === "de";
  const fields = formFields(
    outcome,
    "name",
    "contractingEntity",
    "levelCode",
    "from?",
    "distributorId?",
    "timeZone",
    "language",
    "selfEnrolment?",
  );
  return (
    <>
      <PageHeader title={words.title} breadcrumb={[{ label: words.organisations, to: paths.organisations() }]}>
        {words.intro}
      </PageHeader>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: fields.name, label: words.name },
          { field: fields.contractingEntity, label: words.entity },
          { field: fields.levelCode, label: words.level },
          { field: fields.from, label: words.from },
          { field: fields.distributorId, label: words.distributor },
          { field: fields.timeZone, label: words.timeZone },
          { field: fields.language, label: words.language },
        ]}
      />
      <Form method="post" className="measure flex flex-col gap-5" noValidate>
        <InputField field={fields.name} label={words.name} hint={words.nameHint} autoComplete="off" />
        <RadioGroup
          field={fields.contractingEntity}
          label={words.entity}
          choices={entities.map((value) => ({ value, label: entity[value] }))}
        />
        <RadioGroup
          field={fields.levelCode}
          label={words.level}
          choices={levels.map(({ code, nameEn, nameDe }) => ({ value: code, label: german ? nameDe : nameEn }))}
        />
        <InputField field={fields.from} label={words.from} hint={words.fromHint} type="date" />
        <SelectField
          field={fields.distributorId}
          label={words.distributor}
          hint={words.distributorHint}
          emptyLabel={words.noDistributor}
          choices={distributors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <InputField
          field={fields.timeZone}
          label={words.timeZone}
          hint={words.timeZoneHint}
          defaultValue="Europe/Berlin"
          autoComplete="off"
        />
        <RadioGroup
          field={fields.language}
          label={words.language}
          choices={[
            { value: "en", label: words.languages.en },
            { value: "de", label: words.languages.de },
          ]}
        />
        <CheckboxField field={fields.selfEnrolment} label={words.selfEnrolment} />
        <div>
          <SubmitButton>{words.create}</SubmitButton>
        </div>
      </Form>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
