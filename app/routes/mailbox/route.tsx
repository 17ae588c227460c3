import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { FilterBar } from "~/components/filter-bar";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { InputField } from "~/components/text-field";
import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import { selectMailboxMessages } from "~/platform/mailbox-queries.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { mailboxKey, paths } from "~/web/paths";
import { messages } from "./messages";

const newest = 200;

interface MailRow {
  readonly messageId: string;
  readonly receivedAt: string;
  readonly toAddress: string;
  readonly subject: string;
  /** How many. */
  readonly attachments: number;
}

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language } = await may(args, "mailbox.read");
  if (portal.mode === "production") throw notFound();
  const to = new URL(args.request.url).searchParams.get("to")?.trim().slice(0, 254) || undefined;
  return json({ title: messages[language].title, to, mails: await selectMailboxMessages(portal.db, newest, to) });
});

export const meta = pageTitle;

export default function Mailbox() {
  const { to, mails } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  const columns: Column<MailRow>[] = [
    {
      key: "subject",
      header: words.subject,
      rowHeader: true,
      cell: ({ subject, attachments }) => (
        <>
          {subject}
          {attachments > 0 && (
            <span className="block text-sm font-normal text-muted">{words.attachments(attachments)}</span>
          )}
        </>
      ),
    },
    {
      key: "to",
      header: words.to,
      wideOnly: true,
      cell: (mail) => <span className="wrap-break-word">{mail.toAddress}</span>,
    },
    {
      key: "received",
      header: words.received,
      noWrap: true,
      cell: (mail) => formatInstant(mail.receivedAt, language, policy.staffTimeZone, "stamp"),
    },
  ];
  return (
    <>
      <PageHeader title={words.title}>{words.intro(policy.staffTimeZone)}</PageHeader>
      <FilterBar active={to !== undefined}>
        <InputField field={{ name: "to" }} label={words.search} type="search" hideOptional defaultValue={to} />
      </FilterBar>
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={mails}
        rowKey={(mail) => mail.messageId}
        rowLink={(mail) => paths.mailboxMessage(mailboxKey(mail.messageId))}
        empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
