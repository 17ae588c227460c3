import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Add an engineer",
    people: "People",
    intro: (days: string) => `The person gets an invitation by e-mail, valid for ${days} days, and chooses a password.`,
    name: "Full name",
    nameHint: "As it is to stand on the certificate.",
    email: "E-mail address",
    language: "Language",
    languageHint: "Of the portal and of the mails to this person.",
    languages: { en: "English", de: "Deutsch" },
    administrator: "Administrator",
    administratorHint: "Counts towards the required number once certified.",
    partnerAdmin: "Partner admin",
    partnerAdminHint:
      "Manages this organisation in the portal: people, training, status. Is told of everything that needs doing.",
    add: "Add and invite",
  },
  de: {
    title: "Person hinzufügen",
    people: "Personen",
    intro: (days) => `Die Person erhält per E-Mail eine Einladung, die ${days} Tage gilt, und wählt ein Passwort.`,
    name: "Vollständiger Name",
    nameHint: "So, wie er auf dem Zertifikat stehen soll.",
    email: "E-Mail-Adresse",
    language: "Sprache",
    languageHint: "Für das Portal und die E-Mails an diese Person.",
    languages: { en: "English", de: "Deutsch" },
    administrator: "Administrator",
    administratorHint: "Zählt zur nötigen Anzahl, sobald zertifiziert.",
    partnerAdmin: "Partner-Admin",
    partnerAdminHint:
      "Verwaltet diese Organisation im Portal: Personen, Schulungen, Status. Erfährt alles, was zu tun ist.",
    add: "Hinzufügen und einladen",
  },
});
