/** What whole tickets have in common, whatever they report. */
import type { ClauseTag } from "../clause-tags";
import type { Phrase, Words } from "../item-content";
import { words } from "./author-item";

export const asked = (clause: ClauseTag, label: Words, ...anyOf: Phrase[]) => ({ clause, label, anyOf });

export const labels = {
  ticketId: words("Ticket ID from your own ticket system", "Ticket-ID des eigenen Systems"),
  processor: words("Named processor and contact options", "Benannter Bearbeiter und Kontaktmöglichkeiten"),
  components: words("UUIDs and IPs", "UUIDs und IPs"),
  versions: words("Operating system, applications and versions", "Betriebssystem, Anwendungen und Versionen"),
  time: words("Date, time and time zone", "Datum, Uhrzeit und Zeitzone"),
  description: words("Exact error description", "Genaue Fehlerbeschreibung"),
  logs: words("Log messages", "Logmeldungen"),
  measurement: words("Measurement", "Messung"),
  monitoring: words("Extract from monitoring", "Auszug aus dem Monitoring"),
  updates: words("Update status", "Updatestand"),
  configuration: words("Configuration details", "Konfigurationsdetails"),
};

export const fields = {
  subject: words("Subject", "Betreff"),
  contact: words("Processor and contact", "Bearbeiter und Kontakt"),
  components: words("Components involved", "Beteiligte Komponenten"),
  error: words("Error pattern with times", "Fehlerbild mit Zeiten"),
  measurements: words("Measurements and monitoring", "Messungen und Monitoring"),
  setup: words("Set-up: updates and configuration", "Aufbau: Updates und Konfiguration"),
};

export const stem = (situation: Words): Words => ({
  en: `${situation.en} Compose the ticket for 24/7 IONOS Cloud Support: put each piece that belongs in it into its field, and leave out the rest.`,
  de: `${situation.de} Stellen Sie das Ticket an den 24/7 IONOS Cloud Support zusammen: Ordnen Sie jedes Stück, das hineingehört, seinem Feld zu, und lassen Sie den Rest weg.`,
});

export const rationale = words(
  "1.2 asks for the ticket ID, the named processor, contact options, instances and service, and the time stamp; 2.2 for components, measurements, error pattern and set-up. Passwords and PINs never belong in a ticket; assumptions and hearsay cannot be checked.",
  "1.2 verlangt Ticket-ID, benannten Bearbeiter, Kontaktmöglichkeiten, Instanzen und Dienst sowie Zeitstempel; 2.2 Komponenten, Messungen, Fehlerbild und Aufbau. Passwörter und PINs gehören nie in ein Ticket; Vermutungen und Hörensagen kann niemand prüfen.",
);
