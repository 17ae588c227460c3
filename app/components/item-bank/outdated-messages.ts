import { defineMessages } from "~/components/messages";

/** By the language that is behind. */
export const outdatedMessages = defineMessages({
  en: {
    behind: { en: "Changed in German, but not in English:", de: "Changed in English, but not in German:" },
  },
  de: {
    behind: { en: "Auf Deutsch geändert, auf Englisch nicht:", de: "Auf Englisch geändert, auf Deutsch nicht:" },
  },
});
