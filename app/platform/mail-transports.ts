import type { Clock } from "./clock";
import type { Db } from "./database/handle";
import type { Environment } from "./env";
import type { DeliveryOutcome, MailTransport } from "./mail-transport";
import { insertMailboxMessage } from "./mailbox-queries.server";
import { smtpTransport } from "./smtp-transport";

/** Keeps mails in the database, for the mailbox page. */
export function mailboxTransport(from: string, db: Db, clock: Clock): MailTransport {
  return {
    kind: "mailbox",
    from,
    async deliver(mail): Promise<DeliveryOutcome> {
      try {
        await insertMailboxMessage(db, mail, clock.now());
        return { outcome: "accepted" };
      } catch (error) {
        return {
          outcome: "uncertain",
          reason: error instanceof Error ? error.message : "the mailbox could not be written",
        };
      }
    },
    close: () => undefined,
  };
}

/** SMTP where configured; else the mailbox that demo and development show. Production without SMTP keeps mails in the outbox. */
export function createMailTransport(
  env: Pick<Environment, "smtpUrl" | "mailFrom" | "mode">,
  db: Db,
  clock: Clock,
): MailTransport {
  if (env.smtpUrl) return smtpTransport(env.smtpUrl, env.mailFrom);
  if (env.mode !== "production") return mailboxTransport(env.mailFrom, db, clock);
  return {
    kind: "mailbox",
    from: env.mailFrom,
    deliver: async () => ({ outcome: "uncertain", reason: "SMTP_URL is not set" }),
    close: () => undefined,
  };
}
