import { defineMessages } from "~/components/messages";
import { policy } from "~/kernel/policy";

export const messages = defineMessages({
  en: {
    title: "Choose your password",
    welcome: (name: string, email: string) => `${name}, choose a password for ${email}.`,
    password: "New password",
    hint: `At least ${policy.passwordMinimumLength} characters. A few words that only you put together are easier to keep than signs and digits.`,
    again: "The same once more",
    submit: "Save and sign in",
    deadTitle: "This link does not work any more",
    dead: "Links work once and for a limited time. Ask for a new one; it takes a minute.",
    renew: "Send me a new link",
  },
  de: {
    title: "Passwort wählen",
    welcome: (name: string, email: string) => `${name}, wählen Sie ein Passwort für ${email}.`,
    password: "Neues Passwort",
    hint: `Mindestens ${policy.passwordMinimumLength} Zeichen. Einige Wörter, die nur Sie so zusammenstellen, merken sich leichter als Sonderzeichen und Ziffern.`,
    again: "Dasselbe noch einmal",
    submit: "Speichern und anmelden",
    deadTitle: "Dieser Link gilt nicht mehr",
    dead: "Jeder Link gilt nur einmal und nur für begrenzte Zeit. Fordern Sie einen neuen an; das dauert eine Minute.",
    renew: "Neuen Link anfordern",
  },
});
