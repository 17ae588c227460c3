import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { lockProgramme } from "../programme-queries.server";
import { comingAt, inForceAt, planOf } from "../programme-versions";
import { publishVersions } from "../publish-versions.server";
import { type AngoffResult, angoffResult, isShort } from "./angoff";
import { startRound } from "./start-round.server";
import {
  lockStudy,
  type Round,
  type Study,
  selectRatings,
  selectRounds,
  selectStudyItems,
  updateAsClosed,
  updateRoundAsClosed,
} from "./study-queries.server";

interface Conducting {
  readonly actorId: string;
  readonly studyId: string;
}

const mostRounds = 5;

async function open(trx: Trx, studyId: string): Promise<{ study: Study; round: Round }> {
  const study = await lockStudy(trx, studyId);
  const round = (await selectRounds(trx, studyId)).at(-1);
  if (study.closedAt || !round) throw conflict("cut_score_round_closed");
  return { study, round };
}

/**
 * The study's result by the last round, up to the one given, in which at least two judges have rated everything; throws
 * `cut_score_ratings_missing`, of the round given, when there is none.
 */
async function resultOf(trx: Trx, study: Study, last: number): Promise<{ round: number; result: AngoffResult }> {
  const items = await selectStudyItems(trx, study.id);
  let missing: number | undefined;
  for (let round = last; round >= 1; round -= 1) {
    const outcome = angoffResult(study.blueprint, items, await selectRatings(trx, study.id, round));
    if (!isShort(outcome)) return { round, result: outcome };
    missing ??= outcome.missing;
  }
  throw conflict("cut_score_ratings_missing", { missing: missing ?? 0 });
}

const event = (actorId: string, action: string, studyId: string, after: Record<string, unknown>, reason?: string) => ({
  actorId,
  action,
  subjectType: "cut_score_study",
  subjectId: studyId,
  after,
  reason: reason ?? null,
});

/**
 * Ends the open round: from now on the judges see each other's ratings and discuss. A later round may be ended whatever was rated in it: the result of
 * the one before stands then.
 */
export async function closeRound(db: Db, { actorId, studyId }: Conducting, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { study, round } = await open(trx, studyId);
    if (round.closedAt) throw conflict("cut_score_round_closed");
    const { round: decisive, result } = await resultOf(trx, study, round.round);
    await updateRoundAsClosed(trx, { studyId, round: round.round }, { closedAt: now, closedBy: actorId });
    const { cutScorePercent, standardError } = result;
    const after = { round: round.round, cutScorePercent, standardError, ...(decisive !== round.round && { decisive }) };
    await recordEvents(trx, [event(actorId, "cut_score.round_closed", studyId, after)], now);
  });
}

/** Opens another round after a closed one, five at most: every judge is told of it and rates anew, knowing what the others said. */
export async function openNextRound(db: Db, { actorId, studyId }: Conducting, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { study, round } = await open(trx, studyId);
    if (!round.closedAt || round.round >= mostRounds) throw conflict("changed_meanwhile");
    await startRound(trx, { actorId, studyId, title: study.title, round: round.round + 1 }, now);
    await recordEvents(trx, [event(actorId, "cut_score.round_opened", studyId, { round: round.round + 1 })], now);
  });
}

/**
 * Signs the result of the last round that has one, all being closed: a new version of the programme carries the cut score, and attempts that start from now on are
 * sat under it; those before keep theirs. Versions that are to come get it too. Throws `cut_score_sole_judge` when nobody but the signer has judged, and
 * `programme_changed_meanwhile` where the newest version is not the one that the signer has seen.
 */
export async function signStudy(
  db: Db,
  { actorId, studyId, reason, basedOn }: Conducting & { readonly reason: string; readonly basedOn: number },
  now: Date,
): Promise<{ programmeVersion: number }> {
  return inTransaction(db, async (trx) => {
    const { study, round } = await open(trx, studyId);
    if (!round.closedAt) throw conflict("changed_meanwhile");
    const { round: decisive, result } = await resultOf(trx, study, round.round);
    if (!result.judges.some(({ personId }) => personId !== actorId)) throw conflict("cut_score_sole_judge");
    const history = await lockProgramme(trx, study.programmeCode);
    const inForce = inForceAt(history, now);
    const [latest = inForce] = history;
    if (latest.version !== basedOn) {
      const name = latest.recordedBy?.fullName ?? null;
      throw conflict("programme_changed_meanwhile", { version: latest.version, name });
    }
    await updateAsClosed(trx, studyId, { closedAt: now, closedBy: actorId, outcome: "signed", reason, result });
    const { cutScorePercent, standardError } = result;
    const signed = { cutScorePercent, recordedBy: actorId };
    // What comes later is published anew behind it: it would bring the cut score of before back.
    const [{ version: programmeVersion }, ...coming] = await publishVersions(trx, history, [
      { ...planOf(inForce), ...signed, activeFrom: now, cutScoreStudyId: studyId, republishedWithStudyId: null },
      ...comingAt(history, now).map((version) => ({
        ...planOf(version),
        ...signed,
        activeFrom: version.activeFrom,
        cutScoreStudyId: null,
        republishedWithStudyId: studyId,
      })),
    ]);
    const after = {
      programmeVersion,
      round: decisive,
      cutScorePercent,
      standardError,
      before: inForce.cutScorePercent,
      ...(coming.length > 0 && { coming: coming.map(({ version }) => version) }),
    };
    await recordEvents(trx, [event(actorId, "cut_score.signed", studyId, after, reason)], now);
    return { programmeVersion };
  });
}

/** Ends the study without a result. What was rated stays on record. */
export async function abandonStudy(
  db: Db,
  { actorId, studyId, reason }: Conducting & { readonly reason: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await open(trx, studyId);
    await updateAsClosed(trx, studyId, {
      closedAt: now,
      closedBy: actorId,
      outcome: "abandoned",
      reason,
      result: null,
    });
    await recordEvents(trx, [event(actorId, "cut_score.abandoned", studyId, {}, reason)], now);
  });
}
