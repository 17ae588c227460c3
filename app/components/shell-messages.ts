import { defineMessages } from "./messages";

/** Words of the frame around every page. */
export const shellMessages = defineMessages({
  en: {
    language: "Language",
    languages: { en: "English", de: "Deutsch" },
    menu: "Menu",
    aboutPortal: "About this portal",
    demo: "Demo: everything here is invented.",
    clock: (day: string) => `The portal’s clock was moved: it is ${day}.`,
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
    aboutPortal: "Zu diesem Portal",
    demo: "Demo: Alles hier ist erfunden.",
    clock: (day) => `Die Uhr des Portals ist verstellt: Es ist ${day}.`,
    stepsLeft: (open) =>
      open === 0 ? "Alles erledigt" : open === 1 ? "Ein Schritt fehlt noch" : `${open} Schritte fehlen noch`,
    stepDone: "Erledigt",
    stepNow: "Jetzt",
    stepOpen: "Offen",
    line: (number) => `Zeile ${number}`,
    linesChosen: "Wählen Sie die Zeilen, die es belegen",
  },
});
