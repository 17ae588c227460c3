import { reinstateCertificate, suspendCertificate } from "~/certification/decide-certificate.server";
import { issueCertificate } from "~/certification/issue-certificate.server";
import { lockHoldersAndCertificates } from "~/certification/result-change-queries.server";
import { planResults } from "~/examination/regrade/plan-results.server";
import { type Regrade, updateResults } from "~/examination/regrade/regrade-queries.server";
import { resultNotices } from "~/examination/tell-of-result.server";
import { conflict } from "~/kernel/rejection";
import { leaveTrace } from "~/notices/leave-trace.server";
import { planNotices } from "~/notices/plan-notices.server";
import type { Trx } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import type { RegradeStep } from "~/platform/schema/evaluation-tables";
import { type ForeseenChange, foreseeConsequences, peopleConcerned } from "./foresee-regrade.server";
import { insertEffects, insertStandings } from "./regrade-queries.server";

export interface CarryOut {
  readonly step: RegradeStep;
  readonly keepPasses: boolean;
  readonly actorId: string;
  readonly reason: string;
  /** `fingerprint` of what the actor has looked at; null where nobody looks beforehand. */
  readonly fingerprint: string | null;
}

/**
 * Gives the attempts their new results, with what follows: certificates issued, suspended and reinstated, notices to those whose outcome or
 * score changed, and a record of all of it. The caller has locked the regrade and the attempts, and writes the audit event. Throws
 * `changed_meanwhile` when it is no longer what was looked at.
 */
export async function carryOutRegrade(
  trx: Trx,
  regrade: Regrade,
  { step, keepPasses, actorId, reason, fingerprint }: CarryOut,
  now: Date,
  random: Random,
) {
  const planned = await planResults(trx, regrade, { undo: step === "undone", keepPasses });
  await lockHoldersAndCertificates(trx, peopleConcerned(planned));
  const foreseen = await foreseeConsequences(trx, planned, now);
  if (fingerprint !== null && fingerprint !== foreseen.fingerprint) throw conflict("changed_meanwhile");
  const { changes, standings } = foreseen;
  await updateResults(trx, changes, now);
  const organisationIds = new Set(standings.map(({ organisationId }) => organisationId));
  const certificates = new Map<string, string>();
  for (const change of changes) {
    const done = await settle(trx, change, { actorId, note: reason }, now, random);
    if (!done) continue;
    certificates.set(change.attemptId, done.certificateId);
    for (const id of done.organisationIds) organisationIds.add(id);
  }
  const key = { regradeId: regrade.id, step };
  await insertEffects(
    trx,
    changes.map(({ attemptId, before, result, consequence }) => ({
      ...key,
      attemptId,
      scoreBefore: before.scorePercent,
      scoreAfter: result.scorePercent,
      passedBefore: before.passed,
      passedAfter: result.passed,
      consequence: consequence.kind,
      certificateId: certificates.get(attemptId) ?? null,
    })),
  );
  await insertStandings(
    trx,
    standings.map(({ name: _, ...standing }) => ({ ...key, ...standing })),
  );
  const outcomes = changes.filter(({ before, result }) => before.passed !== result.passed);
  for (const { attemptId: id, personId, organisationId, programme, result } of outcomes) {
    const about = { id, personId, organisationId };
    await planNotices(trx, await resultNotices(trx, about, programme, result, now, `${regrade.id}/${step}`), now);
  }
  await planNotices(trx, changes.filter(isScoreAlone).map(scoreNotice(key)), now);
  return {
    organisationIds: [...organisationIds],
    counts: {
      touched: changes.length,
      newlyPassed: outcomes.filter(({ result }) => result.passed).length,
      newlyFailed: outcomes.filter(({ result }) => !result.passed).length,
      certificates: tally(changes),
    },
  };
}

/** Another score, and the same outcome: nothing follows from it, but the candidate knows the old one. */
const isScoreAlone = ({ before, result }: ForeseenChange): boolean =>
  before.passed === result.passed && before.scorePercent !== result.scorePercent;

const scoreNotice =
  ({ regradeId, step }: { readonly regradeId: string; readonly step: RegradeStep }) =>
  ({
    attemptId,
    personId,
    personName,
    organisationId,
    organisationName,
    programme,
    before,
    result,
  }: ForeseenChange) => ({
    kind: "exam_score_changed" as const,
    subjectId: attemptId,
    cycle: `${regradeId}/${step}`,
    stage: "score",
    recipientId: personId,
    organisationId,
    facts: {
      audience: "holder" as const,
      ...{ personId, personName, organisationId, organisationName, attemptId },
      ...{ programmeTitleEn: programme.nameEn, programmeTitleDe: programme.nameDe },
      ...{ scoreBefore: before.scorePercent, scorePercent: result.scorePercent },
      cutScorePercent: result.cutScorePercent,
      passed: result.passed,
      takenBack: step === "undone",
    },
  });

/** Does to the certificate what the consequence says; undefined where there is none. */
async function settle(
  trx: Trx,
  { consequence, ...change }: ForeseenChange,
  decision: { readonly actorId: string; readonly note: string },
  now: Date,
  random: Random,
): Promise<{ certificateId: string; organisationIds: readonly string[] } | undefined> {
  switch (consequence.kind) {
    case "issued": {
      const { attemptId, personId, organisationId, finishedAt, startedOutsideWindow, programme } = change;
      const passed = { attemptId, personId, organisationId, finishedAt, programmeCode: programme.code };
      const issued = await issueCertificate(trx, { ...passed, exceptionUsed: startedOutsideWindow }, now, random);
      leaveTrace(trx, issued.trace, now);
      return issued;
    }
    case "suspended": {
      const { certificateId } = consequence;
      const suspended = { ...decision, certificateId, reasonClass: "administrative" as const };
      return { certificateId, ...(await suspendCertificate(trx, suspended, now)) };
    }
    case "reinstated": {
      const { certificateId } = consequence;
      return { certificateId, ...(await reinstateCertificate(trx, { ...decision, certificateId }, now)) };
    }
    case "left":
      return { certificateId: consequence.certificateId, organisationIds: [] };
    default:
      return undefined;
  }
}

function tally(changes: readonly ForeseenChange[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { consequence } of changes) counts[consequence.kind] = (counts[consequence.kind] ?? 0) + 1;
  return counts;
}
