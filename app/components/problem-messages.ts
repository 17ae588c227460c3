import { defineMessages } from "./messages";

/** What went wrong, for whoever meets it; the way on is a button beside. */
export const problemMessages = defineMessages({
  en: {
    notFoundTitle: "This page does not exist",
    notFound: "The address may be mistyped, or what stood here is not yours to see.",
    forbiddenTitle: "This is not part of your role",
    forbidden:
      "Your account does not allow this. If it should, ask the person who administers your organisation, or IONOS.",
    badRequestTitle: "The portal could not read that",
    badRequest: "What was sent is not in a form the portal accepts. Nothing was changed.",
    unavailableTitle: "The portal cannot reach its database",
    unavailable: "What you sent was either stored or not taken at all. Please try again in a minute.",
    unreached: "No connection: nothing was sent",
    unexpectedTitle: "Something went wrong on our side",
    unexpected: "The fault is recorded. Please try again; if it stays, report it with the number below.",
    conflictTitle: "That is not possible as things stand",
    request: "Request number",
    home: "To the start page",
    retry: "Try again",
  },
  de: {
    notFoundTitle: "Diese Seite gibt es nicht",
    notFound: "Vielleicht ist die Adresse falsch geschrieben, oder was hier stand, ist nicht für Sie bestimmt.",
    forbiddenTitle: "Das gehört nicht zu Ihrer Rolle",
    forbidden:
      "Ihr Konto erlaubt das nicht. Sollte es das, wenden Sie sich an die Administration Ihrer Organisation oder an IONOS.",
    badRequestTitle: "Das konnte das Portal nicht lesen",
    badRequest: "Die gesendeten Daten haben keine Form, die das Portal annimmt. Es wurde nichts geändert.",
    unavailableTitle: "Das Portal erreicht seine Datenbank nicht",
    unavailable:
      "Was Sie gesendet haben, ist gespeichert oder gar nicht angekommen. Bitte versuchen Sie es in einer Minute erneut.",
    unreached: "Keine Verbindung: Es wurde nichts gesendet",
    unexpectedTitle: "Bei uns ist etwas schiefgegangen",
    unexpected:
      "Der Fehler ist aufgezeichnet. Bitte versuchen Sie es erneut; bleibt er bestehen, melden Sie ihn mit der Nummer unten.",
    conflictTitle: "So, wie es gerade steht, geht das nicht",
    request: "Vorgangsnummer",
    home: "Zur Startseite",
    retry: "Erneut versuchen",
  },
});
