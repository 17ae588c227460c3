import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: { title: "Mock examination" },
  de: { title: "Probeprüfung" },
});
