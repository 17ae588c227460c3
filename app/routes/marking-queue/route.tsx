import { json, type LoaderFunctionArgs, type SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { markingMessages } from "~/components/marking-messages";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Badge } from "~/components/status-badge";
import { selectQueue, selectSettledCases } from "~/examination/marking/marking-queries.server";
import { policy } from "~/kernel/policy";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { SettledTable } from "./settled-table";

const settledShown = 50;

/** What the marking that was just given has led to. */
const dones = ["marked", "third", "settled"] as const;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "report.read_marking");
  const queue = await selectQueue(portal.db, actor.personId);
  const settled = await selectSettledCases(portal.db, settledShown);
  const done = new URL(args.request.url).searchParams.get("done");
  return json({
    title: markingMessages[language].title,
    done: dones.find((one) => one === done) ?? null,
    queue: queue.map((report) => ({
      ...report,
      overdue: report.dueAt < now,
      wanted: !report.markedByReader && allows(actor, "report.mark"),
    })),
    settled,
  });
});

type Queued = SerializeFrom<typeof loader>["queue"][number];
export type Settled = SerializeFrom<typeof loader>["settled"][number];

export const meta = pageTitle;

export default function MarkingQueue() {
  const { title, done, queue, settled } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const { rule } = useMessages(markingMessages);
  const doneTexts = { marked: words.doneText, third: words.thirdText, settled: words.settledText };
  const language = useLanguage();
  const instant = (at: string) => formatInstant(at, language, policy.staffTimeZone, "stamp");
  return (
    <>
      <PageHeader title={title}>
        {words.intro(policy.markersPerReport)} {rule(policy.markingTolerancePercent)}{" "}
        {words.times(policy.staffTimeZone)}
      </PageHeader>
      <div className="flex flex-col gap-5">
        {done && (
          <Notice tone="success" title={words.done}>
            {doneTexts[done]}
          </Notice>
        )}
        <DataTable
          caption={words.waiting}
          showCaption
          rows={queue}
          rowKey={({ attemptId, ordinal }) => `${attemptId}/${ordinal}`}
          rowLink={({ attemptId, ordinal }) => paths.markReport(attemptId, ordinal)}
          empty={<EmptyState title={words.nothing}>{words.nothingText}</EmptyState>}
          columns={[
            { key: "report", header: words.report, rowHeader: true, noWrap: true, cell: ({ code }) => code },
            { key: "state", header: words.state, cell: (report) => <State report={report} /> },
            {
              key: "due",
              header: words.due,
              cell: ({ dueAt, overdue }) =>
                overdue ? (
                  <>
                    {instant(dueAt)} <span className="font-semibold text-bad">{words.overdue}</span>
                  </>
                ) : (
                  instant(dueAt)
                ),
            },
            { key: "handedIn", header: words.handedIn, wideOnly: true, cell: ({ openedAt }) => instant(openedAt) },
          ]}
        />
        <SettledTable settled={settled} />
      </div>
    </>
  );
}

function State({ report }: { report: Queued }) {
  const { markings, markedByReader, overdue, wanted, third, markersLeft } = report;
  const words = useMessages(messages);
  const needed = policy.markersPerReport + (third ? 1 : 0);
  const lacking = markings < needed;
  const more = [
    third && lacking && words.third,
    lacking && !markersLeft ? words.nobodyLeft : markedByReader && lacking && words.yours,
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {wanted && lacking && (
        <Badge tone={overdue ? "bad" : "warn"} shape={overdue ? "triangle" : "clock"}>
          {words.yourTurn}
        </Badge>
      )}
      <span>
        {words.marked(markings, needed)}
        {more && `. ${more}`}
      </span>
    </span>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
