/** What stands on a certificate, in both its languages. The aspects are those of clause 2.2 of the support agreement. */

import { type Day, lastDay } from "~/kernel/calendar";
import type { Language } from "~/platform/schema/people-tables";
import type { Validity } from "./validity";

interface CertificateWords {
  readonly document: string;
  readonly certifies: string;
  readonly statement: string;
  readonly valid: string;
  readonly aspectsHeading: string;
  readonly aspects: readonly (readonly [heading: string, detail: string])[];
  readonly issuedBy: string;
  readonly issuedOn: string;
  readonly verify: string;
  readonly qrCode: string;
  readonly seeVerification: string;
  readonly months: readonly string[];
}

/** The portal's operator, who issues certificates; the same in every language. */
export const issuer = "IONOS Cloud partner certification";

export const certificateWords: Readonly<Record<Language, CertificateWords>> = {
  en: {
    document: "Certificate",
    certifies: "This certifies that",
    statement: "has passed the certification exam and is qualified to diagnose and report faults at second level.",
    valid: "Valid",
    aspectsHeading: "Examined in",
    aspects: [
      ["Components", "IP addresses, UUIDs, operating system, applications and their versions"],
      ["Network", "bandwidth, packets per second and latency, internal and external"],
      ["Storage", "bandwidth, IOPS and latency"],
      ["Compute", "steal time, load, CPU and I/O wait"],
      ["Error pattern", "description and derivation, log messages, monitoring, time and time zone"],
      ["Set-up", "update status and configuration of the components involved"],
      ["Reporting", "incidents and performance limitations, always and completely"],
    ],
    issuedBy: "Issued by",
    issuedOn: "Issued on",
    verify: "Scan the code or open the address below it to see whether this certificate is valid today.",
    qrCode: "QR code that opens the verification page of this certificate",
    seeVerification: "Name as on the verification page",
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
  },
  de: {
    document: "Zertifikat",
    certifies: "Hiermit wird bescheinigt:",
    statement:
      "hat die Zertifizierungsprüfung bestanden und ist befähigt, Störungen im Second Level einzugrenzen und zu melden.",
    valid: "Gültig",
    aspectsHeading: "Geprüft in",
    aspects: [
      ["Komponenten", "IP-Adressen, UUIDs, Betriebssystem, Anwendungen und deren Versionen"],
      ["Netzwerk", "Bandbreite, Pakete pro Sekunde und Latenz, intern und extern"],
      ["Storage", "Bandbreite, IOPS und Latenz"],
      ["Compute", "Steal Time, Load, CPU und I/O-Wait"],
      ["Fehlerbild", "Beschreibung und Herleitung, Logmeldungen, Monitoring, Zeit und Zeitzone"],
      ["Setup", "Update-Stand und Konfiguration der beteiligten Komponenten"],
      ["Meldung", "Störungen und Leistungseinschränkungen, immer und vollständig"],
    ],
    issuedBy: "Ausgestellt von",
    issuedOn: "Ausgestellt am",
    verify: "Ob dieses Zertifikat heute gültig ist, zeigt die Prüfseite: Code scannen oder Adresse darunter öffnen.",
    qrCode: "QR-Code, der die Prüfseite dieses Zertifikats öffnet",
    seeVerification: "Name wie auf der Prüfseite",
    months: [
      "Januar",
      "Februar",
      "März",
      "April",
      "Mai",
      "Juni",
      "Juli",
      "August",
      "September",
      "Oktober",
      "November",
      "Dezember",
    ],
  },
};

/** The day as it is printed, "10 March 2026" or "10. März 2026"; from our own words, so that no runtime update can change issued bytes. */
export function printedDay(day: Day, language: Language): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const name = certificateWords[language].months[month - 1];
  return language === "de" ? `${date}. ${name} ${year}` : `${date} ${name} ${year}`;
}

/** First and last valid day. */
export const printedValidity = (validity: Validity, language: Language): string =>
  `${printedDay(validity.start, language)} – ${printedDay(lastDay(validity), language)}`;
