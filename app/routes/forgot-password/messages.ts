import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Choose a new password",
    intro:
      "Tell us your e-mail address. If there is an account for it, a link to choose a password is on its way in a moment.",
    email: "E-mail address",
    submit: "Send the link",
    sentTitle: "Look into your mailbox",
    sent: "If there is an account for this address, we have sent a link to it. It works once. If nothing arrives within a few minutes, look among unwanted mail or ask whoever administers your organisation.",
    back: "Back to signing in",
  },
  de: {
    title: "Neues Passwort wählen",
    intro:
      "Nennen Sie uns Ihre E-Mail-Adresse. Gibt es dazu ein Konto, ist gleich ein Link zum Wählen eines Passworts unterwegs.",
    email: "E-Mail-Adresse",
    submit: "Link senden",
    sentTitle: "Sehen Sie in Ihr Postfach",
    sent: "Gibt es zu dieser Adresse ein Konto, haben wir einen Link dorthin gesendet. Er gilt einmal. Kommt nach einigen Minuten nichts an, sehen Sie bei den unerwünschten Mails nach oder fragen Sie die Administration Ihrer Organisation.",
    back: "Zurück zur Anmeldung",
  },
});
