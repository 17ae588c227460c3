import type { DueNotice } from "~/notices/deliver-outbox.server";
import type { PlannedNotice } from "~/notices/mail-facts";
import type { Db } from "~/platform/database/handle";
import { decideLapseNotices } from "./decide-lapse-notices.server";
import { decideStandingNotices } from "./decide-standing-notices.server";

/**
 * Asked just before a mail leaves: whether what it says still holds for whom it was meant. False after a renewal, a revocation, a recovery, when
 * a more urgent stage has come, or when the recipient is not to be told any more. Kinds that are not about standing or validity: true.
 */
export async function stillDue(db: Db, notice: DueNotice, now: Date): Promise<boolean> {
  switch (notice.kind) {
    case "certificate_lapsing":
    case "certificate_lapsed": {
      const [decided] = await decideLapseNotices(db, [notice.subjectId], now);
      return decided?.due.some((due) => sameKey(due, notice)) ?? false;
    }
    case "below_three_ahead":
    case "below_three_now": {
      const [decided] = await decideStandingNotices(db, [notice.subjectId], now);
      return decided?.due.some((due) => sameKey(due, notice)) ?? false;
    }
    case "restored": {
      // The notice itself has closed its fall in the ledger, so the rule has nothing more to say of it: only a newer fall makes it untrue.
      const [decided] = await decideStandingNotices(db, [notice.subjectId], now);
      return decided?.standing.metSince != null && decided.told.at(-1)?.cycle === notice.cycle;
    }
    default:
      return true;
  }
}

const sameKey = (due: PlannedNotice, notice: DueNotice): boolean =>
  due.kind === notice.kind &&
  due.cycle === notice.cycle &&
  due.stage === notice.stage &&
  due.recipientId === notice.recipientId;
