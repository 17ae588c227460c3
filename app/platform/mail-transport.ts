/** One mail, ready to leave. One recipient a message. */
export interface Mail {
  /** RFC 5322 Message-ID including the angle brackets; the same on every retry. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An iCalendar object (RFC 5545) that mail programs offer to put into the calendar. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly content: string };
}

export type DeliveryOutcome =
  | { readonly outcome: "accepted" }
  /** A 5xx answer: trying again will not help. */
  | { readonly outcome: "refused"; readonly reason: string }
  /** Anything else, including a lost reply: the mail may or may not have left. */
  | { readonly outcome: "uncertain"; readonly reason: string };

export interface MailTransport {
  readonly kind: "smtp" | "mailbox";
  /** Never throws, and always ends within a hard time limit. */
  deliver(mail: Mail): Promise<DeliveryOutcome>;
  close(): void;
}
