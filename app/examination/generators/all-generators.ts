/** Every generator under the code that item versions store; a code is never given to another generator. */

import { datagramRate } from "./datagram-rate";
import { fioFigures } from "./fio-figures";
import type { Generator } from "./generator";
import { hopLoss } from "./hop-loss";
import { incidentTicket } from "./incident-ticket";
import { inodesOrBlocks } from "./inodes-or-blocks";
import { journalEvidence } from "./journal-evidence";
import { loadCause } from "./load-cause";
import { logOrder } from "./log-order";
import { packetRate } from "./packet-rate";
import { slowVolume } from "./slow-volume";
import { stealOrIowait } from "./steal-or-iowait";
import { utcTime } from "./utc-time";

export const generatorCodes = [
  "datagram_rate",
  "fio_figures",
  "hop_loss",
  "incident_ticket",
  "inodes_or_blocks",
  "journal_evidence",
  "load_cause",
  "log_order",
  "packet_rate",
  "slow_volume",
  "steal_or_iowait",
  "utc_time",
] as const;
export type GeneratorCode = (typeof generatorCodes)[number];

export const generators: Readonly<Record<GeneratorCode, Generator>> = {
  datagram_rate: datagramRate,
  fio_figures: fioFigures,
  hop_loss: hopLoss,
  incident_ticket: incidentTicket,
  inodes_or_blocks: inodesOrBlocks,
  journal_evidence: journalEvidence,
  load_cause: loadCause,
  log_order: logOrder,
  packet_rate: packetRate,
  slow_volume: slowVolume,
  steal_or_iowait: stealOrIowait,
  utc_time: utcTime,
};
