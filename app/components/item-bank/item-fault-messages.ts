import { defineMessages } from "~/components/messages";

/** What is wrong with an item, by the codes of its rules; the server says it, so that no page carries the words. */
export const itemFaultMessages = defineMessages({
  en: {
    id_repeated: "Something stands here twice. Please say each thing once.",
    id_unknown: "This points to something that is not in the item. Please check the numbers.",
    row_length: "Every row needs as many cells as the head, in both languages.",
    series_length: "Every line needs a label and a value for each series.",
    nothing_wrong: "Something must be wrong or prove nothing, or there is nothing to choose.",
    evidence_in_two_fields: "A piece of evidence is asked for in two fields. It can stand in one only.",
    unknown_key: (name: string) => (name ? `Nothing of this name is known here: ${name}.` : "This is not known here."),
    not_json: "This is no JSON. Please check brackets, commas and quotation marks.",
  },
  de: {
    id_repeated: "Hier steht etwas doppelt. Bitte nennen Sie alles nur einmal.",
    id_unknown: "Das verweist auf etwas, das es in der Aufgabe nicht gibt. Bitte prüfen Sie die Nummern.",
    row_length: "Jede Zeile braucht so viele Zellen wie der Kopf, in beiden Sprachen.",
    series_length: "Jede Zeile braucht eine Beschriftung und einen Wert je Reihe.",
    nothing_wrong: "Etwas muss falsch sein oder nichts belegen, sonst gibt es nichts zu wählen.",
    evidence_in_two_fields: "Ein Beleg wird in zwei Feldern verlangt. Er kann nur in einem stehen.",
    unknown_key: (name) => (name ? `Das ist hier nicht bekannt: ${name}.` : "Das ist hier nicht bekannt."),
    not_json: "Das ist kein JSON. Bitte prüfen Sie Klammern, Kommas und Anführungszeichen.",
  },
});
