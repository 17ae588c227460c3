import { createContext, type ReactNode, useContext } from "react";
import type { Language, Messages } from "./messages";

const LanguageContext = createContext<Language>("en");

/** Says once, in the root, which language the page speaks; server and browser get it from the same loader. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export const useLanguage = (): Language => useContext(LanguageContext);

/** The half of `messages` that the page speaks. */
export function useMessages<T>(messages: Messages<T>): Messages<T>["en"] {
  return messages[useLanguage()];
}
