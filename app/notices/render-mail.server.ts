import type { Mail } from "~/platform/mail-transport";
import type { Language } from "~/platform/schema/people-tables";
import type { MailContent } from "./mail-facts";
import { htmlBody, textBody } from "./mail-layout";
import { mailChoice, mailLink } from "./mail-links";
import { mailWords } from "./mail-words";
import { trainingCalendar } from "./training-calendar";
import { isDispensable } from "./unwanted";

export interface Recipient {
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
}

/** Line breaks, other controls and marks that reverse the reading direction; a fact is one line of plain text. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const oneLine = (text: string): string => text.replace(unprintable, " ").trim();

function plainValue(value: unknown): unknown {
  if (typeof value === "string") return oneLine(value);
  if (Array.isArray(value)) return value.map((entry) => plainValue(entry));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]));
}

/** The facts with every text on one line. */
function plainFacts(content: MailContent): MailContent {
  return { template: content.template, facts: plainValue(content.facts) } as MailContent;
}

/** Which portal writes: its address, without a slash at the end, and whom its mails are from. */
export interface Sender {
  readonly baseUrl: string;
  readonly from: string;
}

/** The mail, in the recipient's language, as text and as HTML that say the same, with what is meant for the recipient's calendar. */
export function renderMail(content: MailContent, recipient: Recipient, messageId: string, sender: Sender): Mail {
  const { baseUrl } = sender;
  const plain = plainFacts(content);
  const { facts } = plain;
  const words = mailWords(recipient.language, plain.template, facts);
  const recipientName = oneLine(recipient.fullName);
  const parts = {
    language: recipient.language,
    words,
    recipientName,
    link: baseUrl + mailLink(plain),
    home: baseUrl,
    choose: isDispensable(plain.template) ? baseUrl + mailChoice : null,
    seats: "minimum" in facts ? { count: facts.count, minimum: facts.minimum } : null,
  };
  const to = { name: recipientName, address: recipient.email };
  const calendar =
    "trainingSessionId" in facts
      ? { calendar: trainingCalendar(facts, { language: recipient.language, to, from: sender.from, link: parts.link }) }
      : {};
  return {
    messageId,
    to,
    subject: words.subject,
    text: textBody(parts),
    html: htmlBody(parts),
    ...calendar,
  };
}
