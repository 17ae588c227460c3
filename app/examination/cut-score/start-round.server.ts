import { planNotices } from "~/notices/plan-notices.server";
import type { Trx } from "~/platform/database/handle";
import { insertRound, selectJudges } from "./study-queries.server";

/** Opens the round, and tells the judges: nothing else on their way would lead them to it. */
export async function startRound(
  trx: Trx,
  { actorId, studyId, title, round }: { actorId: string; studyId: string; title: string; round: number },
  now: Date,
): Promise<void> {
  await insertRound(trx, { studyId, round, openedAt: now, openedBy: actorId });
  const notices = (await selectJudges(trx, studyId)).map(({ personId }) => ({
    kind: "cut_score_round" as const,
    subjectId: studyId,
    cycle: studyId,
    stage: String(round),
    recipientId: personId,
    organisationId: null,
    facts: { audience: "staff" as const, studyId, title, round },
  }));
  await planNotices(trx, notices, now);
}
