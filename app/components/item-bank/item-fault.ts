import { fieldFault } from "~/components/field-fault";
import type { Language } from "~/components/messages";
import { itemFaultMessages } from "./item-fault-messages";

type ItemFaultCode = keyof (typeof itemFaultMessages)["en"];

const isItemFault = (code: string): code is ItemFaultCode => Object.hasOwn(itemFaultMessages.en, code);

/** The sentence for a code that only items have; null for any other. */
export function ownItemFault(fault: string, language: Language): string | null {
  const [code = "", fact = ""] = fault.split(":", 2);
  if (!isItemFault(code)) return null;
  const sentence = itemFaultMessages[language][code];
  return typeof sentence === "string" ? sentence : sentence(fact);
}

/** The sentence for any code that the rules of items give. */
export const itemFault = (fault: string, language: Language): string =>
  ownItemFault(fault, language) ?? fieldFault(fault, language);
