import { defineMessages } from "~/components/messages";

/** The head of the file, in the order of its columns, and what stands in the cells. */
export const messages = defineMessages({
  en: {
    head: {
      organisation: "Organisation",
      person: "Person",
      email: "Email",
      administrator: "Administrator",
      ready: "Ready (clause 2.5)",
      dcdAccess: "Own DCD access created",
      dcdAccessBy: "DCD access attested by",
      supportPin: "Support PIN set",
      supportPinBy: "PIN attested by",
      timeZone: "Days in the time zone",
    },
    yes: "yes",
    no: "no",
  },
  de: {
    head: {
      organisation: "Organisation",
      person: "Person",
      email: "E-Mail",
      administrator: "Administrator",
      ready: "Bereit (Ziffer 2.5)",
      dcdAccess: "Eigener DCD-Zugang angelegt",
      dcdAccessBy: "DCD-Zugang bestätigt von",
      supportPin: "Support-PIN gesetzt",
      supportPinBy: "PIN bestätigt von",
      timeZone: "Tage in der Zeitzone",
    },
    yes: "ja",
    no: "nein",
  },
});
