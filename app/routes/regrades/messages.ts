import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    intro:
      "What was done about items that turned out to be faulty. A regrade begins on the statistics page of its item.",
    item: "Item",
    treatment: "What is done",
    state: "State",
    reason: "Why",
    proposed: "Proposed",
    emptyTitle: "No regrade yet",
    empty: "When an item turns out to be faulty, open it in the exam statistics and start a regrade there.",
    statistics: "To the exam statistics",
  },
  de: {
    intro: "Was mit fehlerhaften Aufgaben geschehen ist. Eine Neubewertung beginnt auf der Statistikseite der Aufgabe.",
    item: "Aufgabe",
    treatment: "Was geschieht",
    state: "Stand",
    reason: "Begründung",
    proposed: "Vorgeschlagen",
    emptyTitle: "Noch keine Neubewertung",
    empty:
      "Wenn sich eine Aufgabe als fehlerhaft erweist, öffnen Sie sie in der Prüfungsstatistik, und beginnen Sie dort eine Neubewertung.",
    statistics: "Zur Prüfungsstatistik",
  },
});
