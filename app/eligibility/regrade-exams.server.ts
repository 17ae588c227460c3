import { recordEvents } from "~/audit/record-events.server";
import {
  lockGradingOf,
  lockRegrade,
  updateAsApplied,
  updateAsUndone,
} from "~/examination/regrade/regrade-queries.server";
import { conflict } from "~/kernel/rejection";
import type { Db } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { carryOutRegrade } from "./carry-out-regrade.server";
import { countAgain } from "./count-again.server";

export interface ApplyRegrade {
  readonly actorId: string;
  readonly regradeId: string;
  /** Of the dry run that was looked at; null to apply whatever it comes to. */
  readonly fingerprint: string | null;
}

/**
 * Puts a regrade into force, in one transaction and once: results, certificates, counts, notices, audit. An attempt that is handed in at the
 * same moment is graded by the regrade or seen by it. Applied again, it changes nothing. Throws `regrade_in_force` while another one of the
 * same item version is, `regrade_discarded` once it was put aside, and `changed_meanwhile` when the dry run would say something else by now.
 */
export function applyRegrade(db: Db, command: ApplyRegrade, now: Date, random: Random): Promise<void> {
  const { actorId, regradeId, fingerprint } = command;
  return countAgain(db, now, async (trx) => {
    const regrade = await lockRegrade(trx, regradeId);
    if (regrade.discardedAt) throw conflict("regrade_discarded");
    if (regrade.appliedAt) return { organisationIds: [], result: undefined };
    await lockGradingOf(trx, regrade.itemVersionId);
    await updateAsApplied(trx, regradeId, { appliedAt: now, appliedBy: actorId });
    const { reason, takePassesAway } = regrade;
    const how = { step: "applied" as const, keepPasses: !takePassesAway, actorId, reason, fingerprint };
    const { organisationIds, counts } = await carryOutRegrade(trx, regrade, how, now, random);
    const event = {
      actorId,
      action: "regrade.applied",
      subjectType: "regrade",
      subjectId: regradeId,
      after: counts,
      reason,
    };
    await recordEvents(trx, [event], now);
    return { organisationIds, result: undefined };
  });
}

export interface UndoRegrade extends ApplyRegrade {
  readonly reason: string;
  /** `suspended`: who passed by the regrade alone loses the pass, and the certificate is suspended. `kept`: pass and certificate stay. */
  readonly certificates: "suspended" | "kept";
}

/** Takes a regrade out of force: the item earns again what it earned before, nothing that was recorded is lost. Undone again, it changes nothing. */
export function undoRegrade(db: Db, command: UndoRegrade, now: Date, random: Random): Promise<void> {
  const { actorId, regradeId, reason, certificates, fingerprint } = command;
  return countAgain(db, now, async (trx) => {
    const regrade = await lockRegrade(trx, regradeId);
    if (!regrade.appliedAt) throw conflict("changed_meanwhile");
    if (regrade.undoneAt) return { organisationIds: [], result: undefined };
    await lockGradingOf(trx, regrade.itemVersionId);
    const undone = { undoneAt: now, undoneBy: actorId, undoReason: reason, certificatesAfterUndo: certificates };
    await updateAsUndone(trx, regradeId, undone);
    const how = { step: "undone" as const, keepPasses: certificates === "kept", actorId, reason, fingerprint };
    const { organisationIds, counts } = await carryOutRegrade(trx, regrade, how, now, random);
    const after = { ...counts, certificatesAfterUndo: certificates };
    const event = { actorId, action: "regrade.undone", subjectType: "regrade", subjectId: regradeId, after, reason };
    await recordEvents(trx, [event], now);
    return { organisationIds, result: undefined };
  });
}
