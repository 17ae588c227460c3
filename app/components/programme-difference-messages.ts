import { defineMessages } from "./messages";

/** In what two versions of the programme differ. */
export const programmeDifferenceMessages = defineMessages({
  en: {
    none: "none",
    noDifference: "Nothing.",
    calculatorUses: {
      never: "at no question",
      numeric: "at questions that ask for a number",
      always: "at every question",
    },
    changed: {
      items: (section: string, before: string, after: string) => `${section}: ${after} items instead of ${before}`,
      weight: (section: string, before: string, after: string) => `${section}: weight ${after} instead of ${before}`,
      minimum: (section: string, before: string, after: string) => `${section}: minimum ${after} instead of ${before}`,
      duration: (before: number, after: number) => `Time: ${after} minutes instead of ${before}`,
      calculator: (before: string, after: string) => `Calculator: ${after}, until now ${before}`,
      trainingRequired: "The second-level training is required",
      trainingNotRequired: "The second-level training is not required any more",
      cutScore: (before: string, after: string) => `Cut score: ${after} instead of ${before}`,
    },
  },
  de: {
    none: "keiner",
    noDifference: "Nichts.",
    calculatorUses: {
      never: "bei keiner Frage",
      numeric: "bei Fragen nach einer Zahl",
      always: "bei jeder Frage",
    },
    changed: {
      items: (section, before, after) => `${section}: ${after} statt ${before} Aufgaben`,
      weight: (section, before, after) => `${section}: Gewicht ${after} statt ${before}`,
      minimum: (section, before, after) => `${section}: Mindestwert ${after} statt ${before}`,
      duration: (before, after) => `Zeit: ${after} statt ${before} Minuten`,
      calculator: (before, after) => `Rechner: ${after}, bisher ${before}`,
      trainingRequired: "Die Second-Level-Schulung ist nötig",
      trainingNotRequired: "Die Second-Level-Schulung ist nicht mehr nötig",
      cutScore: (before, after) => `Bestehensgrenze: ${after} statt ${before}`,
    },
  },
});
