import { notFound } from "~/kernel/rejection";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { parseItemContent } from "../item";
import { presentItem, rationaleOf } from "../present-item";
import { renderItem, renderWords } from "../render-item.server";
import type { Section } from "../section-names";
import type { ShownItem } from "../shown-item";
import { feedbackOf } from "./angoff";
import { refuseCandidate } from "./refuse-candidate.server";
import { selectJudges, selectRatings, selectRounds, selectStudy, selectStudyItems } from "./study-queries.server";

/** An item before a judge: as a candidate sees it, with its rationale, what the judge has said of it, and what the round before said. */
export interface BallotItem {
  readonly itemVersionId: string;
  readonly code: string;
  readonly section: Section;
  readonly shown: ShownItem;
  /** HTML, by the way of the question. */
  readonly rationale: string;
  readonly percent: number | null;
  readonly before: { readonly own: number; readonly mean: number } | null;
}

/** What a judge rates in the open round, or may read again while a closed one is discussed; no items without either. Throws `not_found` for whoever is no judge of the study, and `cut_score_judge_became_member`. */
export async function readBallot(
  db: Reader,
  { studyId, personId, language }: { studyId: string; personId: string; language: Language },
  now: Date,
) {
  const { title, closedAt } = await selectStudy(db, studyId);
  const judges = await selectJudges(db, studyId);
  if (!judges.some((judge) => judge.personId === personId)) throw notFound();
  const round = (await selectRounds(db, studyId)).at(-1);
  const closed = closedAt !== null;
  if (!round || closed) return { title, round: null, open: false, closed, items: [] };
  await refuseCandidate(db, personId, now);
  const items = await selectStudyItems(db, studyId);
  const own = (await selectRatings(db, studyId, round.round)).filter((rating) => rating.personId === personId);
  const earlier = round.round > 1 ? feedbackOf(items, await selectRatings(db, studyId, round.round - 1)) : [];
  const ballot = items.map(({ itemVersionId, code, section, kind, points, ordinal, content: stored }): BallotItem => {
    const content = parseItemContent(stored);
    const place = { ordinal, itemVersionId, seed: studyId, kind, section, points };
    const feedback = earlier.find((one) => one.itemVersionId === itemVersionId);
    const then = feedback?.percents.find((one) => one.personId === personId);
    return {
      itemVersionId,
      code,
      section,
      shown: renderItem(place, presentItem(content, studyId, language)),
      rationale: renderWords(rationaleOf(content, studyId, language)),
      percent: own.find((rating) => rating.itemVersionId === itemVersionId)?.percent ?? null,
      before: feedback && then ? { own: then.percent, mean: feedback.mean } : null,
    };
  });
  return { title, round: round.round, open: round.closedAt === null, closed, items: ballot };
}
