import { defineMessages } from "./messages";

/** What the pages of marking share. */
export const markingMessages = defineMessages({
  en: {
    title: "Tickets to mark",
    /** `percent`: how far apart two markings may lie. */
    rule: (percent: number) =>
      `The mean of two markings counts. Where they lie more than ${percent} % of the ticket's points apart, or only one of them would mean a pass, a third person marks, and that marking counts alone.`,
  },
  de: {
    title: "Tickets bewerten",
    rule: (percent) =>
      `Es zählt das Mittel aus zwei Bewertungen. Liegen sie um mehr als ${percent} % der Ticketpunkte auseinander, oder wäre die Prüfung nur nach einer von beiden bestanden, bewertet eine dritte Person; dann zählt allein deren Bewertung.`,
  },
});
