import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: { title: "Hand in the mock examination" },
  de: { title: "Probeprüfung abgeben" },
});
