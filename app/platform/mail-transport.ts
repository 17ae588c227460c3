/** One mail, ready to leave. One recipient a message. */
export interface Mail {
  /** RFC 5322 Message-ID including the angle brackets; the same on every retry. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What mail programs offer to put into the calendar, or to take out of it. */
  readonly calendar?: readonly CalendarAttachment[];
}

/** One iCalendar object (RFC 5545) with one event. */
export interface CalendarAttachment {
  readonly method: "REQUEST" | "CANCEL";
  readonly filename: string;
  readonly content: string;
}

export const calendarType = ({ method }: CalendarAttachment): string =>
  `text/calendar; charset=utf-8; method=${method}`;

export type DeliveryOutcome =
  | { readonly outcome: "accepted" }
  /** A 5xx answer about the recipient's address, or about this mail alone: trying again will not help. */
  | { readonly outcome: "refused"; readonly of: "address" | "mail"; readonly reason: string }
  /** Anything else, including a lost reply (the mail may or may not have left) and a server that takes no mail of ours. */
  | { readonly outcome: "uncertain"; readonly reason: string };

export interface MailTransport {
  readonly kind: "smtp" | "mailbox";
  /** Whose name and address stand on the mails: "Portal <portal@example.org>" or an address alone. */
  readonly from: string;
  /** Never throws, and always ends within a hard time limit. */
  deliver(mail: Mail): Promise<DeliveryOutcome>;
  close(): void;
}
