import { defineMessages } from "~/components/messages";

/** What an author is asked about the translation; the server says it, so that the page carries it in one language only. */
export const agreementMessages = defineMessages({
  en: {
    outdated: "Outdated so far",
    untilChanged:
      "A text is up to date again once you change it there, or tick below that both languages say the same.",
    agree: "Both languages say the same",
    agreeHint:
      "Tick it when a change in one language needs none in the other. Otherwise each text that you change in one language only counts as outdated in the other.",
  },
  de: {
    outdated: "Bisher veraltet",
    untilChanged:
      "Ein Text gilt wieder als aktuell, sobald Sie ihn dort ändern oder unten ankreuzen, dass beide Sprachen dasselbe sagen.",
    agree: "Beide Sprachen sagen dasselbe",
    agreeHint:
      "Kreuzen Sie es an, wenn eine Änderung in der einen Sprache keine in der anderen braucht. Sonst gilt jeder Text, den Sie nur in einer Sprache ändern, in der anderen als veraltet.",
  },
});
