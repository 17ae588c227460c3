import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Import items",
    intro:
      "JSON, YAML or a QTI 3.0 package, up to 8 MB with its pictures. First you see what is new and, word by word, what changes; nothing is written before you agree. What is read in becomes drafts, to be reviewed like any other.",
    file: "File",
    text: "or its text (JSON or YAML)",
    foreign: {
      label: "QTI packages of other programs",
      taken:
        "Items in QTI 3.0 are read that have one of these interactions: choice with one or several right answers, number (`data-unit` names its unit), order, match, or hottext in a log. Each says why its answer is right. Its English and its German file have the same identifier; an item in one language comes as a draft that waits for its translation. Pictures within the question become exhibits.",
      notTaken:
        "What is no item, such as tests and styles, is left in the package. An item that holds what the portal cannot carry is named as a fault.",
      lacking:
        "QTI has no place for the following. It holds for every item of the package that does not say it itself.",
    },
    clause: "Clause",
    none: "Not chosen",
    check: "Show what would happen",
    faults: (count: number) =>
      count === 1 ? "One fault, so nothing was read in" : `${count} faults, so nothing was read in`,
    moreLater: "More may come up once all of the file can be read.",
    places: (count: number) => (count === 1 ? "In one place" : `In ${count} places`),
    placed: (line: number | null, place: string) =>
      [line === null ? "" : `Line ${line}`, place].filter(Boolean).join(": "),
    more: (count: number) => `and ${count} more, which are shown once these are corrected`,
    line: "Line",
    place: "Place",
    problem: "Fault",
    noFile: "Choose a file, or paste its text.",
    tooLarge: "The file is too large, so nothing was read in: at most 8 MB are taken, with all its pictures.",
    plan: "What would happen",
    summary: (created: number, changed: number, unchanged: number) =>
      `${created} new, ${changed} changed, ${unchanged} unchanged.`,
    code: "Code",
    changed: (count: number) =>
      count === 1 ? "One item changes: a new draft" : `${count} items change: a new draft each`,
    created: (count: number) =>
      count === 1 ? "One new item: its first draft" : `${count} new items: a first draft each`,
    unchanged: (count: number) => (count === 1 ? "One item stays as it is" : `${count} items stay as they are`),
    showCodes: "Show their codes",
    readsAlike:
      "It reads as before: only the order or the hidden ids of its parts differ, or its latest draft was discarded and comes back.",
    translation: "Translation",
    lacks: { en: "English is missing", de: "German is missing" },
    lacking: (count: number) =>
      count === 1 ? "One of them waits for its translation" : `${count} of them wait for their translation`,
    lackingText:
      "Where a language is missing, the words of the other stand in its place. They count as outdated, like what was so in the file, until somebody translates them.",
    apply: "Read in as drafts",
    leave: "Leave everything as it is",
    nothing: "The bank already says all of this.",
    written: (count: number) => (count === 1 ? "One draft was written." : `${count} drafts were written.`),
    toDrafts: "Show all drafts",
    moved: "The bank has changed meanwhile. Below is what would happen now.",
  },
  de: {
    title: "Aufgaben einlesen",
    intro:
      "JSON, YAML oder ein QTI-3.0-Paket, mit seinen Bildern bis 8 MB. Zuerst sehen Sie, was neu ist und was sich ändert, Wort für Wort; übernommen wird es erst, wenn Sie zustimmen. Eingelesenes wird Entwurf und braucht eine Freigabe wie alles andere.",
    file: "Datei",
    text: "oder ihr Text (JSON oder YAML)",
    foreign: {
      label: "QTI-Pakete aus anderen Programmen",
      taken:
        "Gelesen werden Aufgaben in QTI 3.0 mit einer dieser Interaktionen: Auswahl mit einer oder mehreren Lösungen, Zahl (`data-unit` nennt ihre Einheit), Reihenfolge, Zuordnung oder Hottext in einem Log. Jede sagt, warum ihre Lösung richtig ist. Ihre deutsche und ihre englische Datei haben dieselbe Kennung; eine Aufgabe in nur einer Sprache wird zum Entwurf, der auf die Übersetzung wartet. Bilder in der Frage werden zu Anlagen.",
      notTaken:
        "Was keine Aufgabe ist, etwa Tests und Formatvorlagen, bleibt im Paket. Enthält eine Aufgabe etwas, das die des Portals nicht tragen können, wird es als Fehler genannt.",
      lacking: "Für das Folgende hat QTI keinen Platz. Es gilt für jede Aufgabe des Pakets, die es nicht selbst sagt.",
    },
    clause: "Ziffer",
    none: "Nicht gewählt",
    check: "Änderungen anzeigen",
    faults: (count) =>
      count === 1 ? "Ein Fehler, deshalb wurde nichts eingelesen" : `${count} Fehler, deshalb wurde nichts eingelesen`,
    moreLater: "Weitere können sich zeigen, sobald die ganze Datei lesbar ist.",
    places: (count) => (count === 1 ? "An einer Stelle" : `An ${count} Stellen`),
    placed: (line, place) => [line === null ? "" : `Zeile ${line}`, place].filter(Boolean).join(": "),
    more: (count) => `und ${count} weitere, die sich zeigen, sobald diese behoben sind`,
    line: "Zeile",
    place: "Stelle",
    problem: "Fehler",
    noFile: "Wählen Sie eine Datei, oder fügen Sie ihren Text ein.",
    tooLarge:
      "Die Datei ist zu groß, deshalb wurde nichts eingelesen: Höchstens 8 MB werden angenommen, mit allen Bildern.",
    plan: "Was sich ändern würde",
    summary: (created, changed, unchanged) => `${created} neu, ${changed} geändert, ${unchanged} unverändert.`,
    code: "Kürzel",
    changed: (count) =>
      count === 1 ? "Eine Aufgabe ändert sich: neuer Entwurf" : `${count} Aufgaben ändern sich: je ein neuer Entwurf`,
    created: (count) =>
      count === 1 ? "Eine neue Aufgabe: ihr erster Entwurf" : `${count} neue Aufgaben: je ein erster Entwurf`,
    unchanged: (count) =>
      count === 1 ? "Eine Aufgabe bleibt, wie sie ist" : `${count} Aufgaben bleiben, wie sie sind`,
    showCodes: "Kürzel anzeigen",
    readsAlike:
      "Sie liest sich wie zuvor: Nur die Reihenfolge oder die verborgenen Kennungen ihrer Teile weichen ab, oder ihr letzter Entwurf war verworfen und kommt zurück.",
    translation: "Übersetzung",
    lacks: { en: "Englisch fehlt", de: "Deutsch fehlt" },
    lacking: (count) =>
      count === 1 ? "Eine davon wartet auf ihre Übersetzung" : `${count} davon warten auf ihre Übersetzung`,
    lackingText:
      "Wo eine Sprache fehlt, stehen die Texte der anderen an ihrer Stelle. Sie gelten als veraltet, wie alles, was es schon in der Datei war, bis jemand sie übersetzt.",
    apply: "Als Entwürfe einlesen",
    leave: "Alles lassen, wie es ist",
    nothing: "All das steht schon so im Bestand.",
    written: (count) => (count === 1 ? "Ein Entwurf wurde geschrieben." : `${count} Entwürfe wurden geschrieben.`),
    toDrafts: "Alle Entwürfe anzeigen",
    moved: "Der Bestand hat sich inzwischen geändert. Unten steht, was sich jetzt ändern würde.",
  },
});
