import type { Db } from "~/platform/database/handle";
import { chainStart } from "./audit-chain";
import { selectChainAfter, selectChainEnd } from "./queries.server";
import { linkHash } from "./record-events.server";

export type ChainVerdict =
  | { readonly whole: true; readonly events: number; readonly hash: string }
  | {
      readonly whole: false;
      readonly brokenAt: number;
      readonly fault: "missing" | "changed" | "cut_off" | "added";
    };

const stretch = 2_000;

/**
 * Recomputes every link from the first event to the chain's end, which each append moves in its own transaction. A changed, missing,
 * cut-off or added event is named by its place. Events that others append meanwhile are verified too.
 */
export async function verifyChain(db: Db): Promise<ChainVerdict> {
  let sequence = 0;
  let hash = chainStart;
  for (;;) {
    const endBefore = await selectChainEnd(db);
    const events = await selectChainAfter(db, sequence, stretch);
    for (const event of events) {
      if (event.sequence !== sequence + 1) return { whole: false, brokenAt: sequence + 1, fault: "missing" };
      if (event.previousHash !== hash || event.hash !== linkHash(hash, event)) {
        return { whole: false, brokenAt: event.sequence, fault: "changed" };
      }
      sequence = event.sequence;
      hash = event.hash;
    }
    if (events.length > 0) continue;
    if (sequence < endBefore.sequence) return { whole: false, brokenAt: sequence + 1, fault: "cut_off" };
    const end = await selectChainEnd(db);
    if (end.sequence < sequence) return { whole: false, brokenAt: end.sequence + 1, fault: "added" };
    if (end.sequence > sequence) continue;
    return end.hash === hash
      ? { whole: true, events: sequence, hash }
      : { whole: false, brokenAt: sequence, fault: "changed" };
  }
}
