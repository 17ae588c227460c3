import { fieldFaultMessages } from "./field-fault-messages";
import { formatNumber } from "./format";
import type { Language } from "./messages";

type FaultCode = keyof (typeof fieldFaultMessages)["en"];

const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(fieldFaultMessages.en, code);

/**
 * The sentence for a code as the server sends it: `required`, or with its limit `too_long:200`; after `said:` stands a sentence of the
 * server's own. A code nobody worded gets the general sentence, so that a person is never shown the code itself.
 */
export function fieldFault(fault: string, language: Language): string {
  if (fault.startsWith("said:")) return fault.slice(5);
  const [code = "", limit = ""] = fault.split(":", 2);
  const words = fieldFaultMessages[language];
  const sentence = isFaultCode(code) ? words[code] : words.invalid;
  if (typeof sentence === "string") return sentence;
  return sentence(limit !== "" && Number.isFinite(Number(limit)) ? formatNumber(Number(limit), language) : limit);
}
