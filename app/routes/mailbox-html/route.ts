import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "~/kernel/rejection";
import { selectOptionalMailboxMessage } from "~/platform/mailbox-queries.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { messageIdOf } from "~/web/paths";

/** The mail as its recipient's program would show it. The security headers give it a policy of its own: styles inline, no scripts, sandboxed. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal } = await may(args, "mailbox.read");
  const mail =
    portal.mode === "production"
      ? undefined
      : await selectOptionalMailboxMessage(portal.db, messageIdOf(args.params.key ?? ""));
  if (!mail) throw notFound();
  return new Response(mail.htmlBody, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
});
