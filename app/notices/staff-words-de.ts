import { formatDay } from "~/kernel/day-words";
import { contactDetails, entityNames } from "./contact-details";
import type { ContactChangeFacts, StatusDecidedFacts } from "./mail-facts";
import type { StaffWords } from "./worded-mail";

const day = (value: StatusDecidedFacts["effectiveOn"]): string => formatDay(value, "de", "long");

const decided = ({ organisationName, outcome, effectiveOn, remediationThrough }: StatusDecidedFacts) =>
  ({
    granted: {
      subject: `${organisationName}: Second-Level-Support-Status verliehen`,
      lead: `IONOS hat ${organisationName} ab ${day(effectiveOn)} den Second-Level-Support-Status verliehen.`,
      consequence:
        "Er bleibt erhalten, solange jederzeit die zertifizierten Administratoren nach Ziffer 2.7 da sind. Das Portal warnt Sie, wenn ein Zertifikat dem Ende entgegengeht.",
    },
    remediation: {
      subject: `${organisationName}: Frist bis ${day(remediationThrough ?? effectiveOn)}, die Anforderungen wieder zu erfüllen`,
      lead: `IONOS gibt ${organisationName} Zeit bis ${day(remediationThrough ?? effectiveOn)}, die Anforderungen des Second-Level-Support-Status wieder zu erfüllen (Ziffern 2.2 und 2.7 der Supportvereinbarung).`,
      consequence:
        "Geschieht bis dahin nichts, entscheidet IONOS neu. Was fehlt, steht auf der Seite Ihrer Organisation.",
    },
    suspended: {
      subject: `${organisationName}: Second-Level-Support-Status ausgesetzt`,
      lead: `IONOS hat den Second-Level-Support-Status von ${organisationName} ab ${day(effectiveOn)} ausgesetzt.`,
      consequence:
        "Er bleibt ausgesetzt, bis IONOS anders entscheidet. Was fehlt, steht auf der Seite Ihrer Organisation.",
    },
    withdrawn: {
      subject: `${organisationName}: Second-Level-Support-Status entzogen`,
      lead: `IONOS hat ${organisationName} den Second-Level-Support-Status ab ${day(effectiveOn)} entzogen.`,
      consequence:
        "Von diesem Tag an hat Ihre Organisation den Status nicht mehr. Wie sie ihn wieder erlangt, sagt Ihnen Ihre Ansprechperson bei IONOS.",
    },
  })[outcome];

const roles = {
  support: "des 24/7 IONOS Cloud Supports",
  management: "der Leitung des 24/7 IONOS Cloud Supports",
};

const changed = ({ event, role, effectiveOn }: ContactChangeFacts) => {
  const from = day(effectiveOn);
  return {
    scheduled: {
      subject: `Neue Kontaktdaten ${roles[role]} ab ${from}`,
      lead: `Ab ${from} gelten diese Kontaktdaten ${roles[role]}:`,
      consequence: `Bis dahin gelten die bisherigen. Geschieht nichts, erreichen Ihre Leute womöglich niemanden mehr: Bitte geben Sie die neuen Daten vor dem ${from} an Ihren Support weiter.`,
    },
    completed: {
      subject: `Kontaktdaten ${roles[role]} sind vollständig`,
      lead: `Ab ${from} kennen Sie auch die Kontaktdaten ${roles[role]}, die bisher fehlten.`,
      consequence: "Was Sie schon kennen, gilt weiter. Bitte geben Sie die Daten an Ihren Support weiter.",
    },
    corrected: {
      subject: `Berichtigt: Kontaktdaten ${roles[role]} ab ${from}`,
      lead: `Wir hatten andere Kontaktdaten ${roles[role]} angekündigt und berichtigen sie. Ab ${from} gelten:`,
      consequence: `Was zuvor angekündigt war, gilt nicht. Bitte geben Sie die berichtigten Daten vor dem ${from} an Ihren Support weiter.`,
    },
    cancelled: {
      subject: `Kontaktdaten ${roles[role]} bleiben, wie sie sind`,
      lead: `Wir hatten andere Kontaktdaten ${roles[role]} ab ${from} angekündigt. Diese Änderung findet nicht statt.`,
      consequence:
        "Es gelten weiterhin die bisherigen Daten. Bitte sagen Sie allen Bescheid, denen Sie die angekündigten gegeben haben.",
    },
  }[event];
};

export const staffGerman: StaffWords = {
  status_decided: (facts) => ({
    ...decided(facts),
    details: [["Begründung", facts.reason]],
    action: "Zur Organisation",
    reason: `Sie erhalten diese E-Mail, weil Sie ${facts.organisationName} im Portal verwalten.`,
  }),
  support_contact_change: (facts) => ({
    ...changed(facts),
    details: contactDetails(facts, {
      phone: "Telefon",
      email: "E-Mail",
      phoneUntil: "Telefon bis dahin",
      emailUntil: "E-Mail bis dahin",
    }),
    action: "Zu den Supportkontakten",
    reason: `Sie erhalten diese E-Mail, weil Sie eine Organisation verwalten, deren Vertragspartner ${entityNames[facts.contractingEntity]} ist: Neue Kontakte werden ihr fünf Werktage im Voraus angekündigt (Ziffer 2.4.3 der Supportvereinbarung).`,
  }),
};
