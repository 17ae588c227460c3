import { defineMessages } from "./messages";

/** Words of the controls that every page shares. */
export const controlMessages = defineMessages({
  en: {
    sending: "Sending …",
    optional: "optional",
    problem: "Please check",
    errorSummary: (count: number) =>
      count === 1 ? "One entry needs another look" : `${count} entries need another look`,
    breadcrumb: "You are here",
    skipToContent: "Skip to content",
    choose: "Please choose",
    cancel: "Cancel",
  },
  de: {
    sending: "Wird gesendet …",
    optional: "optional",
    problem: "Bitte prüfen",
    errorSummary: (count: number) =>
      count === 1 ? "Eine Angabe stimmt noch nicht" : `${count} Angaben stimmen noch nicht`,
    breadcrumb: "Sie sind hier",
    skipToContent: "Zum Inhalt springen",
    choose: "Bitte wählen",
    cancel: "Abbrechen",
  },
});
