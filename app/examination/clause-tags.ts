/**
 * The clauses of the support agreement that an item can stand for. Those of 2.2 are cut as fine as its brackets: a form that
 * covers them all covers "bandwidth, PPS, latency", "bandwidth, IOPS, latency" and "steal time, load, cpu/iowait" one by one.
 */

/** What people read for a clause. */
export const clauseNames = {
  "1.2": { en: "What a ticket must carry, and response times", de: "Pflichtangaben im Ticket und Reaktionszeiten" },
  "1.3": {
    en: "Support neither logs on nor changes anything",
    de: "Der Support meldet sich nicht an und ändert nichts",
  },
  "1.4": { en: "Support services for cloud customers", de: "Supportleistungen für Cloud-Kunden" },
  "2.1": { en: "First-level support by the partner", de: "First-Level-Support durch den Partner" },
  "2.2-components": {
    en: "IPs, UUIDs, operating system, applications and versions",
    de: "IPs, UUIDs, Betriebssystem, Anwendungen und Versionen",
  },
  "2.2-network-bandwidth": { en: "Network: bandwidth", de: "Netzwerk: Bandbreite" },
  "2.2-network-pps": { en: "Network: packets per second", de: "Netzwerk: Pakete pro Sekunde" },
  "2.2-network-latency": { en: "Network: latency", de: "Netzwerk: Latenz" },
  "2.2-storage-bandwidth": { en: "Storage: bandwidth", de: "Storage: Bandbreite" },
  "2.2-storage-iops": { en: "Storage: IOPS", de: "Storage: IOPS" },
  "2.2-storage-latency": { en: "Storage: latency", de: "Storage: Latenz" },
  "2.2-compute-steal": { en: "Compute: steal time", de: "Rechenleistung: Steal Time" },
  "2.2-compute-load": { en: "Compute: load", de: "Rechenleistung: Load" },
  "2.2-compute-iowait": { en: "Compute: CPU / iowait", de: "Rechenleistung: CPU / iowait" },
  "2.2-error-description": {
    en: "Exact error description and derivation",
    de: "Genaue Fehlerbeschreibung und Herleitung",
  },
  "2.2-log-messages": { en: "Log messages", de: "Logmeldungen" },
  "2.2-monitoring-extract": { en: "Extract from monitoring", de: "Auszug aus dem Monitoring" },
  "2.2-time-information": { en: "Date, time and time zone", de: "Datum, Uhrzeit und Zeitzone" },
  "2.2-update-status": { en: "Update status", de: "Updatestand" },
  "2.2-configuration": {
    en: "Configuration of the components involved",
    de: "Konfiguration der beteiligten Komponenten",
  },
  "2.2-always-report": {
    en: "Incidents and performance limitations are always reported",
    de: "Störungen und Leistungseinschränkungen werden immer gemeldet",
  },
  "2.3": { en: "Third-level support by IONOS", de: "Third-Level-Support durch IONOS" },
  "2.4.1": {
    en: "No direct channel for end customers and resellers",
    de: "Kein direkter Kanal für Endkunden und Reseller",
  },
  "2.4.2": {
    en: "Limitations of IONOS services are reported by the partner",
    de: "Einschränkungen der IONOS-Dienste meldet der Partner",
  },
  "2.4.3": { en: "Escalation", de: "Eskalation" },
  "2.4.4": { en: "Changes to a ticket are passed on at once", de: "Änderungen am Ticket werden sofort weitergegeben" },
  "2.5": { en: "Authentication", de: "Authentifizierung" },
  "2.6": {
    en: "No log-on to partners' or customers' resources",
    de: "Keine Anmeldung auf Ressourcen von Partnern oder Kunden",
  },
} as const;

export type ClauseTag = keyof typeof clauseNames;
export const clauseTags = Object.keys(clauseNames) as ClauseTag[];

/** What every form must cover: each bullet of 2.2. */
export const clausesOfEveryForm: readonly ClauseTag[] = clauseTags.filter((tag) => tag.startsWith("2.2-"));
