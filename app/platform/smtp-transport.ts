import nodemailer from "nodemailer";
import { calendarType, type DeliveryOutcome, type Mail, type MailTransport } from "./mail-transport";

const limitMilliseconds = 20_000;

/** What nodemailer says of a failure. */
interface SmtpFault {
  readonly message?: string;
  readonly code?: string;
  /** Where in the conversation: "CONN", "STARTTLS", "AUTH PLAIN", "MAIL FROM", "RCPT TO", "DATA" ... */
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

function outcomeOf(fault: SmtpFault): DeliveryOutcome {
  const reason = (fault.message ?? "no reason given").slice(0, 500);
  const of = refusedBy(fault);
  return of ? { outcome: "refused", of, reason } : { outcome: "uncertain", reason };
}

/**
 * What a 5xx answer refuses. Said at the greeting, at STARTTLS, of our sign-in or of our sender, it meets every mail alike: the fault is the
 * server's or our configuration's, no mail is to be given up for it and no address at fault. Some servers hold such an answer back until
 * RCPT TO; the enhanced code (RFC 3463) tells it from one about the recipient.
 */
function refusedBy({ command, code, responseCode = 0, response = "" }: SmtpFault): "address" | "mail" | undefined {
  const enhanced = /^5\d\d[ -]5\.(\d+\.\d+)/.exec(response)?.[1] ?? "";
  // Sender (1.7, 1.8), protocol (5) and policy (7), which is "relay access denied" for whoever is not signed in; 50x and 53x say the same without.
  if (command === "RCPT TO" && responseCode >= 550) return /^(1\.[78]$|5\.|7\.)/.test(enhanced) ? undefined : "address";
  // The answer to the mail itself; to the command DATA, before it, the code is another.
  if (command !== "DATA" || code !== "EMESSAGE" || responseCode < 500) return undefined;
  // Of our sender again: unknown, or not to be used by who has signed in (7.60 and 2.252 at Exchange).
  if (/^(1\.[78]|7\.60|2\.252)$/.test(enhanced)) return undefined;
  return /^(1\.|2\.[12]$)/.test(enhanced) ? "address" : "mail";
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
