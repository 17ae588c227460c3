import { defineMessages } from "./messages";

/** Words of the frame around every page. */
export const shellMessages = defineMessages({
  en: {
    language: "Language",
    languages: { en: "English", de: "Deutsch" },
    menu: "Menu",
    stepsLeft: (open: number) => (open === 0 ? "All done" : open === 1 ? "One step remains" : `${open} steps remain`),
    stepDone: "Done",
    stepNow: "Now",
    stepOpen: "To do",
    line: (number: number) => `Line ${number}`,
    linesChosen: "Choose the lines that prove it",
  },
  de: {
    language: "Sprache",
    languages: { en: "English", de: "Deutsch" },
    menu: "Menü",
    stepsLeft: (open) =>
      open === 0 ? "Alles erledigt" : open === 1 ? "Ein Schritt fehlt noch" : `${open} Schritte fehlen noch`,
    stepDone: "Erledigt",
    stepNow: "Jetzt",
    stepOpen: "Offen",
    line: (number) => `Zeile ${number}`,
    linesChosen: "Wählen Sie die Zeilen, die es belegen",
  },
});
