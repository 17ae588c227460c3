/** Every generator under the code that item versions store; a code is never given to another generator. */

import { fioFigures } from "./fio-figures";
import type { Generator } from "./generator";
import { hopLoss } from "./hop-loss";
import { logOrder } from "./log-order";
import { packetRate } from "./packet-rate";
import { stealOrIowait } from "./steal-or-iowait";

export const generatorCodes = ["fio_figures", "hop_loss", "log_order", "packet_rate", "steal_or_iowait"] as const;
export type GeneratorCode = (typeof generatorCodes)[number];

export const generators: Readonly<Record<GeneratorCode, Generator>> = {
  fio_figures: fioFigures,
  hop_loss: hopLoss,
  log_order: logOrder,
  packet_rate: packetRate,
  steal_or_iowait: stealOrIowait,
};
