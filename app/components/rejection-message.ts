import type { Rejection, RejectionCode, RejectionFacts } from "~/kernel/rejection";
import type { Language } from "./messages";
import { rejectionMessages } from "./rejection-messages";

/** The sentence for a refusal, filled with its facts; a fact that is missing is left out, never shown as a hole. */
export function rejectionMessage(code: RejectionCode, facts: RejectionFacts, language: Language): string {
  const sentence: string | ((facts: RejectionFacts) => string) = rejectionMessages[language][code];
  return typeof sentence === "string" ? sentence : sentence(facts);
}

/** A refusal as it travels to the page, with its sentence in both languages: no page need know every sentence there is. */
export interface WordedRejection {
  readonly code: RejectionCode;
  readonly facts: RejectionFacts;
  readonly sentence: Readonly<Record<Language, string>>;
}

export const worded = ({ code, facts }: Pick<Rejection, "code" | "facts">): WordedRejection => ({
  code,
  facts,
  sentence: { en: rejectionMessage(code, facts, "en"), de: rejectionMessage(code, facts, "de") },
});
