import type { Template, TemplateFacts } from "./mail-facts";

/** A mail in one language, before it is laid out: short, and always in this order. */
export interface MailWords {
  readonly subject: string;
  /** What the matter is. */
  readonly lead: string;
  /** Facts worth a line each, as term and value. */
  readonly details?: readonly (readonly [term: string, value: string])[];
  /** What happens if nothing is done, or what comes next. */
  readonly consequence: string;
  /** The one button. */
  readonly action: string;
  /** Why this person gets the mail. */
  readonly reason: string;
}

/** Words for every template: one that is missing does not compile. */
export type WordsByTemplate = { readonly [K in Template]: (facts: TemplateFacts[K]) => MailWords };

export type StaffWords = Pick<WordsByTemplate, "status_decided" | "support_contact_change">;
export type TrainingWords = Pick<WordsByTemplate, Extract<Template, `training_${string}`>>;
export type ExamWords = Pick<
  WordsByTemplate,
  Extract<Template, `exam_${string}`> | "report_to_mark" | "cut_score_round"
>;
