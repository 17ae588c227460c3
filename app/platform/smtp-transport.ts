import nodemailer from "nodemailer";
import { calendarType, type DeliveryOutcome, type Mail, type MailTransport } from "./mail-transport";

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

/**
 * The first event also stands in the mail as another form of its text, which is where mail programs look for an invitation; each further one
 * is attached as an invitation of its own.
 */
function calendarParts({ calendar = [] }: Mail) {
  const [first, ...further] = calendar;
  if (!first) return {};
  return {
    icalEvent: { method: first.method, filename: first.filename, content: first.content },
    attachments: further.map((attachment) => ({
      filename: attachment.filename,
      content: attachment.content,
      contentType: calendarType(attachment),
    })),
  };
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
    from,
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
          ...calendarParts(mail),
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
