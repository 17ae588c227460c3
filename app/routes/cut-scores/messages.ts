import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    intro: (cut: string) => `Attempts that start now are sat under a cut score of ${cut}.`,
    introJudge: "The studies in which you are a judge.",
    name: "Study",
    state: "State",
    opened: "Opened",
    cutScore: "Cut score",
    carried: (cut: string, version: number) => `${cut}, version ${version} of the programme`,
    ended: "Ended by, and why",
    emptyTitle: "No study yet",
    empty: "In a study, judges say of each item how likely somebody who just deserves to pass answers it correctly.",
    emptyJudge: "You are not a judge in any study.",
    open: "Open a study",
    titleHint: "What it will be known by, such as the season and the product's release.",
    forms: "Size, in exam forms",
    formsHint:
      "One: as many items of each section as an exam has. More items make the result surer and the work longer.",
    judges: "Judges",
    judgesHint:
      "E-mail addresses of people with an account, one a line. Judges see items of the exam, so name nobody who still has to sit it.",
    submit: "Open the study",
  },
  de: {
    intro: (cut) => `Für Prüfungen, die jetzt beginnen, gilt eine Bestehensgrenze von ${cut}.`,
    introJudge: "Die Studien, in denen Sie beurteilen.",
    name: "Studie",
    state: "Stand",
    opened: "Eröffnet",
    cutScore: "Bestehensgrenze",
    carried: (cut, version) => `${cut}, Version ${version} des Programms`,
    ended: "Abschluss und Begründung",
    emptyTitle: "Noch keine Studie",
    empty:
      "In einer Studie sagen Beurteilende zu jeder Aufgabe, mit welcher Wahrscheinlichkeit jemand, der gerade noch bestehen soll, sie richtig löst.",
    emptyJudge: "Sie beurteilen in keiner Studie.",
    open: "Studie eröffnen",
    titleHint: "Wie die Studie heißen soll, etwa nach Jahreszeit und Produktstand.",
    forms: "Umfang in Prüfungsbögen",
    formsHint:
      "Eins: so viele Aufgaben je Abschnitt wie in einer Prüfung. Mehr Aufgaben machen das Ergebnis sicherer und die Arbeit länger.",
    judges: "Beurteilende",
    judgesHint:
      "E-Mail-Adressen von Personen mit Konto, eine je Zeile. Beurteilende sehen Prüfungsaufgaben. Nennen Sie deshalb niemanden, der die Prüfung noch ablegen muss.",
    submit: "Studie eröffnen",
  },
});
