import { defineMessages } from "~/components/messages";

/** What is said of a generator and its parameters; the server says it, so that the page need not carry the words. */
export const generatorMessages = defineMessages({
  en: {
    generated: (name: string, code: string, hasParameters: boolean) =>
      `This item is made anew for each candidate by the generator “${name}” (\`${code}\`). Question, exhibits and key come from it; ${hasParameters ? "its parameters are set here." : "it has no parameters."}`,
    chooseTitle: "Or made anew for each candidate?",
    chooseHint:
      "A generator makes question, exhibits and key from one situation: no two candidates see the same figures. You choose its parameters.",
    example: "Example shown in the preview",
    exampleHint: "A number from 1 on: each shows what another candidate could see. It is no part of the item.",
    chooseOne: "Please choose one of these.",
    chooseSome: "Please tick at least one.",
  },
  de: {
    generated: (name, code, hasParameters) =>
      `Diese Aufgabe erzeugt der Generator „${name}“ (\`${code}\`) für alle neu. Frage, Anlagen und Schlüssel kommen von ihm; ${hasParameters ? "hier legen Sie seine Parameter fest." : "Parameter hat er keine."}`,
    chooseTitle: "Oder für alle neu erzeugt?",
    chooseHint:
      "Ein Generator leitet Frage, Anlagen und Schlüssel aus einer Situation ab: Keine zwei Personen sehen dieselben Zahlen. Sie legen seine Parameter fest.",
    example: "Beispiel in der Vorschau",
    exampleHint: "Eine Zahl ab 1: Jede zeigt, was jemand anderes sehen könnte. Zur Aufgabe gehört sie nicht.",
    chooseOne: "Bitte wählen Sie eines davon.",
    chooseSome: "Bitte kreuzen Sie mindestens eines an.",
  },
});
