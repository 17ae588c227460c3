import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "~/kernel/rejection";
import { selectOptionalMailboxMessage } from "~/platform/mailbox-queries.server";
import { may } from "./gate.server";
import { messageIdOf } from "./paths";

/** The mail that the address names, for who may read the mailbox. Throws `not_found` for an unknown one, and for every one in production, which has no mailbox. */
export async function mailboxMessage(args: LoaderFunctionArgs) {
  const { portal } = await may(args, "mailbox.read");
  if (portal.mode === "production") throw notFound();
  const mail = await selectOptionalMailboxMessage(portal.db, messageIdOf(args.params.key ?? ""));
  if (!mail) throw notFound();
  return mail;
}
