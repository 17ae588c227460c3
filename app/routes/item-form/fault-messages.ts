import { defineMessages } from "~/components/messages";

/** What is wrong with an item, where it takes more than a code to say it; the server says it, so that the page need not carry the words. */
export const faultMessages = defineMessages({
  en: {
    row_blank: (number: string) =>
      `Nothing is written at number ${number}. Please fill that row in, or give another number.`,
    none_right: { single_choice: "Tick the right answer.", multiple_choice: "Tick the right answers." },
    number_unclear: "This could mean thousands or a decimal. Write 1000 or 1.0.",
    inLine: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
    inCell: (line: number, typed: string, sentence: string) => `Line ${line}, “${typed}”: ${sentence}`,
  },
  de: {
    row_blank: (number) =>
      `Bei Nummer ${number} steht nichts. Bitte füllen Sie diese Zeile aus, oder nennen Sie eine andere Nummer.`,
    none_right: {
      single_choice: "Kreuzen Sie die richtige Antwort an.",
      multiple_choice: "Kreuzen Sie die richtigen Antworten an.",
    },
    number_unclear: "Das kann Tausender oder Dezimalstellen bedeuten. Schreiben Sie 1000 oder 1,0.",
    inLine: (line, sentence) => `Zeile ${line}: ${sentence}`,
    inCell: (line, typed, sentence) => `Zeile ${line}, „${typed}“: ${sentence}`,
  },
});
