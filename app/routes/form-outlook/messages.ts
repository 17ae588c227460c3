import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Exam forms",
    windows: "Examination windows",
    intro: "What the item bank can do today, before a candidate finds out.",
    sections: "Items by section",
    section: "Section",
    needed: "A form takes",
    fixed: "Items",
    generated: "Generated",
    endless: (count: number) => (count === 0 ? "0" : `${count} (endless)`),
    missing: "Missing",
    difficulty: "How alike the forms are",
    difficultyText: (forms: number, least: string, mean: string, most: string, cut: string) =>
      `Of ${forms} forms for different people, somebody who just deserves to pass is expected to reach ${mean} on average, ${least} on the hardest and ${most} on the easiest. The cut score is ${cut}. These are the authors' guesses.`,
    unknown: {
      no_form: "Not known, because no form can be drawn.",
      no_guess: "Not known, because no item has a guess of its difficulty.",
    },
    withoutGuess: (count: number) =>
      count === 1 ? "One item has no guess of its difficulty." : `${count} items have no guess of their difficulty.`,
    assumed:
      "Assumed for each of them is the mean of the guesses in its section, or of all guesses where its section has none.",
    more: (count: number) => `and ${count} more`,
  },
  de: {
    title: "Prüfungsbögen",
    windows: "Prüfungszeiträume",
    intro: "Was der Aufgabenbestand heute hergibt, bevor es jemand in der Prüfung merkt.",
    sections: "Aufgaben nach Abschnitten",
    section: "Abschnitt",
    needed: "Je Bogen",
    fixed: "Aufgaben",
    generated: "Generiert",
    endless: (count) => (count === 0 ? "0" : `${count} (endlos)`),
    missing: "Es fehlen",
    difficulty: "Wie gleichwertig die Bögen sind",
    difficultyText: (forms, least, mean, most, cut) =>
      `Auf ${forms} Bögen für verschiedene Personen erreicht jemand, der gerade noch bestehen soll, voraussichtlich im Mittel ${mean}, auf dem schwersten ${least} und auf dem leichtesten ${most}. Die Bestehensgrenze liegt bei ${cut}. Das sind Schätzungen der Autorinnen und Autoren.`,
    unknown: {
      no_form: "Nicht bekannt, weil sich kein Bogen zusammenstellen lässt.",
      no_guess: "Nicht bekannt, weil zu keiner Aufgabe geschätzt ist, wie schwer sie ist.",
    },
    withoutGuess: (count) =>
      count === 1
        ? "Zu einer Aufgabe fehlt die Schätzung, wie schwer sie ist."
        : `Zu ${count} Aufgaben fehlt die Schätzung, wie schwer sie sind.`,
    assumed:
      "Angenommen ist dafür jeweils das Mittel der Schätzungen des Abschnitts, oder aller Schätzungen, wo der Abschnitt keine hat.",
    more: (count) => `und ${count} weitere`,
  },
});
