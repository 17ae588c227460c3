import { defineMessages } from "~/components/messages";

/** What QTI has no place for, as the manifest says it. */
const metadata = (names: string): string => {
  const said = names.split(", ").map((name) => ` ${name}="…"`);
  return `\`<metadata><item xmlns="urn:partner-certification-portal:item:1"${said.join("")}/></metadata>\``;
};

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
        "Items in QTI 3.0 are read that have one of these interactions: choice with one or several right answers, number (`data-unit` names its unit), order, match, or hottext in a log. Each says why its answer is right. Its English and its German file have the same identifier; an item in one language comes as a draft that waits for its translation.",
      notTaken:
        "What is no item, such as tests and styles, is left in the package. An item that holds what the portal cannot carry is named as a fault.",
      lacking:
        "QTI has no place for the following. It holds for every item of the package that does not say it itself.",
    },
    pool: "Pool",
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
    section: "Section",
    kind: "Kind",
    lacks: "Missing",
    lacking: (count: number) =>
      count === 1 ? "One of them is in one language only" : `${count} of them are in one language only`,
    lackingText:
      "The words that are there stand in the other language, too, and are marked as outdated until somebody translates them.",
    apply: "Read in as drafts",
    leave: "Leave everything as it is",
    nothing: "The bank already says all of this.",
    written: (count: number) => (count === 1 ? "One draft was written." : `${count} drafts were written.`),
    leftOut: "Not taken over",
    moved: "The bank has changed meanwhile. Below is what would happen now.",
    problems: {
      key_repeated: "This name stands in the same place twice.",
      alias: "Aliases (*name) are not read: write the text out.",
      code_repeated: "An item of this code stands in the file before.",
      place_fixed: "The item has been in use, so its pool and section stay.",
      not_utf8: "The file is no text in UTF-8.",
      not_zip: "This is no zip archive, or a damaged one.",
      doctype: "Document types and entities are not read.",
      too_large: "The file is nested too deeply, or unpacks to too much.",
      no_items:
        "There are no items in this package: in `imsmanifest.xml`, each `<resource>` of the type `imsqti_item_xmlv3p0` is one.",
      image_missing: "The item shows a picture that is neither in the file nor in the bank.",
      older_qti:
        "This item is written in QTI 2. QTI 3.0 is read: export it as QTI 3.0 from the program that it comes from.",
      rationale_missing:
        'Why the answer is right is missing. Add it within `<qti-item-body>`: `<qti-rubric-block use="scoring" view="scorer"><qti-content-body><p>…</p></qti-content-body></qti-rubric-block>`.',
      unit_missing:
        'A number needs the unit that it is asked for in. Add it to this element, such as `data-unit="ms"`.',
      lines_missing:
        'The lines to be marked must stand in an exhibit within this element: `<figure data-exhibit="log"><figcaption>…</figcaption><pre>…</pre></figure>`, each in a `<qti-hottext>`.',
    },
    syntax: {
      bad_escape: "There is no such escape sequence after the backslash.",
      bad_start: "A text that begins with this character needs quotes.",
      block_in_flow: "Within brackets or braces, lists and names need brackets and braces, too.",
      char_missing: "A character is missing here: a closing quote, bracket or brace, a comma or a colon.",
      entity: "This entity is not read: write the character itself.",
      indent: "The indentation is wrong, or a bracket, brace or quote opened before is not closed.",
      key_lines: "A name and its colon must stand in one line.",
      nested_key:
        "A second colon stands in this line, or the next line is indented too far: a text with a colon needs quotes.",
      no_root: "There is no XML in it.",
      quote: "The value of an attribute must stand between two quotes.",
      several_documents: "The file holds several documents (---); only one is read.",
      tab: "A tab cannot indent a line: use spaces.",
      tag_mismatch: "An element is closed by a tag of another name.",
      tag_open: "The file ends before all of its elements are closed.",
      unexpected: "This does not belong here: check the lines before it for indentation, commas and brackets.",
    },
    parserSays: (message: string) => `The file cannot be read here. The parser says: “${message}”`,
    notOneOf: (values: string) => `This must be one of: ${values}.`,
    halvesDiffer: (name: string, en: string, de: string) =>
      `The English and the German half must say the same here, but ${name} is “${en}” in English and “${de}” in German.`,
    named: {
      unsupported: (name: string) => `The portal's items cannot carry this: ${name}.`,
      file_missing: (name: string) => `The file ${name} is missing from the package.`,
      element_missing: (name: string) => `Within this element, \`${name}\` is missing.`,
      facts_missing: (names: string) =>
        `QTI does not say this: ${names}. Choose it beneath the file for the whole package, or write it in imsmanifest.xml for this item, into its \`<resource>\`: ${metadata(names)}.`,
      half_missing: (language: string) =>
        language === "de"
          ? "The item is in English only, and has other parts than the bank’s, so that the bank’s German words cannot stay. Add it in German, or change it in the bank."
          : "The item is in German only, and has other parts than the bank’s, so that the bank’s English words cannot stay. Add it in English, or change it in the bank.",
      language_unknown: (language: string) =>
        `An item must say that it is in English or in German (here: ${language}). Write \`xml:lang="en"\` or \`xml:lang="de"\` into its \`<qti-assessment-item>\`.`,
      key_unknown: (name: string) => `The right answer names “${name}”, which is no choice of the item.`,
      key_differs: (name: string) =>
        `The right answer is said twice and differently: “${name}” counts as right in one place only. Change both.`,
      id_repeated: (name: string) => `“${name}” stands here twice.`,
      id_unknown: (name: string) => `“${name}” is named here, but nothing in the item has this id.`,
      id_unanswered: (name: string) => `“${name}” stands here, but not in the key.`,
      evidence_in_two_fields: (name: string) =>
        `The evidence “${name}” is asked for in two fields. It can stand in one only.`,
    },
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
        "Gelesen werden Aufgaben in QTI 3.0 mit einer dieser Interaktionen: Auswahl mit einer oder mehreren Lösungen, Zahl (`data-unit` nennt ihre Einheit), Reihenfolge, Zuordnung oder Hottext in einem Log. Jede sagt, warum ihre Lösung richtig ist. Ihre deutsche und ihre englische Datei haben dieselbe Kennung; eine Aufgabe in nur einer Sprache wird zum Entwurf, der auf die Übersetzung wartet.",
      notTaken:
        "Was keine Aufgabe ist, etwa Tests und Formatvorlagen, bleibt im Paket. Enthält eine Aufgabe etwas, das die des Portals nicht tragen können, wird es als Fehler genannt.",
      lacking: "Für das Folgende hat QTI keinen Platz. Es gilt für jede Aufgabe des Pakets, die es nicht selbst sagt.",
    },
    pool: "Pool",
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
    section: "Abschnitt",
    kind: "Art",
    lacks: "Es fehlt",
    lacking: (count) =>
      count === 1 ? "Eine davon gibt es nur in einer Sprache" : `${count} davon gibt es nur in einer Sprache`,
    lackingText:
      "Ihre Texte stehen auch in der anderen Sprache und gelten dort als veraltet, bis jemand sie übersetzt.",
    apply: "Als Entwürfe einlesen",
    leave: "Alles lassen, wie es ist",
    nothing: "All das steht schon so im Bestand.",
    written: (count) => (count === 1 ? "Ein Entwurf wurde geschrieben." : `${count} Entwürfe wurden geschrieben.`),
    leftOut: "Nicht übernommen",
    moved: "Der Bestand hat sich inzwischen geändert. Unten steht, was sich jetzt ändern würde.",
    problems: {
      key_repeated: "Dieser Name steht an derselben Stelle zweimal.",
      alias: "Verweise (*name) werden nicht gelesen: Schreiben Sie den Text aus.",
      code_repeated: "Eine Aufgabe mit diesem Kürzel steht schon weiter oben in der Datei.",
      place_fixed: "Die Aufgabe war schon im Einsatz, Pool und Abschnitt bleiben.",
      not_utf8: "Die Datei ist kein Text in UTF-8.",
      not_zip: "Das ist kein Zip-Archiv, oder es ist beschädigt.",
      doctype: "Dokumenttypen und Entitäten werden nicht gelesen.",
      too_large: "Die Datei ist zu tief verschachtelt oder wird ausgepackt zu groß.",
      no_items:
        "In diesem Paket stehen keine Aufgaben: Eine Aufgabe ist in `imsmanifest.xml` jede `<resource>` vom Typ `imsqti_item_xmlv3p0`.",
      image_missing: "Die Aufgabe zeigt ein Bild, das weder in der Datei noch im Bestand liegt.",
      older_qti:
        "Diese Aufgabe ist in QTI 2 geschrieben. Gelesen wird QTI 3.0: Exportieren Sie sie aus dem Programm, aus dem sie stammt, als QTI 3.0.",
      rationale_missing:
        'Es fehlt, warum die Lösung richtig ist. Ergänzen Sie es in `<qti-item-body>`: `<qti-rubric-block use="scoring" view="scorer"><qti-content-body><p>…</p></qti-content-body></qti-rubric-block>`.',
      unit_missing:
        'Eine Zahl braucht die Einheit, in der nach ihr gefragt wird. Ergänzen Sie sie an diesem Element, etwa `data-unit="ms"`.',
      lines_missing:
        'Die Zeilen, die zu markieren sind, müssen innerhalb dieses Elements in einer Anlage stehen: `<figure data-exhibit="log"><figcaption>…</figcaption><pre>…</pre></figure>`, jede in einem `<qti-hottext>`.',
    },
    syntax: {
      bad_escape: "Diese Zeichenfolge nach dem Backslash gibt es nicht.",
      bad_start: "Ein Text, der mit diesem Zeichen beginnt, braucht Anführungszeichen.",
      block_in_flow: "Innerhalb von Klammern brauchen auch Listen und Namen Klammern.",
      char_missing:
        "Hier fehlt ein Zeichen: ein schließendes Anführungszeichen, eine Klammer, ein Komma oder ein Doppelpunkt.",
      entity: "Diese Entität wird nicht gelesen: Schreiben Sie das Zeichen selbst.",
      indent: "Die Einrückung stimmt nicht, oder eine Klammer oder ein Anführungszeichen davor ist nicht geschlossen.",
      key_lines: "Ein Name und sein Doppelpunkt müssen in einer Zeile stehen.",
      nested_key:
        "In dieser Zeile steht ein zweiter Doppelpunkt, oder die nächste ist zu weit eingerückt: Ein Text mit Doppelpunkt braucht Anführungszeichen.",
      no_root: "Darin steht kein XML.",
      quote: "Der Wert eines Attributs muss zwischen zwei Anführungszeichen stehen.",
      several_documents: "Die Datei enthält mehrere Dokumente (---); nur eines wird gelesen.",
      tab: "Mit einem Tabulator lässt sich nicht einrücken: Nehmen Sie Leerzeichen.",
      tag_mismatch: "Ein Element wird mit einem anderen Namen geschlossen, als es geöffnet wurde.",
      tag_open: "Die Datei endet, bevor alle Elemente geschlossen sind.",
      unexpected: "Das gehört nicht hierher: Prüfen Sie Einrückung, Kommas und Klammern der Zeilen davor.",
    },
    parserSays: (message) => `Hier lässt sich die Datei nicht lesen. Der Parser sagt auf Englisch: „${message}“`,
    notOneOf: (values) => `Möglich ist hier nur: ${values}.`,
    halvesDiffer: (name, en, de) =>
      `Die englische und die deutsche Hälfte müssen hier dasselbe sagen, aber ${name} ist englisch „${en}“ und deutsch „${de}“.`,
    named: {
      unsupported: (name) => `Das können die Aufgaben des Portals nicht tragen: ${name}.`,
      file_missing: (name) => `Die Datei ${name} fehlt im Paket.`,
      element_missing: (name) => `In diesem Element fehlt \`${name}\`.`,
      facts_missing: (names) =>
        `QTI sagt dies nicht: ${names}. Wählen Sie es unter der Datei für das ganze Paket, oder schreiben Sie es in imsmanifest.xml für diese Aufgabe in ihre \`<resource>\`: ${metadata(names)}.`,
      half_missing: (language) =>
        language === "de"
          ? "Die Aufgabe steht nur auf Englisch in der Datei und hat andere Teile als dieselbe Aufgabe im Portal, deren deutsche Texte deshalb nicht bleiben können. Ergänzen Sie sie auf Deutsch, oder ändern Sie sie im Portal."
          : "Die Aufgabe steht nur auf Deutsch in der Datei und hat andere Teile als dieselbe Aufgabe im Portal, deren englische Texte deshalb nicht bleiben können. Ergänzen Sie sie auf Englisch, oder ändern Sie sie im Portal.",
      language_unknown: (language) =>
        `Eine Aufgabe muss sagen, dass sie deutsch oder englisch ist (hier: ${language}). Schreiben Sie \`xml:lang="de"\` oder \`xml:lang="en"\` in ihr \`<qti-assessment-item>\`.`,
      key_unknown: (name) => `Die Lösung nennt „${name}“, das in der Aufgabe nicht zur Wahl steht.`,
      key_differs: (name) =>
        `Die Lösung steht zweimal da, aber verschieden: „${name}“ gilt nur an einer Stelle als richtig. Ändern Sie beide.`,
      id_repeated: (name) => `„${name}“ steht hier zweimal.`,
      id_unknown: (name) => `Hier wird „${name}“ genannt, aber nichts in der Aufgabe hat diese Kennung.`,
      id_unanswered: (name) => `„${name}“ steht hier, aber nicht in der Lösung (key).`,
      evidence_in_two_fields: (name) =>
        `Der Beleg „${name}“ wird in zwei Feldern verlangt. Er kann nur in einem stehen.`,
    },
  },
});
