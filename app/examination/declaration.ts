/**
 * What a candidate accepts before the start, in versions: the version is kept with the attempt, so a text that has been accepted never changes.
 * Another wording is another version.
 */
import type { Language } from "~/platform/schema/people-tables";

export interface Declaration {
  /** The rules and the time, both shown beside it. */
  readonly rules: string;
  readonly honour: string;
}

export const declarations: readonly Readonly<Record<Language, Declaration>>[] = [
  {
    en: {
      rules: "I have read the rules on this page and accept them, and the time that I have.",
      honour: "I answer alone, without help from others, and keep the questions to myself.",
    },
    de: {
      rules: "Ich habe die Regeln auf dieser Seite gelesen und bin mit ihnen und der verfügbaren Zeit einverstanden.",
      honour: "Ich antworte allein, ohne Hilfe anderer, und behalte die Fragen für mich.",
    },
  },
  {
    en: {
      rules:
        "I have read the rules on this page and know what is recorded during the exam. I accept the rules, and the time that I have.",
      honour: "I answer alone, without help from others, and keep the questions to myself.",
    },
    de: {
      rules:
        "Ich habe die Regeln auf dieser Seite gelesen und weiß, was während der Prüfung aufgezeichnet wird. Mit den Regeln und der verfügbaren Zeit bin ich einverstanden.",
      honour: "Ich antworte allein, ohne Hilfe anderer, und behalte die Fragen für mich.",
    },
  },
];

/** The version that whoever starts now accepts; they count from 1. */
export const currentDeclaration: number = declarations.length;

/** The words of a version. Throws when there is none. */
export function declarationOf(version: number, language: Language): Declaration {
  const declaration = declarations[version - 1]?.[language];
  if (!declaration) throw new Error(`there is no version ${version} of the declaration`);
  return declaration;
}

/** Said by whoever starts an attempt. */
export interface Declared {
  readonly version: number;
  readonly language: Language;
}
