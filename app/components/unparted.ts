import type { Language } from "./messages";

/** A German day or time whose weekday, date and "Uhr" are not parted at the end of a line: "Di, 12.01.2027", "1. Mai", "09:00 Uhr". */
export const unparted = (words: string, language: Language): string =>
  language === "de" ? words.replace(/(?<=\b[A-Z][a-z],|\d\.) | (?=Uhr\b)/g, "\u00a0") : words;
