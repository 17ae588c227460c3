import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { AsOfPicker } from "~/components/filter-bar";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { noticeKindMessages } from "~/components/notice-kind-messages";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { foreseeNotices } from "~/eligibility/foresee-notices.server";
import { addDays, dayIn } from "~/kernel/calendar";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { dayQuery } from "~/web/params.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { type ToldGroup, toldGroups } from "./told-groups";
import { whyLines } from "./why";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "notice.read");
  const today = dayIn("UTC", now);
  const day = dayQuery(args.request, "on") ?? addDays(today, 1);
  const groups = toldGroups(await foreseeNotices(portal.database, day, now));
  return json({ title: messages[language].title, today, day, groups });
});

export const meta = pageTitle;

export default function NoticesPreview() {
  const { title, today, day, groups } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const kindWords = useMessages(noticeKindMessages);
  const language = useLanguage();
  const dayText = formatDay(day, language);
  const columns: Column<ToldGroup>[] = [
    { key: "about", header: words.about, rowHeader: true, cell: (row) => aboutLines(row) },
    {
      key: "why",
      wordy: true,
      header: words.why,
      cell: (row) => (
        <>
          <span className="font-semibold">{kindWords[row.kind]}</span>
          {whyLines(row, words, language).map((line) => (
            <span key={line} className="block text-muted">
              {line}
            </span>
          ))}
        </>
      ),
    },
    { key: "recipients", header: words.recipients, cell: (row) => row.recipients.join(", ") },
    {
      key: "leaves",
      header: words.leaves,
      wideOnly: true,
      cell: ({ waits }) => (waits ? words.morning : words.atOnce),
    },
  ];
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[{ label: words.ledger, to: paths.notices() }]}
        action={<AsOfPicker day={day} today={today} />}
      >
        {day > today ? words.future(dayText) : day === today ? words.today : words.past(dayText)}
      </PageHeader>
      <DataTable
        caption={words.caption(dayText)}
        columns={columns}
        rows={groups}
        rowKey={(row) => row.key}
        empty={<EmptyState title={words.nobodyTitle}>{words.nobody}</EmptyState>}
      />
    </>
  );
}

/** Whom or what it is about: the person where there is one, and the organisation. */
function aboutLines({ facts, organisationName }: ToldGroup) {
  const person = typeof facts.personName === "string" ? facts.personName : null;
  return (
    <>
      {person ?? organisationName ?? "–"}
      {person && organisationName && <span className="block font-normal text-muted">{organisationName}</span>}
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
