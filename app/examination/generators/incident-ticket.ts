/** A ticket to compose from the facts of one fault: held against the lists of 1.2 and 2.2, with pieces that belong in no ticket. */
import { z } from "zod";
import type { ClauseTag } from "../clause-tags";
import type { ContentOption, Phrase, Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { opaqueId, optionOf } from "./generated-text";
import { defineGenerator } from "./generator";
import { journalStamp, wallClock } from "./host-clock";
import { type Situation, situationOf, symptoms } from "./incident-situations";

const fields = {
  subject: { en: "Subject", de: "Betreff" },
  contact: { en: "Processor and contact", de: "Bearbeiter und Kontakt" },
  components: { en: "Components involved", de: "Beteiligte Komponenten" },
  error: { en: "Error pattern with times", de: "Fehlerbild mit Zeiten" },
  measurements: { en: "Measurements and monitoring", de: "Messungen und Monitoring" },
  setup: { en: "Set-up: updates and configuration", de: "Aufbau: Updates und Konfiguration" },
} satisfies Record<string, Words>;

interface Piece {
  readonly field: keyof typeof fields;
  readonly clause: ClauseTag;
  readonly label: Words;
  readonly text: Phrase;
}

const people = ["Jonas Feld", "Aylin Kara", "Marta Lindqvist", "David Okoye", "Sofia Brandt", "Liam Hofer"] as const;

interface Report {
  readonly situation: Situation;
  readonly began: string;
  readonly processor: string;
  readonly phone: string;
  readonly updatedOn: string;
}

function piecesOf({ situation, began, processor, phone, updatedOn }: Report): Piece[] {
  const { subject, components, versions, description, log, measurement, measured, monitoring, configuration } =
    situation;
  return [
    {
      field: "subject",
      clause: "1.2",
      label: { en: "Ticket ID from your own ticket system", de: "Ticket-ID des eigenen Systems" },
      text: subject,
    },
    {
      field: "contact",
      clause: "1.2",
      label: { en: "Named processor and contact options", de: "Benannter Bearbeiter und Kontaktmöglichkeiten" },
      text: {
        en: `${processor}, second level, ${phone}, noc@partner.example`,
        de: `${processor}, Second Level, ${phone}, noc@partner.example`,
      },
    },
    {
      field: "components",
      clause: "2.2-components",
      label: { en: "UUIDs and IPs", de: "UUIDs und IPs" },
      text: components,
    },
    {
      field: "components",
      clause: "2.2-components",
      label: { en: "Operating system, applications and versions", de: "Betriebssystem, Anwendungen und Versionen" },
      text: versions,
    },
    {
      field: "error",
      clause: "2.2-error-description",
      label: { en: "Exact error description", de: "Genaue Fehlerbeschreibung" },
      text: description,
    },
    {
      field: "error",
      clause: "2.2-time-information",
      label: { en: "Date, time and time zone", de: "Datum, Uhrzeit und Zeitzone" },
      text: { en: `Since ${began} UTC, without interruption`, de: `Seit ${began} UTC, ohne Unterbrechung` },
    },
    { field: "error", clause: "2.2-log-messages", label: { en: "Log messages", de: "Logmeldungen" }, text: log },
    { field: "measurements", clause: measured, label: { en: "Measurement", de: "Messung" }, text: measurement },
    {
      field: "measurements",
      clause: "2.2-monitoring-extract",
      label: { en: "Extract from monitoring", de: "Auszug aus dem Monitoring" },
      text: monitoring,
    },
    {
      field: "setup",
      clause: "2.2-update-status",
      label: { en: "Update status", de: "Updatestand" },
      text: {
        en: `Last package updates on ${updatedOn}, restarted on that day, no change since`,
        de: `Letzte Paketaktualisierung am ${updatedOn}, Neustart am selben Tag, seither keine Änderung`,
      },
    },
    {
      field: "setup",
      clause: "2.2-configuration",
      label: { en: "Configuration details", de: "Konfigurationsdetails" },
      text: configuration,
    },
  ];
}

const tooVague = {
  en: "Cannot be checked or placed in time: support has to ask back.",
  de: "Nicht prüfbar oder zeitlich nicht einzuordnen: Der Support muss nachfragen.",
};
const secret = {
  en: "A secret. Support does not log on (2.6); authentication goes through access and PIN, never through the ticket (2.5).",
  de: "Ein Geheimnis. Der Support meldet sich nicht an (2.6); authentifiziert wird über Zugang und PIN, nie über das Ticket (2.5).",
};
const wrongWay = {
  en: "Contradicts the agreement: the partner reports and keeps the communication (2.1, 2.4.1).",
  de: "Widerspricht der Vereinbarung: Der Partner meldet und führt die Kommunikation (2.1, 2.4.1).",
};

const decoys: readonly (readonly [text: Words, misconception: Words])[] = [
  [
    {
      en: "Root password, so that support can look for itself",
      de: "Root-Passwort, damit der Support selbst nachsehen kann",
    },
    secret,
  ],
  [{ en: "Support PIN of the processor, in plain text", de: "Support-PIN des Bearbeiters, im Klartext" }, secret],
  [{ en: "Since this morning, our time", de: "Seit heute Morgen, unsere Zeit" }, tooVague],
  [{ en: "Everything is slow", de: "Alles ist langsam" }, tooVague],
  [{ en: "All updates are installed", de: "Alle Updates sind installiert" }, tooVague],
  [{ en: "Other customers are said to have it too", de: "Andere Kunden sollen es auch haben" }, tooVague],
  [
    {
      en: "The end customer's administrator will call you directly",
      de: "Der Administrator des Endkunden ruft Sie direkt an",
    },
    wrongWay,
  ],
  [{ en: "Please inform our end customer yourselves", de: "Bitte informieren Sie unseren Endkunden selbst" }, wrongWay],
];

/** A secret, something vague and one more. */
function decoysFor(choice: SeededChoice): ContentOption[] {
  const of = (kind: Words) => choice.shuffle(decoys.filter(([, misconception]) => misconception === kind));
  const picked = [of(secret)[0], ...of(tooVague).slice(0, 2), of(wrongWay)[0]];
  return picked.flatMap((decoy) => (decoy ? [optionOf(decoy[0], decoy[1])] : []));
}

export const incidentTicket = defineGenerator({
  kind: "incident_report",
  parameters: z.object({ symptoms: z.array(z.enum(symptoms)).min(1) }).strict(),
  generate(choice, parameters) {
    const day = choice.integer(2, 27);
    const at = Date.UTC(2026, 2, day, choice.integer(5, 9), choice.integer(0, 59), choice.integer(0, 59));
    const place = {
      host: choice.pick(["db-01", "node-1", "app-03", "core-02"]),
      address: `10.7.${choice.integer(2, 60)}.${choice.integer(11, 250)}`,
      ticket: `${choice.pick(["INC", "T", "SR"])}-${choice.integer(10_000, 99_999)}`,
      stamp: journalStamp(at + choice.integer(60, 120) * 1000),
    };
    const situation = situationOf(choice, choice.pick(parameters.symptoms), place);
    const pieces = piecesOf({
      situation,
      began: wallClock(at, 0).slice(0, 16),
      processor: choice.pick(people),
      phone: `+49 30 5550 ${choice.integer(1000, 9999)}`,
      updatedOn: `2026-02-${String(choice.integer(1, 28)).padStart(2, "0")}`,
    });
    const { story } = situation;
    return {
      kind: "incident_report",
      stem: {
        en: `${story.en} Compose the ticket for 24/7 IONOS Cloud Support: put each piece that belongs in it into its field, and leave out the rest.`,
        de: `${story.de} Stellen Sie das Ticket an den 24/7 IONOS Cloud Support zusammen: Ordnen Sie jedes Stück, das hineingehört, seinem Feld zu, und lassen Sie den Rest weg.`,
      },
      exhibits: [],
      fields: Object.entries(fields).map(([id, text]) => ({ id, text })),
      evidence: [...pieces.map(({ text }) => optionOf(text)), ...decoysFor(choice)],
      key: {
        requirements: pieces.map(({ field, clause, label, text }) => ({
          id: opaqueId(label),
          clause,
          label,
          fieldId: field,
          evidenceIds: [opaqueId(text)],
        })),
      },
      rationale: {
        en: "1.2 asks for the ticket ID, the named processor with contact options, the instances and the time stamp; 2.2 for components, measurements, error pattern and set-up. Secrets never belong in a ticket, and what cannot be checked only costs a question back.",
        de: "1.2 verlangt Ticket-ID, benannten Bearbeiter mit Kontaktmöglichkeiten, Instanzen und Zeitstempel; 2.2 Komponenten, Messungen, Fehlerbild und Aufbau. Geheimnisse gehören nie in ein Ticket, und was niemand prüfen kann, kostet nur eine Rückfrage.",
      },
    };
  },
});
