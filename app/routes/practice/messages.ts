import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Practice",
    intro: "Questions of their own, apart from the examination. Nothing here counts for a certificate.",
    bySection: "By section, with an answer at once",
    bySectionText: "One question after the other, as long as you like. After each answer: what was right, and why.",
    start: "Practise",
    goOn: "Go on",
    startOf: (section: string) => `Practise: ${section}`,
    goOnOf: (section: string) => `Go on: ${section}`,
    mock: "Mock examination",
    mockText: (items: number, minutes: number) =>
      `${items} questions in ${minutes} minutes, as in the examination: no answers until the end.`,
    mockStart: "Start the mock examination",
    mockGoOn: (time: string) => `Go on, until ${time}`,
    mocks: "Your latest mock examinations",
    mockOf: (instant: string) => `Mock examination of ${instant}`,
    progress: "Your progress",
    progressText: (cut: string) =>
      `Share of the points by day of practice. The dashed line is the cut score of the examination, ${cut}.`,
    nothingYet: "Not practised yet",
    latest: (percent: string, day: string) => `${percent} on ${day}`,
    inFigures: "In figures",
    section: "Section",
    day: "Day",
    answered: "Questions",
    share: "Share of the points",
    pictureOf: (section: string, days: number, percent: string) =>
      `${section}: ${days === 1 ? "one day" : `${days} days`} of practice, ${percent} on the latest`,
  },
  de: {
    title: "Üben",
    intro: "Eigene Fragen, getrennt von der Prüfung. Nichts davon zählt für ein Zertifikat.",
    bySection: "Nach Abschnitten, mit sofortiger Antwort",
    bySectionText: "Eine Frage nach der anderen, so lange Sie möchten. Nach jeder Antwort: was richtig war und warum.",
    start: "Üben",
    goOn: "Weiter",
    startOf: (section) => `Üben: ${section}`,
    goOnOf: (section) => `Weiter: ${section}`,
    mock: "Probeprüfung",
    mockText: (items, minutes) =>
      `${items} Fragen in ${minutes} Minuten wie in der Prüfung: keine Antworten bis zum Ende.`,
    mockStart: "Probeprüfung beginnen",
    mockGoOn: (time) => `Fortsetzen, bis ${time}`,
    mocks: "Ihre letzten Probeprüfungen",
    mockOf: (instant) => `Probeprüfung vom ${instant}`,
    progress: "Ihr Fortschritt",
    progressText: (cut) =>
      `Anteil der Punkte je Übungstag. Die gestrichelte Linie ist die Bestehensgrenze der Prüfung, ${cut}.`,
    nothingYet: "Noch nicht geübt",
    latest: (percent, day) => `${percent} am ${day}`,
    inFigures: "In Zahlen",
    section: "Abschnitt",
    day: "Tag",
    answered: "Fragen",
    share: "Anteil der Punkte",
    pictureOf: (section, days, percent) =>
      `${section}: ${days === 1 ? "ein Übungstag" : `${days} Übungstage`}, zuletzt ${percent}`,
  },
});
