import { defineMessages } from "~/components/messages";

/** What is wrong with an item, where it takes more than a code to say it; the server says it, so that the page need not carry the words. */
export const faultMessages = defineMessages({
  en: {
    row_blank: (number: string) =>
      `Nothing is written at number ${number}. Please fill that row in, or give another number.`,
  },
  de: {
    row_blank: (number) =>
      `Bei Nummer ${number} steht nichts. Bitte füllen Sie diese Zeile aus, oder nennen Sie eine andere Nummer.`,
  },
});
