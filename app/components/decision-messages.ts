import { defineMessages } from "./messages";

/** Words about what staff decide on an organisation's status, by the literal of the rule. */
export const decisionMessages = defineMessages({
  en: {
    outcome: {
      granted: "Granted",
      remediation: "Remediation",
      suspended: "Suspended",
      withdrawn: "Withdrawn",
    },
    until: (day: string) => `until ${day}`,
    overdue: (day: string) => `time was up on ${day}`,
  },
  de: {
    outcome: {
      granted: "Verliehen",
      remediation: "Nachbesserung",
      suspended: "Ausgesetzt",
      withdrawn: "Entzogen",
    },
    until: (day) => `bis ${day}`,
    overdue: (day) => `Frist am ${day} abgelaufen`,
  },
});
