import { defineMessages } from "~/components/messages";

/** What a reviewer is asked about texts that were changed in one language only; the server says it, so that the page need not carry the words. */
export const outdatedApprovalMessages = defineMessages({
  en: {
    title: "The two languages may no longer say the same",
    shown: "Candidates would get these texts as they are now. Below, both languages stand side by side.",
    alike: "Some of them read the same in both: perhaps nobody has translated them yet.",
    question: "You have read them in both languages:",
    confirmed: "They say the same. They are up to date again.",
    left: "They may go as they are. They stay marked as outdated.",
  },
  de: {
    title: "Beide Sprachen sagen womöglich nicht mehr dasselbe",
    shown:
      "Die Prüflinge bekämen diese Texte so, wie sie jetzt sind. Weiter unten stehen beide Sprachen nebeneinander.",
    alike: "Einige lauten in beiden gleich: Vielleicht hat sie noch niemand übersetzt.",
    question: "Sie haben sie in beiden Sprachen gelesen:",
    confirmed: "Sie sagen dasselbe und gelten wieder als aktuell.",
    left: "Sie können so bleiben, gelten aber weiter als veraltet.",
  },
});
