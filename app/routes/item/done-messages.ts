import { defineMessages } from "~/components/messages";

/** What the page says of a step that was just taken; the server says it, so that the page need not carry the words. */
export const doneMessages = defineMessages({
  en: {
    saved: "The draft was saved.",
    submitted: "The item was handed in for review.",
    returned: "The item was sent back to its authors.",
    approved: "The item was approved. Forms draw it from now on.",
    retired: "The item was taken out of use.",
    discarded: "The draft was discarded.",
  },
  de: {
    saved: "Der Entwurf ist gespeichert.",
    submitted: "Die Aufgabe ist zur Freigabe vorgelegt.",
    returned: "Die Aufgabe ist zurückgegeben.",
    approved: "Die Aufgabe ist freigegeben und wird ab jetzt gezogen.",
    retired: "Die Aufgabe ist zurückgezogen.",
    discarded: "Der Entwurf ist verworfen.",
  },
});
