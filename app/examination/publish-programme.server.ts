import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { secondLevelAdministrator } from "./blueprint";
import { readDrawFault } from "./draw-fault.server";
import { lockProgramme, type RecordedProgramme } from "./programme-queries.server";
import { differencesOf, inForceAt, type ProgrammePlan, planOf } from "./programme-versions";
import { publishVersions } from "./publish-versions.server";

export interface PublishProgramme {
  readonly actorId: string;
  readonly plan: ProgrammePlan;
  /** Null: at once. */
  readonly activeFrom: Date | null;
  readonly reason: string;
  /** The number of the newest version that was known to whoever decided. */
  readonly basedOn: number;
}

/** The version just published says the same, and by the same person: the form came twice. */
function isRepeat(
  latest: RecordedProgramme,
  { actorId, plan, activeFrom, basedOn }: PublishProgramme,
  now: Date,
): boolean {
  const sameDay = activeFrom ? activeFrom.getTime() === latest.activeFrom.getTime() : latest.activeFrom <= now;
  return (
    latest.version === basedOn + 1 &&
    latest.recordedBy?.id === actorId &&
    latest.study === null &&
    sameDay &&
    differencesOf(latest, { ...plan, cutScorePercent: latest.cutScorePercent }).length === 0
  );
}

/** Throws `programme_not_feasible` with the section or the clause that is short, where no form could be drawn by the plan. */
async function refuseInfeasible(trx: Trx, { blueprint }: ProgrammePlan): Promise<void> {
  const fault = await readDrawFault(trx, blueprint);
  if (!fault) return;
  throw conflict(
    "programme_not_feasible",
    "section" in fault ? { section: fault.section, missing: fault.missing } : { clause: fault.clause },
  );
}

/** Throws `programme_unchanged` where attempts would be sat from that day on as they will be anyway. */
function refuseUnchanged(history: readonly RecordedProgramme[], plan: ProgrammePlan, activeFrom: Date): void {
  const otherwise = inForceAt(history, activeFrom);
  const replaced = history.some((version) => version.activeFrom > activeFrom && version.version > otherwise.version);
  const same = differencesOf(otherwise, { ...plan, cutScorePercent: otherwise.cutScorePercent }).length === 0;
  if (same && !replaced) throw conflict("programme_unchanged");
}

/**
 * Publishes the next version of the programme: attempts that start from its day on are sat under it, those before keep theirs. The cut score is
 * carried over. A second call with the same changes nothing. Throws `programme_changed_meanwhile` with the newest version's number and who published
 * it where it is not the one that the decision was based on, `programme_unchanged`, and `programme_not_feasible`.
 */
export async function publishProgramme(db: Db, command: PublishProgramme, now: Date): Promise<{ version: number }> {
  const { actorId, plan, reason, basedOn } = command;
  return inTransaction(db, async (trx) => {
    const history = await lockProgramme(trx, secondLevelAdministrator.code);
    const inForce = inForceAt(history, now);
    const [latest = inForce] = history;
    if (isRepeat(latest, command, now)) return { version: latest.version };
    if (latest.version !== basedOn) {
      const name = latest.recordedBy?.fullName ?? null;
      throw conflict("programme_changed_meanwhile", { version: latest.version, name });
    }
    const activeFrom = command.activeFrom ?? now;
    refuseUnchanged(history, plan, activeFrom);
    await refuseInfeasible(trx, plan);
    const { cutScorePercent } = inForce;
    const noStudy = { cutScoreStudyId: null, republishedWithStudyId: null };
    const decided = { ...plan, cutScorePercent, activeFrom, recordedBy: actorId, ...noStudy };
    const [{ version, versionId }] = await publishVersions(trx, history, [decided]);
    const from = { version: inForce.version, ...planOf(inForce) };
    const after = { version, ...plan, cutScorePercent, activeFrom: activeFrom.toISOString() };
    const subject = { subjectType: "programme", subjectId: versionId };
    const event = { actorId, action: "programme.published", ...subject, before: from, after, reason };
    await recordEvents(trx, [event], now);
    return { version };
  });
}
