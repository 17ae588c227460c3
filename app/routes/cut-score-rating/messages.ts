import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    intro:
      "Think of somebody who just deserves to pass: not the average candidate, not the expert. Of a hundred such people, how many answer the item correctly? Where an answer can earn a part of the points: how many per cent of the points do they reach on average?",
    discussed:
      "The round is closed and its ratings are discussed: you can read the items, and rate again in the next round.",
    own: (percent: number) => `Your rating: ${percent}.`,
    progress: "Rated",
    progressText: (rated: number, items: number) => `${rated} of ${items}`,
    show: "Show the item",
    percent: "Of a hundred, how many?",
    percentHint: "Answered correctly, or no points.",
    pointsPercent: "How many per cent of the points, on average?",
    pointsPercentHint: "0 to 100. An answer that is right in part earns a part of the points.",
    key: "The right answer, and why",
    before: (own: number, mean: number) =>
      `Last round: you ${own}, all judges ${mean} on average. Yours counts again once you save.`,
    save: "Save this section",
    sections: "Sections",
    sectionsHint:
      "While there is a connection, what you enter is saved as you go, also when you go to another section or close the page.",
    states: {
      kept: "Saved.",
      emptied: "Empty, but what you had entered before stands: an estimate can be changed, not withdrawn.",
      waiting: "Not saved yet.",
      invalid: "Not saved: a whole number from 0 to 100.",
      unreachable: "Not saved: the portal cannot be reached. It is tried again every few seconds.",
      refused: "Not saved: the round has been closed, or you are signed out. Open the page anew to see.",
    },
    leave: "Some of your estimates are not saved yet. Leave all the same?",
    saved: "Your ratings are saved.",
    closedTitle: "No round is open",
    closed: "You can rate as soon as the exam manager opens a round.",
    overTitle: "The study is over",
    over: "Its result is signed, or it was abandoned: nothing is rated any more.",
    back: "Back to the study",
  },
  de: {
    intro:
      "Denken Sie an jemanden, der gerade noch bestehen soll: nicht an durchschnittliche Prüflinge und nicht an ausgewiesene Fachleute. Wie viele von hundert solchen Personen lösen die Aufgabe richtig? Wo eine Antwort einen Teil der Punkte bringen kann: Wie viel Prozent der Punkte erreichen sie im Mittel?",
    discussed:
      "Die Runde ist geschlossen, und die Einschätzungen werden besprochen: Sie können die Aufgaben lesen und in der nächsten Runde neu einschätzen.",
    own: (percent) => `Ihre Einschätzung: ${percent}.`,
    progress: "Eingeschätzt",
    progressText: (rated, items) => `${rated} von ${items}`,
    show: "Aufgabe zeigen",
    percent: "Wie viele von hundert?",
    percentHint: "Richtig gelöst oder keine Punkte.",
    pointsPercent: "Wie viel Prozent der Punkte im Mittel?",
    pointsPercentHint: "0 bis 100. Eine zum Teil richtige Antwort bringt einen Teil der Punkte.",
    key: "Die richtige Antwort und warum",
    before: (own, mean) =>
      `Letzte Runde: Sie ${own}, alle Beurteilenden im Mittel ${mean}. Ihre zählt wieder, sobald Sie speichern.`,
    save: "Abschnitt speichern",
    sections: "Abschnitte",
    sectionsHint:
      "Solange eine Verbindung besteht, wird laufend gespeichert, was Sie eingeben, auch wenn Sie den Abschnitt wechseln oder die Seite schließen.",
    states: {
      kept: "Gespeichert.",
      emptied: "Leer, aber Ihr voriger Wert gilt weiter: Eine Einschätzung lässt sich ändern, nicht zurücknehmen.",
      waiting: "Noch nicht gespeichert.",
      invalid: "Nicht gespeichert: eine ganze Zahl von 0 bis 100.",
      unreachable: "Nicht gespeichert: Das Portal ist nicht erreichbar. Es wird alle paar Sekunden erneut versucht.",
      refused:
        "Nicht gespeichert: Die Runde ist inzwischen geschlossen, oder Sie sind abgemeldet. Öffnen Sie die Seite neu, um es zu sehen.",
    },
    leave: "Einige Ihrer Einschätzungen sind noch nicht gespeichert. Trotzdem verlassen?",
    saved: "Ihre Einschätzungen sind gespeichert.",
    closedTitle: "Keine Runde ist offen",
    closed: "Sobald die Prüfungsleitung eine Runde eröffnet, können Sie einschätzen.",
    overTitle: "Die Studie ist beendet",
    over: "Ihr Ergebnis ist unterzeichnet, oder sie wurde abgebrochen: Eingeschätzt wird nicht mehr.",
    back: "Zurück zur Studie",
  },
});
