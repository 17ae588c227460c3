import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect, type SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { formOutcome } from "~/components/form-outcome";
import { formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { markingMessages } from "~/components/marking-messages";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { markReport } from "~/eligibility/mark-report.server";
import { readReport } from "~/examination/marking/read-report.server";
import { readRubric } from "~/examination/marking/record-marking.server";
import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { MarkingForm } from "./marking-form";
import { markingSchema } from "./marking-schema.server";
import { MarkingsTable } from "./markings-table";
import { messages } from "./messages";
import { Ticket } from "./ticket";

function reportOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const ordinal = Number(args.params.ordinal);
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > 1_000) throw notFound();
  return { attemptId: idParam(args, "attemptId"), ordinal };
}

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await may(args, "report.read_marking");
  const place = reportOf(args);
  const report = await readReport(portal.db, place, actor.personId, language);
  return json({ title: messages[language].title, ...place, ...report, mayMark: allows(actor, "report.mark") });
});

export type ReportData = SerializeFrom<typeof loader>;

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "report.mark");
  const place = reportOf(args);
  const { rubric } = await readRubric(portal.db, place.attemptId, place.ordinal);
  return submitted(await readForm(args.request), markingSchema(rubric), async (given) => {
    const command = { ...place, ...given, actorId: actor.personId };
    const { settled, thirdAsked } = await markReport(portal.db, command, now, portal.random);
    return redirect(paths.marking(settled ? "settled" : thirdAsked ? "third" : "marked"));
  });
});

export const meta = pageTitle;

export default function MarkingReport() {
  const data = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const { title: queue } = useMessages(markingMessages);
  const language = useLanguage();
  const { title, attemptId, maxPoints, dueAt, settled } = data;
  const marks = isForm(data, outcome);
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[{ label: queue, to: paths.marking() }]}
        action={settled && <LinkButton to={paths.examResult(attemptId)}>{words.toResult}</LinkButton>}
      >
        {!settled &&
          `${words.due(maxPoints, formatInstant(dueAt, language, policy.staffTimeZone))} ${data.own ? "" : words.blind}`}
      </PageHeader>
      <div className={`grid items-start gap-5 ${marks ? "xl:grid-cols-2" : ""}`}>
        {settled && (
          <Notice tone="info" title={words.settled(settled.personName)}>
            {words.settledText(formatExactPercent(settled.scorePercent, language), settled.passed)}{" "}
            {settled.belowMinimum && words.belowMinimum}
          </Notice>
        )}
        <Ticket data={data} stays={marks} />
        {settled ? <AllMarkings data={data} /> : <OwnPart data={data} outcome={outcome} />}
      </div>
    </>
  );
}

/** What everybody gave, once the result stands. */
function AllMarkings({ data: { criteria, settled, third } }: { data: ReportData }) {
  const words = useMessages(messages);
  return (
    <>
      {third && <Notice tone="info">{words.thirdCounts}</Notice>}
      <MarkingsTable
        title={words.compared}
        criteria={criteria}
        markings={settled?.markings ?? []}
        headOf={({ place, markerName }) => words.by(place, markerName)}
      />
    </>
  );
}

function OwnPart({ data, outcome }: { data: ReportData; outcome: ReturnType<typeof formOutcome> }) {
  const words = useMessages(messages);
  const { own, third, complete, criteria } = data;
  if (own)
    return (
      <>
        <Notice tone="success" title={words.yours}>
          {complete ? words.completeText : third ? words.yoursThirdText : words.yoursText}
        </Notice>
        <MarkingsTable title={words.ownTitle} criteria={criteria} markings={[own]} headOf={() => words.ownHead} />
      </>
    );
  if (isForm(data, outcome))
    return (
      <div className="grid gap-5">
        {third && (
          <Notice tone="info" title={words.third}>
            {words.thirdText}
          </Notice>
        )}
        <MarkingForm data={data} outcome={outcome} />
      </div>
    );
  if (complete)
    return (
      <Notice tone="info" title={words.complete}>
        {words.completeText}
      </Notice>
    );
  return <Notice tone="info">{words.readOnly}</Notice>;
}

/** There is something to mark, or something was and the answer to it is to be seen. */
const isForm = ({ own, complete, mayMark, settled }: ReportData, outcome: ReturnType<typeof formOutcome>): boolean =>
  !own && !settled && mayMark && (!complete || outcome !== undefined);

export function ErrorBoundary() {
  return <ProblemPage />;
}
