import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { DefinitionList } from "~/components/definition-list";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { answering } from "~/web/answering.server";
import { mailboxMessage } from "~/web/mailbox-message.server";
import { mailboxKey, paths } from "~/web/paths";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const mail = await mailboxMessage(args);
  const { htmlBody, ...shown } = mail;
  return json({ mail: shown });
});

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageTitle({ ...page, data: { title: data?.mail.subject } });

export default function MailboxMessage() {
  const { mail } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <>
      <PageHeader
        title={mail.subject}
        breadcrumb={[{ label: words.mailbox, to: paths.mailbox() }]}
        action={
          <LinkButton to={paths.mailboxHtml(mailboxKey(mail.messageId))} reloadDocument>
            {words.html}
          </LinkButton>
        }
      />
      <DefinitionList
        entries={[
          { term: words.to, value: <span className="break-all">{mail.toAddress}</span> },
          { term: words.received, value: formatInstant(mail.receivedAt, language, policy.staffTimeZone) },
          { term: words.messageId, value: <code className="break-all font-mono text-sm">{mail.messageId}</code> },
        ]}
      />
      <div className="mt-6 flex flex-col gap-6">
        <Section title={words.text}>
          <pre className="max-w-2xl whitespace-pre-wrap break-words font-mono text-sm">{mail.textBody}</pre>
        </Section>
        {mail.attachments.length > 0 && (
          <Section title={words.attachments}>
            <ul className="flex flex-col gap-3">
              {mail.attachments.map(({ filename, contentType, content }) => (
                <li key={filename}>
                  <a href={paths.mailboxAttachment(mailboxKey(mail.messageId), filename)} className="link tap" download>
                    {filename}
                  </a>{" "}
                  <span className="text-muted">
                    {contentType.includes("method=CANCEL") ? words.calledOff : words.invites}
                  </span>
                  <Disclosure label={words.contents}>
                    <pre className="overflow-x-auto font-mono text-xs">{content}</pre>
                  </Disclosure>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
