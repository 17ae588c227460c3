import type { Mail } from "~/platform/mail-transport";
import type { Language } from "~/platform/schema/people-tables";
import type { MailContent } from "./mail-facts";
import { htmlBody, textBody } from "./mail-layout";
import { mailChoice, mailLink } from "./mail-links";
import { mailWords } from "./mail-words";
import { isDispensable } from "./unwanted";

export interface Recipient {
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
}

/** Line breaks, other controls and marks that reverse the reading direction; a fact is one line of plain text. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const oneLine = (text: string): string => text.replace(unprintable, " ").trim();

function plainValue(value: unknown, name = ""): unknown {
  if (typeof value === "string") return name === "calendarContent" ? value : oneLine(value);
  if (Array.isArray(value)) return value.map((entry) => plainValue(entry));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner, key)]));
}

/** The facts with every text on one line; the calendar object alone has lines of its own. */
function plainFacts(content: MailContent): MailContent {
  return { template: content.template, facts: plainValue(content.facts) } as MailContent;
}

/** The mail, in the recipient's language, as text and as HTML that say the same. `baseUrl` has no slash at its end. */
export function renderMail(content: MailContent, recipient: Recipient, messageId: string, baseUrl: string): Mail {
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
  const calendar =
    "calendarMethod" in facts && facts.calendarMethod && facts.calendarContent
      ? { calendar: { method: facts.calendarMethod, content: facts.calendarContent } }
      : {};
  return {
    messageId,
    to: { name: recipientName, address: recipient.email },
    subject: words.subject,
    text: textBody(parts),
    html: htmlBody(parts),
    ...calendar,
  };
}
