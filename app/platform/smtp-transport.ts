import nodemailer from "nodemailer";
import type { DeliveryOutcome, Mail, MailTransport } from "./mail-transport";

const limitMilliseconds = 20_000;

interface SmtpFault {
  readonly responseCode?: number;
  readonly message?: string;
}

function outcomeOf(fault: SmtpFault): DeliveryOutcome {
  const reason = (fault.message ?? "no reason given").slice(0, 500);
  const permanent = fault.responseCode !== undefined && fault.responseCode >= 500 && fault.responseCode < 600;
  return permanent ? { outcome: "refused", reason } : { outcome: "uncertain", reason };
}

/** One mail a connection turn, with a hard limit on the whole: a peer that falls silent must not hold a worker. */
export function smtpTransport(url: string, from: string): MailTransport {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: "smtp",
    async deliver(mail: Mail): Promise<DeliveryOutcome> {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<DeliveryOutcome>((resolve) => {
        timer = setTimeout(
          () => resolve({ outcome: "uncertain", reason: "no answer within 20 seconds" }),
          limitMilliseconds,
        );
      });
      const sent = transport
        .sendMail({
          from,
          to: { name: mail.to.name.replace(/[\r\n]+/g, " "), address: mail.to.address },
          messageId: mail.messageId,
          subject: mail.subject.replace(/[\r\n]+/g, " "),
          text: mail.text,
          html: mail.html,
          headers: { "Auto-Submitted": "auto-generated" },
          ...(mail.calendar ? { icalEvent: { method: mail.calendar.method, content: mail.calendar.content } } : {}),
        })
        .then(
          (): DeliveryOutcome => ({ outcome: "accepted" }),
          (fault: unknown): DeliveryOutcome => outcomeOf(fault as SmtpFault),
        );
      return Promise.race([sent, late]).finally(() => clearTimeout(timer));
    },
    close: () => transport.close(),
  };
}
