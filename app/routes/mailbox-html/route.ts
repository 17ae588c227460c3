import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/web/answering.server";
import { mailboxMessage } from "~/web/mailbox-message.server";

/** The mail as its recipient's program would show it. The security headers give it a policy of its own: styles inline, no scripts, sandboxed. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const mail = await mailboxMessage(args);
  return new Response(mail.htmlBody, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
});
