import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: { title: "Hand in the examination" },
  de: { title: "Prüfung abgeben" },
});
