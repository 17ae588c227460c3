import { defineMessages } from "./messages";

/** How regrades are spoken of on all their pages. */
export const regradeMessages = defineMessages({
  en: {
    title: "Regrades",
    item: (code: string, version: number) => `${code}, version\u00a0${version}`,
    treatments: {
      accept_both: "Accept another answer as well",
      new_key: "Another key",
      full_marks: "Full marks for everybody",
      drop: "Leave the item out",
    },
    byKey: "Right by the item",
    named: { accept_both: "Accepted as well", new_key: "Right instead" },
    states: { proposed: "proposed", applied: "in force", undone: "undone", discarded: "discarded" },
  },
  de: {
    title: "Neubewertungen",
    item: (code, version) => `${code}, Fassung\u00a0${version}`,
    treatments: {
      accept_both: "Zusätzliche Antwort gelten lassen",
      new_key: "Anderer Schlüssel",
      full_marks: "Volle Punktzahl für alle",
      drop: "Aufgabe weglassen",
    },
    byKey: "Richtig laut Aufgabe",
    named: { accept_both: "Zusätzlich richtig", new_key: "Stattdessen richtig" },
    states: { proposed: "vorgeschlagen", applied: "in Kraft", undone: "zurückgenommen", discarded: "verworfen" },
  },
});
