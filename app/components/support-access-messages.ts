import { defineMessages } from "./messages";

/** Clause 2.5, on the page of a person and in the list of people; the points are the literals of the rule. */
export const supportAccessMessages = defineMessages({
  en: {
    title: "Support access",
    text: "Each support employee needs an access of their own to the Data Center Designer (DCD) and a support PIN (clause 2.5). The PIN itself is never entered here and never stored.",
    setUp: "Tick what is set up",
    points: { dcd_access: "Own DCD access created", support_pin: "Support PIN set" },
    attested: (who: string, when: string) => `attested by ${who}, ${when}`,
    open: "not attested",
    save: "Save support access",
    ready: "Ready",
    lacks: { dcd_access: "DCD access missing", support_pin: "PIN missing" },
  },
  de: {
    title: "Support-Zugang",
    text: "Wer Support leistet, braucht einen eigenen Zugang zum Data Center Designer (DCD) und eine Support-PIN (Ziffer 2.5). Die PIN selbst wird hier nie eingegeben und nie gespeichert.",
    setUp: "Haken Sie an, was eingerichtet ist",
    points: { dcd_access: "Eigener DCD-Zugang angelegt", support_pin: "Support-PIN gesetzt" },
    attested: (who, when) => `bestätigt von ${who}, ${when}`,
    open: "nicht bestätigt",
    save: "Support-Zugang speichern",
    ready: "Bereit",
    lacks: { dcd_access: "DCD-Zugang fehlt", support_pin: "PIN fehlt" },
  },
});
