import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { CheckboxGroup } from "~/components/choice-field";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { noticeKindMessages } from "~/components/notice-kind-messages";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { TimeZoneField } from "~/components/time-zone-field";
import { isTimeZone, timeZones } from "~/kernel/calendar";
import { chooseMails } from "~/notices/choose-mails.server";
import { dispensableKinds } from "~/notices/unwanted";
import { selectMailZone, selectUnwanted } from "~/notices/unwanted-queries.server";
import type { Actor } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const schema = z.object({
  wanted: z.array(z.enum(dispensableKinds)).default([]),
  timeZone: z
    .string()
    .trim()
    .max(60)
    .refine((zone) => zone === "" || isTimeZone(zone), "invalid")
    .default(""),
});

/** What the person may get at all: the list for staff is for those who look after partners. */
const offered = ({ roles }: Actor) =>
  dispensableKinds.filter((kind) => kind !== "staff_digest" || roles.includes("portal_admin"));

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await may(args, "account.own");
  const unwanted = await selectUnwanted(portal.db, actor.personId);
  const kinds = offered(actor);
  return json({
    title: messages[language].title,
    kinds,
    wanted: kinds.filter((kind) => !unwanted.includes(kind)),
    timeZone: (await selectMailZone(portal.db, actor.personId)) ?? "",
    timeZones: timeZones(),
    saved: new URL(args.request.url).searchParams.has("saved"),
  });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "account.own");
  return submitted(await readForm(args.request), schema, async ({ wanted, timeZone }) => {
    const unwanted = offered(actor).filter((kind) => !wanted.includes(kind));
    const choice = { unwanted, timeZone: timeZone === "" ? null : timeZone };
    await chooseMails(portal.db, { personId: actor.personId, ...choice }, now);
    return redirect(`${paths.myMails()}?saved`);
  });
});

export const meta = pageTitle;

export default function MyMails() {
  const { title, kinds, wanted, timeZone, timeZones: zones, saved } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const kindWords = useMessages(noticeKindMessages);
  const { wanted: field, timeZone: zoneField } = formFields(outcome, "wanted", "timeZone?");
  return (
    <div className="max-w-2xl">
      <PageHeader title={title}>{words.intro}</PageHeader>
      <FlashRegion flash={saved && !outcome ? { tone: "success", text: words.saved } : null} />
      <FormProblem
        outcome={outcome}
        fields={[
          { field, label: words.choose },
          { field: zoneField, label: words.zone },
        ]}
      />
      <Form method="post" noValidate className="card mb-6 flex flex-col items-start gap-4 p-4">
        <CheckboxGroup
          field={field}
          label={words.choose}
          hideOptional
          defaultValues={wanted}
          choices={kinds.map((kind) => ({ value: kind, label: kindWords[kind], hint: words.hints[kind] }))}
        />
        <TimeZoneField
          field={zoneField}
          label={words.zone}
          hint={words.zoneHint}
          defaultValue={timeZone}
          zones={zones}
        />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
      <Section title={words.always}>
        <p className="text-muted">{words.alwaysText}</p>
      </Section>
    </div>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
