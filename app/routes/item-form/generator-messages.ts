import { defineMessages } from "~/components/messages";

/** What is said of a generator and its parameters; the server says it, so that the page need not carry the words. */
export const generatorMessages = defineMessages({
  en: {
    generated: (name: string, code: string) =>
      `This item is made anew for each candidate by the generator “${name}” (\`${code}\`). Question, exhibits and key come from it; its parameters are set here.`,
    chooseTitle: "Or made anew for each candidate?",
    chooseHint:
      "A generator makes question, exhibits and key from one situation: no two candidates see the same figures. You choose its parameters.",
    example: "Example shown in the preview",
    exampleHint: "A number from 1 on: each shows what another candidate could see. It is no part of the item.",
    oneOf: (values: string) => `one of ${values}`,
    listOf: (values: string) => `a list of at least one of ${values}`,
    none: "This generator has no parameters: `{}`",
    needed: "Each of them is needed; nothing is taken for granted.",
    no_object: "Please write the parameters in braces: { … }.",
    unknown: (name: string) => `The generator does not know “${name}”.`,
    missing: (name: string, takes: string) => `“${name}” is missing: ${takes}.`,
    wrong: (name: string, takes: string) => `“${name}” does not fit: it takes ${takes}.`,
  },
  de: {
    generated: (name, code) =>
      `Diese Aufgabe erzeugt der Generator „${name}“ (\`${code}\`) für alle neu. Frage, Anlagen und Schlüssel kommen von ihm; hier legen Sie seine Parameter fest.`,
    chooseTitle: "Oder für alle neu erzeugt?",
    chooseHint:
      "Ein Generator leitet Frage, Anlagen und Schlüssel aus einer Situation ab: Keine zwei Personen sehen dieselben Zahlen. Sie legen seine Parameter fest.",
    example: "Beispiel in der Vorschau",
    exampleHint: "Eine Zahl ab 1: Jede zeigt, was jemand anderes sehen könnte. Zur Aufgabe gehört sie nicht.",
    oneOf: (values) => `einer der Werte ${values}`,
    listOf: (values) => `eine Liste mit mindestens einem der Werte ${values}`,
    none: "Dieser Generator hat keine Parameter: `{}`",
    needed: "Alle sind nötig, Vorbelegungen gibt es nicht.",
    no_object: "Bitte schreiben Sie die Parameter in geschweifte Klammern: { … }.",
    unknown: (name) => `„${name}“ kennt der Generator nicht.`,
    missing: (name, takes) => `„${name}“ fehlt: ${takes}.`,
    wrong: (name, takes) => `„${name}“ passt nicht. Möglich ist ${takes}.`,
  },
});
