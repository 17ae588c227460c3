import { notFound } from "~/kernel/rejection";
import { selectMembersAmong } from "~/organisations/membership-queries.server";
import type { Reader } from "~/platform/database/handle";
import { measuredDifficulties } from "../statistics/measured-difficulty.server";
import { type AngoffResult, angoffResult, feedbackOf, isShort } from "./angoff";
import { refuseCandidate } from "./refuse-candidate.server";
import {
  selectJudges,
  selectOptionalClosing,
  selectRatings,
  selectRemarks,
  selectRounds,
  selectStudy,
  selectStudyItems,
} from "./study-queries.server";

/** One round as those who may see it see it: every rating once it is closed, before only how far everybody is. */
interface RoundView {
  readonly round: number;
  readonly open: boolean;
  readonly result: AngoffResult | null;
  readonly progress: readonly { readonly personId: string; readonly rated: number }[];
}

/** A row of the dot plot, widest spread first. */
export interface ItemView {
  readonly itemVersionId: string;
  readonly code: string;
  readonly percents: readonly { readonly personId: string; readonly percent: number }[];
  readonly mean: number;
  /** Per cent of the points that candidates really reach; null below the fewest responses that say anything. */
  readonly actualPercent: number | null;
  readonly remarks: readonly {
    readonly id: string;
    readonly personId: string;
    readonly fullName: string;
    readonly remark: string;
  }[];
}

/**
 * The study for its conductor, an auditor (`judgeId` null), or one of its judges. Throws `not_found` for anybody else, and
 * `cut_score_judge_became_member` for a judge who would read there what is said of items.
 */
export async function readStudy(db: Reader, studyId: string, judgeId: string | null, now: Date) {
  const study = await selectStudy(db, studyId);
  const judges = await selectJudges(db, studyId);
  if (judgeId !== null && !judges.some(({ personId }) => personId === judgeId)) throw notFound();
  if (judgeId !== null) await refuseCandidate(db, judgeId, now);
  const items = await selectStudyItems(db, studyId);
  const rounds: RoundView[] = [];
  let lastClosed: readonly { personId: string; itemVersionId: string; percent: number }[] = [];
  for (const { round, closedAt } of await selectRounds(db, studyId)) {
    const ratings = await selectRatings(db, studyId, round);
    const outcome = closedAt ? angoffResult(study.blueprint, items, ratings) : null;
    // What is discussed is what the result comes from.
    if (outcome && !isShort(outcome)) lastClosed = ratings;
    rounds.push({
      round,
      open: closedAt === null,
      result: outcome && !isShort(outcome) ? outcome : null,
      progress: judges.map(({ personId }) => ({
        personId,
        rated: ratings.filter((rating) => rating.personId === personId).length,
      })),
    });
  }
  const remarks = await selectRemarks(db, studyId);
  const measured = lastClosed.length > 0 ? await measuredDifficulties(db, now) : new Map<string, number>();
  const codes = new Map(items.map(({ itemVersionId, code }) => [itemVersionId, code]));
  const feedback = feedbackOf(items, lastClosed).map(({ itemVersionId, percents, mean }): ItemView => {
    return {
      itemVersionId,
      code: codes.get(itemVersionId) ?? "",
      percents,
      mean,
      actualPercent: measured.get(itemVersionId) ?? null,
      remarks: remarks.filter((remark) => remark.itemVersionId === itemVersionId),
    };
  });
  const closing = await selectOptionalClosing(db, studyId);
  const judgeIds = judges.map(({ personId }) => personId);
  // Whoever leads the study is told while it goes on.
  const members = judgeId === null && !closing ? await selectMembersAmong(db, judgeIds, now) : [];
  return { study, judges, members, items: items.length, rounds, feedback, closing };
}
