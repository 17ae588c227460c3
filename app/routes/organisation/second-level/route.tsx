import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { readSecondLevel } from "~/eligibility/read-second-level.server";
import { policy } from "~/kernel/policy";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { act } from "./act.server";
import { ApplicationForm } from "./application-form";
import { messages } from "./messages";
import { OpenApplication } from "./open-application";
import { PastApplications } from "./past-applications";
import { Progress } from "./progress";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, actor, language, now } = await may(args, "organisation.read", { organisationId });
  const view = await readSecondLevel(portal.db, organisationId, now);
  const can = {
    list: allows(actor, "organisation.list"),
    apply: allows(actor, "second_level.apply", { organisationId }),
    decide: allows(actor, "second_level.decide", { organisationId }),
    optOut: allows(actor, "organisation.opt_out", { organisationId }),
    addPeople: allows(actor, "membership.write", { organisationId }),
  };
  const done = new URL(args.request.url).searchParams.get("done");
  return { title: messages[language].titleOf(view.organisation.name), ...view, can, done };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  await may(args, "organisation.read", { organisationId });
  return act(args, await readForm(args.request), organisationId);
});

export const meta = pageTitle;

export default function SecondLevelPage() {
  const { organisation, today, level, verdict, open, past, progress, can, done } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const outcome = formOutcome(actionData);
  const words = useMessages(messages);
  const language = useLanguage();
  const said = done && Object.hasOwn(words.done, done) ? words.done[done as keyof typeof words.done] : null;
  const { reason, plan, from, declineReason } = formFields(outcome, "reason", "plan", "from", "declineReason");
  const levelName = level && (language === "de" ? level.nameDe : level.nameEn);
  const needed = formatNumber(policy.minimumAdministrators, language);
  return (
    <>
      <PageHeader
        title={words.title}
        breadcrumb={[{ label: organisation.name, to: paths.organisation(organisation.id) }]}
      />
      <FlashRegion flash={said && !actionData ? { tone: "success", text: said } : null} />
      <FormProblem
        outcome={outcome}
        fields={[
          { field: reason, label: words.reason },
          { field: plan, label: words.plan },
          { field: from, label: words.from },
          { field: declineReason, label: words.declineReason },
        ]}
      />
      <div className="flex flex-col gap-5">
        {verdict === "mandatory" && <p className="card p-5">{words.mandatory}</p>}
        {verdict === "not_available" && (
          <p className="card p-5">{levelName ? words.notAvailable(levelName) : words.noLevel}</p>
        )}
        {verdict === "may_apply" && (
          <Section title={words.applyTitle}>
            {can.apply ? (
              <ApplicationForm needed={needed} outcome={outcome} />
            ) : (
              <p className="text-muted">{words.onlyAdmins}</p>
            )}
          </Section>
        )}
        {open && <OpenApplication application={open} today={today} needed={needed} can={can} outcome={outcome} />}
        {progress && <Progress progress={progress} organisationId={organisation.id} can={can} />}
        {past.length > 0 && <PastApplications applications={past} />}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
