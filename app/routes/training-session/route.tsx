import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { formOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { SeatsLeft } from "~/components/seats-left";
import { Section } from "~/components/section";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam, isId } from "~/web/params.server";
import { paths } from "~/web/paths";
import { cancel, decideOnEnrolment, enrol, enrolSelf } from "./act-on-session.server";
import { CancelSession } from "./cancel-session";
import { EnrolPeople } from "./enrol-people";
import { EnrolmentResults, resultsIn } from "./enrolment-results";
import { loadSessionPage } from "./load-session-page.server";
import { messages } from "./messages";
import { OwnEnrolment } from "./own-enrolment";
import { Participants } from "./participants";
import { SessionFacts } from "./session-facts";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "training.read");
  const trainingSessionId = idParam(args, "trainingSessionId");
  const query = new URL(args.request.url).searchParams;
  const organisationId = query.get("organisation");
  const asked = {
    trainingSessionId,
    organisationId: organisationId && isId(organisationId) ? organisationId : null,
    personIds: (query.get("people") ?? "").split(",").filter(isId),
  };
  return { ...(await loadSessionPage(portal.db, actor, language, asked, now)), done: query.get("done") };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  await may(args, "training.read");
  const trainingSessionId = idParam(args, "trainingSessionId");
  const form = await readForm(args.request);
  switch (form.get("intent")) {
    case "enrol":
      return enrol(args, form, trainingSessionId);
    case "enrol_self":
      return enrolSelf(args, form, trainingSessionId);
    case "accept":
      return decideOnEnrolment(args, form, trainingSessionId, "accept");
    case "withdraw":
      return decideOnEnrolment(args, form, trainingSessionId, "withdraw");
    case "cancel":
      return cancel(args, form, trainingSessionId);
    default:
      throw notFound();
  }
});

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageTitle({ ...page, data: { title: data?.session.title } });

export default function TrainingSessionPage() {
  const data = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const outcome = formOutcome(actionData);
  const own = outcome?.initialValue.intent === "enrol_self" && data.maySelfEnrol && !data.mine;
  const words = useMessages(messages);
  const { session, standing, may: mayDo } = data;
  const said =
    data.done && Object.hasOwn(words.done, data.done) ? words.done[data.done as keyof typeof words.done] : null;
  return (
    <>
      <PageHeader
        title={session.title}
        breadcrumb={[{ label: words.training, to: paths.training() }]}
        action={
          <>
            {mayDo.change && <LinkButton to={paths.changeTrainingSession(session.id)}>{words.change}</LinkButton>}
            {mayDo.attendance && (
              <LinkButton look={data.begun ? "primary" : "quiet"} to={paths.attendance(session.id)}>
                {words.attendance}
              </LinkButton>
            )}
          </>
        }
      >
        <SeatsLeft standing={standing} />
      </PageHeader>
      <FlashRegion flash={said && !actionData ? { tone: "success", text: said } : null} />
      <EnrolmentResults results={resultsIn(actionData)} />
      <div className="grid items-start gap-5 lg:not-has-[>:first-child:empty]:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-5 empty:hidden">
          <OwnEnrolment data={data} outcome={own ? outcome : undefined} />
          <EnrolPeople data={data} outcome={own ? undefined : outcome} />
          <Participants data={data} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Section title={words.about}>
            <SessionFacts session={session} taken={data.taken} />
          </Section>
          {mayDo.change && <CancelSession outcome={outcome} />}
        </div>
      </div>
    </>
  );
}
