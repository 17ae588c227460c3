import { defineMessages } from "./messages";

/** What pages about an item say of a regrade that is in force; put together where the page is made, so that browsers need none of it. */
export const regradeInForceMessages = defineMessages({
  en: {
    title: (version: number) => `A regrade of version\u00a0${version} is in force`,
    since: (when: string) => `Since ${when}:`,
    treatments: {
      accept_both: "another answer is accepted as well.",
      new_key: "another answer has taken the place of the key.",
      full_marks: "everybody gets full marks.",
      drop: "the item is left out.",
    },
    later: "Examinations that are handed in later are graded by it, too.",
    still: "Forms still draw the version as it is written: correct the item, or retire it.",
    figures: "Points in the figures are those after the regrade; the key is still the one that stands in the item.",
    second:
      "Another regrade of this version can be proposed and seen in its dry run, but only be applied once this one is undone.",
    open: "Open the regrade",
  },
  de: {
    title: (version) => `Für Fassung\u00a0${version} ist eine Neubewertung in Kraft`,
    since: (when) => `Seit ${when}:`,
    treatments: {
      accept_both: "Eine zusätzliche Antwort gilt als richtig.",
      new_key: "Eine andere Antwort gilt anstelle des Schlüssels.",
      full_marks: "Alle erhalten die volle Punktzahl.",
      drop: "Die Aufgabe wird weggelassen.",
    },
    later: "Auch Prüfungen, die später abgegeben werden, werden danach bewertet.",
    still: "Bögen ziehen die Fassung weiter, wie sie dasteht: Korrigieren Sie die Aufgabe, oder ziehen Sie sie zurück.",
    figures:
      "Die Punkte in den Werten sind die nach der Neubewertung; als richtig gilt dort noch, was in der Aufgabe steht.",
    second:
      "Eine weitere Neubewertung dieser Fassung lässt sich vorschlagen und im Probelauf ansehen, in Kraft treten kann sie erst, wenn diese zurückgenommen ist.",
    open: "Neubewertung öffnen",
  },
});
