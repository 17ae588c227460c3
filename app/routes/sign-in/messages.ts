import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Sign in",
    email: "E-mail address",
    password: "Password",
    submit: "Sign in",
    forgot: "Forgotten your password, or never had one?",
    verify: "Verify a certificate",
    demoTitle: "Demo accounts",
    demoHint: (password: string) => `Everybody here signs in with the password “${password}”.`,
    use: "Sign in as",
  },
  de: {
    title: "Anmelden",
    email: "E-Mail-Adresse",
    password: "Passwort",
    submit: "Anmelden",
    forgot: "Passwort vergessen oder noch keines?",
    verify: "Zertifikat prüfen",
    demoTitle: "Demo-Konten",
    demoHint: (password: string) => `Alle hier melden sich mit dem Passwort „${password}“ an.`,
    use: "Anmelden als",
  },
});
