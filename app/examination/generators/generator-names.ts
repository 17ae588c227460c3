import type { Language } from "~/platform/schema/people-tables";
import type { Words } from "../item-content";
import type { GeneratorCode } from "./all-generators";

/** What people call the generators; they read it where a written item would show its question. */
const generatorNames: Readonly<Record<GeneratorCode, Words>> = {
  datagram_rate: { en: "Datagrams per second with iperf3", de: "Datagramme je Sekunde mit iperf3" },
  fio_figures: { en: "Figures from fio", de: "Messwerte von fio" },
  hop_loss: { en: "Packet loss on the path", de: "Paketverlust auf dem Weg" },
  incident_ticket: { en: "Ticket for an incident", de: "Ticket zu einer Störung" },
  inodes_or_blocks: { en: "Out of inodes or of blocks", de: "Inodes oder Blöcke erschöpft" },
  journal_evidence: { en: "Evidence in the journal", de: "Belege im Journal" },
  load_cause: { en: "Cause of the load", de: "Ursache der Last" },
  log_order: { en: "Order of events on two hosts", de: "Reihenfolge der Ereignisse auf zwei Hosts" },
  packet_rate: { en: "Packets per second with sar", de: "Pakete je Sekunde mit sar" },
  slow_volume: { en: "The slow volume", de: "Das langsame Volume" },
  steal_or_iowait: { en: "Steal or iowait", de: "Steal oder iowait" },
  utc_time: { en: "A time in UTC", de: "Ein Zeitpunkt in UTC" },
};

/** The name of the generator with this code; a code that no generator has any more stands for itself. */
export const generatorName = (code: string, language: Language): string =>
  Object.hasOwn(generatorNames, code) ? generatorNames[code as GeneratorCode][language] : code;
