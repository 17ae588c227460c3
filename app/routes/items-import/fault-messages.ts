import { defineMessages } from "~/components/messages";

/** What QTI has no place for, as the manifest says it. */
const metadata = (names: string): string => {
  const said = names.split(", ").map((name) => ` ${name}="…"`);
  return `\`<metadata><item xmlns="urn:partner-certification-portal:item:1"${said.join("")}/></metadata>\``;
};

/** What is wrong with a file; the server says it, so that the page need not carry the words. */
/** What it is called on the page, where it can be chosen. */
const onPage = {
  en: { pool: "Pool", section: "Section", clauses: "Clause" },
  de: { pool: "Pool", section: "Abschnitt", clauses: "Ziffer" },
};

const called = (names: string, language: "en" | "de"): string =>
  names
    .split(", ")
    .map((name) => onPage[language][name as keyof typeof onPage.en] ?? name)
    .join(", ");

export const faultMessages = defineMessages({
  en: {
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
      json: "This is no JSON: names and texts stand in double quotes, there is a comma between two entries (none behind the last), and each bracket is closed. Something of this is wrong here or just before.",
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
        `QTI does not say this: ${called(names, "en")}. Choose it beneath the file for the whole package, or write it in imsmanifest.xml for this item, into its \`<resource>\`: ${metadata(names)}.`,
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
      json: "So ist das kein JSON: Namen und Texte stehen in doppelten Anführungszeichen, zwischen zwei Einträgen steht ein Komma (nach dem letzten keines), und jede Klammer wird geschlossen. Etwas davon stimmt hier oder kurz davor nicht.",
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
        `QTI sagt dies nicht: ${called(names, "de")}. Wählen Sie es unter der Datei für das ganze Paket, oder schreiben Sie es in imsmanifest.xml für diese Aufgabe in ihre \`<resource>\`: ${metadata(names)}.`,
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
