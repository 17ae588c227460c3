import { defineMessages } from "./messages";

export const timelineMessages = defineMessages({
  en: {
    title: "Validity of the certificates",
    today: (day: string) => `Today, ${day}`,
    asOf: (day: string) => `As of ${day}`,
    runway: (minimum: number, day: string) => `Fewer than ${minimum} from ${day}`,
    runwayNever: (minimum: number) => `Never fewer than ${minimum} in the time shown.`,
    table: "The same as a table",
    person: "Person",
    state: "State",
    validFrom: "Valid from",
    validThrough: "Valid through",
    none: "no certificate",
    states: {
      valid: "Valid",
      upcoming: "Renewal, starts later",
      suspended: "Suspended",
      revoked: "Revoked",
      expired: "Expired",
    },
  },
  de: {
    title: "Gültigkeit der Zertifikate",
    today: (day) => `Heute, ${day}`,
    asOf: (day) => `Stand am ${day}`,
    runway: (minimum, day) => `Weniger als ${minimum} ab ${day}`,
    runwayNever: (minimum) => `Im gezeigten Zeitraum nie weniger als ${minimum}.`,
    table: "Dasselbe als Tabelle",
    person: "Person",
    state: "Stand",
    validFrom: "Gültig ab",
    validThrough: "Gültig bis",
    none: "kein Zertifikat",
    states: {
      valid: "Gültig",
      upcoming: "Erneuerung, beginnt später",
      suspended: "Ausgesetzt",
      revoked: "Widerrufen",
      expired: "Abgelaufen",
    },
  },
});
