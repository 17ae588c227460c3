import { defineMessages } from "./messages";

/** How cut-score studies are spoken of on all their pages. */
export const cutScoreMessages = defineMessages({
  en: {
    title: "Cut-score studies",
    states: { open: "under way", signed: "signed", abandoned: "abandoned" },
    round: (round: number) => `Round ${round}`,
    rate: "Rate items",
  },
  de: {
    title: "Studien zur Bestehensgrenze",
    states: { open: "läuft", signed: "unterzeichnet", abandoned: "abgebrochen" },
    round: (round) => `Runde ${round}`,
    rate: "Aufgaben einschätzen",
  },
});
