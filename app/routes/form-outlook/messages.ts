import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Exam forms",
    windows: "Examination windows",
    intro: "What the item bank can do today, before a candidate finds out.",
    sections: "Items by section",
    section: "Section",
    needed: "A form takes",
    inBank: "In the bank",
    generated: "of these generated",
    endless: (count: number) => (count === 0 ? "0" : `${count} (endless)`),
    missing: "Missing",
    difficulty: "How alike the forms are",
    difficultyText: (forms: number, least: string, mean: string, most: string, cut: string, measured: boolean) =>
      `Of ${forms} forms for different people, ${measured ? "a candidate" : "somebody who just deserves to pass"} is expected to reach ${mean} on average, ${least} on the hardest and ${most} on the easiest. The cut score is ${cut}.`,
    measured: (items: number, fewest: number, most: number, responses: number) =>
      most === 0
        ? `These are the authors' guesses: no item of these forms has ${responses} responses yet.`
        : fewest === items
          ? "Each item counts with what candidates have reached on it."
          : `Of the ${items} items of a form, ${fewest === most ? most : `${fewest} to ${most}`} count with what candidates have reached on them, from ${responses} responses on; the others with their authors' guess for somebody who just deserves to pass.`,
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
    inBank: "Im Bestand",
    generated: "davon generiert",
    endless: (count) => (count === 0 ? "0" : `${count} (endlos)`),
    missing: "Es fehlen",
    difficulty: "Wie gleichwertig die Bögen sind",
    difficultyText: (forms, least, mean, most, cut, measured) =>
      `Auf ${forms} Bögen für verschiedene Personen erreicht ${measured ? "ein Prüfling" : "jemand, der gerade noch bestehen soll,"} voraussichtlich im Mittel ${mean}, auf dem schwersten ${least} und auf dem leichtesten ${most}. Die Bestehensgrenze liegt bei ${cut}.`,
    measured: (items, fewest, most, responses) =>
      most === 0
        ? `Das sind Schätzungen der Autorinnen und Autoren: Zu keiner Aufgabe dieser Bögen gibt es schon ${responses} Antworten.`
        : fewest === items
          ? "Jede Aufgabe zählt mit dem, was Prüflinge bei ihr erreicht haben."
          : `Von den ${items} Aufgaben eines Bogens zählen ${fewest === most ? most : `${fewest} bis ${most}`} mit dem, was Prüflinge bei ihnen erreicht haben (ab ${responses} Antworten), die übrigen mit der Schätzung für jemanden, der gerade noch bestehen soll.`,
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
