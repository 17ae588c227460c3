import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { mailboxMessage } from "~/web/mailbox-message.server";

/** One attachment of a mail, as a mail program would hand it to the calendar. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const mail = await mailboxMessage(args);
  const attachment = mail.attachments.find(({ filename }) => filename === args.params.filename);
  if (!attachment) throw notFound();
  return new Response(attachment.content, {
    headers: {
      "Content-Type": attachment.contentType,
      "Content-Disposition": `attachment; filename="${attachment.filename}"`,
      "Cache-Control": "no-store",
    },
  });
});
