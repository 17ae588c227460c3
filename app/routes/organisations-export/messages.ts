import { defineMessages } from "~/components/messages";

/** The head of the file, in the order of its columns. */
export const messages = defineMessages({
  en: {
    name: "Organisation",
    day: "As of",
    status: "Status (computed)",
    count: "Certified administrators",
    fallsOn: "Below from",
    cause: "Because",
    decision: "Decision",
    effectiveOn: "Decision holds from",
    remediationThrough: "Remediation until",
    reason: "Reason of the decision",
    level: "Level",
    entity: "Contracting entity",
    timeZone: "Time zone",
  },
  de: {
    name: "Organisation",
    day: "Stand",
    status: "Status (berechnet)",
    count: "Zertifizierte Administratoren",
    fallsOn: "Unterschritten ab",
    cause: "Grund",
    decision: "Entscheidung",
    effectiveOn: "Entscheidung gilt ab",
    remediationThrough: "Nachbesserung bis",
    reason: "Begründung der Entscheidung",
    level: "Stufe",
    entity: "Vertragspartner",
    timeZone: "Zeitzone",
  },
});
