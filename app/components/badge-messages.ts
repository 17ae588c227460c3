import { defineMessages } from "./messages";

/** The words of domain rules 2 and 3, by the literal that the rules return. */
export const badgeMessages = defineMessages({
  en: {
    organisation: {
      not_applicable: "Not applicable",
      in_preparation: "In preparation",
      met: "Met",
      at_risk: "At risk",
      not_met: "Not met",
    },
    certificate: {
      upcoming: "Upcoming",
      valid: "Valid",
      renewed: "Renewed",
      expired: "Expired",
      suspended: "Suspended",
      revoked: "Revoked",
    },
  },
  de: {
    organisation: {
      not_applicable: "Entfällt",
      in_preparation: "In Vorbereitung",
      met: "Erfüllt",
      at_risk: "Gefährdet",
      not_met: "Nicht erfüllt",
    },
    certificate: {
      upcoming: "Beginnt später",
      valid: "Gültig",
      renewed: "Erneuert",
      expired: "Abgelaufen",
      suspended: "Ausgesetzt",
      revoked: "Widerrufen",
    },
  },
});
