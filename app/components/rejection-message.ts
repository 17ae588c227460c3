import type { RejectionCode, RejectionFacts } from "~/kernel/rejection";
import type { Language } from "./messages";
import { rejectionMessages } from "./rejection-messages";

/** The sentence for a refusal, filled with its facts; a fact that is missing is left out, never shown as a hole. */
export function rejectionMessage(code: RejectionCode, facts: RejectionFacts, language: Language): string {
  const sentence: string | ((facts: RejectionFacts) => string) = rejectionMessages[language][code];
  return typeof sentence === "string" ? sentence : sentence(facts);
}
