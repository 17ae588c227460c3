import { addDays } from "~/kernel/calendar";
import { formatInstant } from "~/kernel/instant-words";
import type { Audience } from "./audience";
import { examGerman } from "./exam-words-de";
import type { BelowAheadFacts, BelowNowFacts, FallCause, LapseFacts } from "./mail-facts";
import { day, ofHolder, sentences, whyYou } from "./mail-sentences-de";
import { staffGerman } from "./staff-words-de";
import { trainingGerman } from "./training-words-de";
import type { WordsByTemplate } from "./worded-mail";

/** In the nominative and accusative: "hat 2 zertifizierte Administratoren". */
const count = (value: number): string =>
  value === 0
    ? "keinen zertifizierten Administrator"
    : value === 1
      ? "1 zertifizierten Administrator"
      : `${value} zertifizierte Administratoren`;

const certificateOf = ({ audience, personName }: { audience: Audience; personName: string }): string =>
  audience === "holder" ? "Ihr Zertifikat" : `Das Zertifikat von ${personName}`;

const lapseConsequence = (facts: LapseFacts): string => {
  const from = day(addDays(facts.validThrough, 1));
  return ofHolder(
    facts,
    `Geschieht nichts, zählen Sie ab dem ${from} nicht mehr zu den zertifizierten Administratoren von ${facts.organisationName}.`,
    `Geschieht nichts, zählt ${facts.personName} ab dem ${from} nicht mehr zu den zertifizierten Administratoren von ${facts.organisationName}.`,
  );
};

function cause({ causeKind, causePersonName }: FallCause): string {
  const who = causePersonName ?? "einer Person";
  switch (causeKind) {
    case "certificate_ends":
      return `Das Zertifikat von ${who} endet.`;
    case "certificate_suspended":
      return `Das Zertifikat von ${who} ist ausgesetzt.`;
    case "certificate_revoked":
      return `Das Zertifikat von ${who} wurde widerrufen.`;
    case "membership_ends":
      return `Die Mitgliedschaft von ${who} endet.`;
    case "not_administrator":
      return `${causePersonName ?? "Eine Person"} zählt nicht mehr als Administrator.`;
    case "level_changed":
      return "Die Programmstufe hat sich geändert.";
    case null:
      return "";
  }
}

const duty = ({ mandatory, minimum }: BelowAheadFacts | BelowNowFacts): string =>
  mandatory
    ? `Für Distributoren ist der Second-Level-Support verpflichtend; er verlangt jederzeit ${minimum} zertifizierte Administratoren (Ziffern 2.2 und 2.7 der Support-Vereinbarung).`
    : `Der Second-Level-Support-Status verlangt jederzeit ${minimum} zertifizierte Administratoren (Ziffer 2.7 der Support-Vereinbarung).`;

export const german: WordsByTemplate = {
  certificate_lapsing: (facts) => ({
    subject: `${certificateOf(facts)} endet am ${day(facts.validThrough)}`,
    lead: `${certificateOf(facts)} ist gültig bis ${day(facts.validThrough)}. Es lässt sich ab sofort durch die Prüfung erneuern: Das neue Jahr schließt an das alte an, kein Tag geht verloren.`,
    details: [["Zertifikat", facts.certificateNumber]],
    consequence: lapseConsequence(facts),
    action: ofHolder(facts, "Zur Prüfung", `${facts.personName} ansehen`),
    reason: whyYou(facts),
  }),
  certificate_lapsed: (facts) => ({
    subject: `${certificateOf(facts)} ist abgelaufen`,
    lead: `${certificateOf(facts)} war gültig bis ${day(facts.validThrough)}.`,
    details: [["Zertifikat", facts.certificateNumber]],
    consequence: ofHolder(
      facts,
      `Bis Sie die Prüfung erneut bestehen, zählen Sie nicht zu den zertifizierten Administratoren von ${facts.organisationName}.`,
      `Bis die Prüfung erneut bestanden ist, zählt ${facts.personName} nicht zu den zertifizierten Administratoren von ${facts.organisationName}.`,
    ),
    action: ofHolder(facts, "Zur Prüfung", `${facts.personName} ansehen`),
    reason: whyYou(facts),
  }),
  below_three_ahead: (facts) => ({
    subject: `${facts.organisationName}: ab ${day(facts.fallsOn)} nur noch ${facts.countThen} von ${facts.minimum} zertifizierten Administratoren`,
    lead: sentences(
      `${facts.organisationName} hat heute ${count(facts.count)}. Am ${day(facts.fallsOn)} sinkt die Zahl auf ${facts.countThen}.`,
      cause(facts),
    ),
    consequence: sentences(
      `Geschieht nichts, liegt ${facts.organisationName} ab dem ${day(facts.fallsOn)} unter der Mindestzahl.`,
      duty(facts),
    ),
    action: "Was zu tun ist",
    reason: whyYou(facts),
  }),
  below_three_now: (facts) => ({
    subject: `${facts.organisationName} hat weniger als ${facts.minimum} zertifizierte Administratoren`,
    lead: sentences(
      `Seit dem ${day(facts.belowSince)} hat ${facts.organisationName} nur noch ${facts.count} von ${facts.minimum} zertifizierten Administratoren.`,
      cause(facts),
    ),
    consequence: sentences(duty(facts), "Diese E-Mail kommt jede Woche, bis die Zahl wieder erreicht ist."),
    action: "Was zu tun ist",
    reason: whyYou(facts),
  }),
  restored: (facts) => ({
    subject: `${facts.organisationName} hat wieder ${count(facts.count)}`,
    lead: `Seit dem ${day(facts.restoredOn)} hat ${facts.organisationName} wieder ${count(facts.count)} und erfüllt die Mindestzahl von ${facts.minimum}.`,
    consequence: "Es ist nichts zu tun.",
    action: "Organisation ansehen",
    reason: whyYou(facts),
  }),
  ...trainingGerman,
  ...staffGerman,
  ...examGerman,
  certificate_issued: (facts) => ({
    subject: `${certificateOf(facts)} ist ausgestellt`,
    lead: `${certificateOf(facts)} ist gültig vom ${day(facts.validFrom)} bis ${day(facts.validThrough)}.`,
    details: [["Zertifikat", facts.certificateNumber]],
    consequence: "Wir erinnern rechtzeitig, bevor es endet.",
    action: "Zertifikat ansehen",
    reason: whyYou(facts),
  }),
  certificate_revoked: (facts) => ({
    subject: `${certificateOf(facts)} wurde widerrufen`,
    lead: `${certificateOf(facts)} ist mit Wirkung vom ${day(facts.effectiveOn)} widerrufen.`,
    details: [
      ["Zertifikat", facts.certificateNumber],
      [
        "Grund",
        {
          exam_misconduct: "Täuschung in der Prüfung",
          issued_in_error: "irrtümlich ausgestellt",
          conduct: "Verhalten",
        }[facts.reasonClass],
      ],
    ],
    consequence:
      "Es zählt nicht mehr, und die Prüfseite des Zertifikats zeigt das an. Für ein neues Zertifikat ist die Prüfung erneut zu bestehen.",
    action: "Zertifikat ansehen",
    reason: whyYou(facts),
  }),
  certificate_suspended: (facts) => ({
    subject: `${certificateOf(facts)} ist ausgesetzt`,
    lead: `${certificateOf(facts)} ist ab dem ${day(facts.effectiveOn)} ausgesetzt.`,
    details: [
      ["Zertifikat", facts.certificateNumber],
      [
        "Grund",
        { under_investigation: "in Klärung", conduct: "Verhalten", administrative: "Verwaltung" }[facts.reasonClass],
      ],
    ],
    consequence: "Bis die Aussetzung aufgehoben ist, zählt es nicht, und die Prüfseite des Zertifikats zeigt das an.",
    action: "Zertifikat ansehen",
    reason: whyYou(facts),
  }),
  certificate_reinstated: (facts) => ({
    subject: `${certificateOf(facts)} zählt wieder`,
    lead: `${certificateOf(facts)} zählt ab dem ${day(facts.effectiveOn)} wieder und ist gültig bis ${day(facts.validThrough)}.`,
    details: [["Zertifikat", facts.certificateNumber]],
    consequence: "Es ist nichts zu tun.",
    action: "Zertifikat ansehen",
    reason: whyYou(facts),
  }),
  address_refused: (facts) => ({
    subject: `E-Mails an ${facts.personName} werden abgewiesen`,
    lead: `Der Mailserver weist E-Mails an ${facts.personName} ab. Was das Portal mitzuteilen hat, kommt dort nicht an.`,
    details: [["Adresse", facts.address], ...(facts.answer ? [["Seine Antwort", facts.answer] as const] : [])],
    consequence:
      "Bis die Adresse wieder erreichbar ist, erreichen Warnungen zum Zertifikat dieser Person nur Sie. Bitte klären Sie, was mit der Adresse ist.",
    action: facts.organisationId ? `${facts.personName} ansehen` : "Wartende E-Mails ansehen",
    reason: facts.organisationName
      ? `Sie erhalten diese E-Mail, weil Sie ${facts.organisationName} im Portal verwalten.`
      : "Sie erhalten diese E-Mail, weil Sie bei IONOS das Portal betreuen.",
  }),
  second_level_applied: (facts) => ({
    subject: `${facts.organisationName} beantragt Second-Level-Support`,
    lead: `${facts.applicantName} hat für ${facts.organisationName} Second-Level-Support beantragt und nennt den Plan, nach dem die nötigen Administratoren zertifiziert werden sollen.`,
    consequence: "Bis IONOS entscheidet, ändert sich für die Organisation nichts; sie wartet auf eine Antwort.",
    action: "Lesen und entscheiden",
    reason: "Sie erhalten diese E-Mail, weil Sie bei IONOS das Portal betreuen.",
  }),
  second_level_decided: (facts) => ({
    subject:
      facts.outcome === "approved"
        ? `${facts.organisationName}: Antrag auf Second-Level-Support genehmigt`
        : `${facts.organisationName}: Antrag auf Second-Level-Support abgelehnt`,
    lead:
      facts.outcome === "approved"
        ? `IONOS hat den Antrag von ${facts.organisationName}${facts.obligedFrom ? ` ab dem ${day(facts.obligedFrom)}` : ""} genehmigt. Die Organisation ist in Vorbereitung, bis es ${count(facts.needed)} gibt.`
        : `IONOS hat den Antrag von ${facts.organisationName} auf Second-Level-Support abgelehnt.`,
    details: facts.reason ? [["Begründung", facts.reason]] : [],
    consequence:
      facts.outcome === "approved"
        ? `Ab dem Tag, an dem es ${count(facts.needed)} gibt, sind jederzeit so viele nötig.`
        : "Für die Organisation ändert sich nichts. Sie kann jederzeit einen neuen Antrag stellen.",
    action: facts.outcome === "approved" ? "Ansehen, was zu tun ist" : "Antrag ansehen",
    reason: `Sie erhalten diese E-Mail, weil Sie ${facts.organisationName} im Portal verwalten.`,
  }),
  staff_digest: (facts) => ({
    subject:
      facts.entries.length + facts.more === 1
        ? "Ein Zertifikat eines Partners endet bald"
        : `${facts.entries.length + facts.more} Zertifikate von Partnern enden bald`,
    lead: "Seit der letzten E-Mail dieser Art ist das Ende dieser Zertifikate näher gerückt. Inhaber und Partner-Admins sind benachrichtigt.",
    details: [
      ...facts.entries.map(
        ({ personName, organisationName, certificateNumber, validThrough }) =>
          [day(validThrough), `${personName}, ${organisationName} (${certificateNumber})`] as const,
      ),
      ...(facts.more > 0 ? [["Weitere", String(facts.more)] as const] : []),
    ],
    consequence: "Bringt eines davon eine Organisation unter die Mindestzahl, erhalten Sie dazu eine eigene E-Mail.",
    action: "Organisationen ansehen",
    reason: "Sie erhalten diese E-Mail, weil Sie bei IONOS Partner betreuen; höchstens einmal am Tag.",
  }),
  invitation: (facts) => ({
    subject: "Ihr Konto im Partner-Zertifizierungsportal",
    lead: "Für Sie wurde ein Konto im Portal für Schulung und Zertifizierung der IONOS-Cloud-Partner angelegt. Wählen Sie ein Passwort, um es zu nutzen.",
    consequence: `Der Link gilt einmal, bis ${formatInstant(facts.expiresAt, "de", "UTC")}. Danach können Sie auf der Anmeldeseite einen neuen anfordern.`,
    action: "Passwort wählen",
    reason: "Sie erhalten diese E-Mail, weil Sie als Mitglied Ihrer Organisation eingetragen wurden.",
  }),
  password_reset: (facts) => ({
    subject: "Neues Passwort wählen",
    lead: "Für Ihr Konto wurde ein neues Passwort angefordert, vermutlich von Ihnen selbst.",
    consequence: `Der Link gilt einmal, bis ${formatInstant(facts.expiresAt, "de", "UTC")}. Falls Sie es nicht waren, ist nichts zu tun: Ihr Passwort bleibt, wie es ist.`,
    action: "Neues Passwort wählen",
    reason: "Sie erhalten diese E-Mail, weil Ihre Adresse auf der Anmeldeseite eingegeben wurde.",
  }),
};
