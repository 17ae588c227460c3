import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DecisionBadge } from "~/components/decision-badge";
import { DefinitionList } from "~/components/definition-list";
import { formOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { StatusBadge } from "~/components/status-badge";
import { readStatus } from "~/eligibility/read-status.server";
import {
  decideOnStatus,
  namePartnerManager,
  selectPartnerManagerChoices,
} from "~/organisations/decide-on-status.server";
import { selectPartnerManagers } from "~/organisations/decision-queries.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { DecisionForm } from "./decision-form";
import { decisionSchema } from "./decision-schema.server";
import { History } from "./history";
import { messages } from "./messages";
import { PartnerManager } from "./partner-manager";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, actor, language, now } = await may(args, "organisation.read", { organisationId });
  const status = await readStatus(portal.db, organisationId, now);
  const [manager] = await selectPartnerManagers(portal.db, [organisationId]);
  const mayDecide = allows(actor, "organisation.decide", { organisationId });
  return {
    title: `${messages[language].title} · ${status.organisation.name}`,
    ...status,
    manager: manager ? { personId: manager.personId, name: manager.fullName } : null,
    staff: mayDecide ? await selectPartnerManagerChoices(portal.db) : [],
    mayDecide,
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, actor, now } = await may(args, "organisation.decide", { organisationId });
  return submitted(await readForm(args.request), decisionSchema, async (value) => {
    const command = { actorId: actor.personId, organisationId };
    if (value.intent === "decide") {
      const { intent: _, ...decision } = value;
      await decideOnStatus(portal.db, { ...command, ...decision }, now);
    } else await namePartnerManager(portal.db, { ...command, personId: value.managerId ?? null }, now);
    return redirect(paths.decisions(organisationId));
  });
});

export const meta = pageTitle;

export default function DecisionsPage() {
  const { organisation, computed, decision, history, today, manager, staff, mayDecide } =
    useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const naming = outcome?.initialValue.intent === "name_manager";
  return (
    <>
      <PageHeader
        title={words.title}
        breadcrumb={[{ label: organisation.name, to: paths.organisation(organisation.id) }]}
      >
        {words.intro}
      </PageHeader>
      <div className="flex flex-col gap-5">
        <Section title={words.now}>
          <DefinitionList
            entries={[
              { term: words.computed, value: <StatusBadge status={computed} /> },
              {
                term: words.decided,
                value: decision ? <DecisionBadge decision={decision} day={today} /> : words.undecided,
              },
              ...(decision ? [{ term: words.reason, value: decision.reason }] : []),
            ]}
          />
        </Section>
        {mayDecide && (
          <DecisionForm
            key={history.length}
            outcome={naming ? undefined : outcome}
            today={today}
            seenId={history[0]?.id ?? ""}
          />
        )}
        <History history={history} zone={organisation.timeZone} />
        <PartnerManager manager={manager} staff={staff} mayName={mayDecide} outcome={naming ? outcome : undefined} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
