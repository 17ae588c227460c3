import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "~/kernel/rejection";
import { selectOptionalMailboxMessage } from "~/platform/mailbox-queries.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { messageIdOf } from "~/web/paths";

/** One attachment of a mail, as a mail program would hand it to the calendar. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal } = await may(args, "mailbox.read");
  const mail =
    portal.mode === "production"
      ? undefined
      : await selectOptionalMailboxMessage(portal.db, messageIdOf(args.params.key ?? ""));
  const attachment = mail?.attachments.find(({ filename }) => filename === args.params.filename);
  if (!attachment) throw notFound();
  return new Response(attachment.content, {
    headers: {
      "Content-Type": attachment.contentType,
      "Content-Disposition": `attachment; filename="${attachment.filename}"`,
      "Cache-Control": "no-store",
    },
  });
});
