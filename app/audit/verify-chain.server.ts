import type { Db } from "~/platform/database/handle";
import { chainStart } from "./audit-chain";
import { selectChainAfter, selectChainEnd } from "./queries.server";
import { linkHash } from "./record-events.server";

export type ChainVerdict =
  | { readonly whole: true; readonly events: number; readonly hash: string }
  | { readonly whole: false; readonly brokenAt: number; readonly fault: "missing" | "changed" | "cut_off" };

const stretch = 2_000;

/** Recomputes every link from the first event to the end. A changed, missing or cut-off event is named by its place. */
export async function verifyChain(db: Db): Promise<ChainVerdict> {
  const end = await selectChainEnd(db);
  let sequence = 0;
  let hash = chainStart;
  for (;;) {
    const events = await selectChainAfter(db, sequence, stretch);
    for (const event of events) {
      if (event.sequence > end.sequence) break;
      if (event.sequence !== sequence + 1) return { whole: false, brokenAt: sequence + 1, fault: "missing" };
      if (event.previousHash !== hash || event.hash !== linkHash(hash, event)) {
        return { whole: false, brokenAt: event.sequence, fault: "changed" };
      }
      sequence = event.sequence;
      hash = event.hash;
    }
    if (events.length < stretch || sequence >= end.sequence) break;
  }
  if (sequence !== end.sequence || hash !== end.hash) return { whole: false, brokenAt: sequence + 1, fault: "cut_off" };
  return { whole: true, events: sequence, hash };
}
