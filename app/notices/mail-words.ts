import type { Language } from "~/platform/schema/people-tables";
import type { Template, TemplateFacts } from "./mail-facts";
import { german } from "./mail-words-de";
import { english } from "./mail-words-en";
import type { MailWords, WordsByTemplate } from "./worded-mail";

const byLanguage: Readonly<Record<Language, WordsByTemplate>> = { en: english, de: german };

export const mailWords = <K extends Template>(language: Language, template: K, facts: TemplateFacts[K]): MailWords =>
  byLanguage[language][template](facts);

/** What stands around every mail. */
export const frameWords = {
  en: {
    portal: "Partner Certification Portal",
    greeting: (name: string) => `Hello ${name},`,
    seats: (count: number, minimum: number) => `${count} of ${minimum} certified administrators`,
    chooseMails: "Choose which mails you get:",
    ifButtonFails: "If the button does not work, copy this address into your browser:",
  },
  de: {
    portal: "Partner-Zertifizierungsportal",
    greeting: (name: string) => `Guten Tag ${name},`,
    seats: (count: number, minimum: number) => `${count} von ${minimum} zertifizierten Administratoren`,
    chooseMails: "Wählen Sie, welche E-Mails Sie erhalten:",
    ifButtonFails: "Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
  },
} as const;
