import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: { title: "Examination" },
  de: { title: "Prüfung" },
});
