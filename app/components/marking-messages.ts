import { defineMessages } from "./messages";

/** What the pages of marking share. */
export const markingMessages = defineMessages({
  en: { title: "Tickets to mark" },
  de: { title: "Tickets bewerten" },
});
