import { conflict, notFound } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { refuseCandidate } from "./refuse-candidate.server";
import {
  insertRemark,
  lockStudy,
  replaceRatings,
  selectJudges,
  selectRounds,
  selectStudyItems,
} from "./study-queries.server";

interface Judging {
  readonly studyId: string;
  readonly personId: string;
}

/** The study, locked, and its newest round. Who is no judge of it learns nothing of it; throws `cut_score_judge_became_member`. */
async function sit(trx: Trx, { studyId, personId }: Judging, now: Date) {
  const study = await lockStudy(trx, studyId);
  const judges = await selectJudges(trx, studyId);
  if (!judges.some((judge) => judge.personId === personId)) throw notFound();
  await refuseCandidate(trx, personId, now);
  const round = (await selectRounds(trx, studyId)).at(-1);
  if (!round) throw new Error(`study ${studyId} has no round`);
  return { study, round, items: new Set((await selectStudyItems(trx, studyId)).map((item) => item.itemVersionId)) };
}

/** Records a judge's ratings in the open round; those given before are kept as history. Throws `cut_score_round_closed`. */
export async function rateItems(
  db: Db,
  command: Judging & { readonly ratings: readonly { readonly itemVersionId: string; readonly percent: number }[] },
  now: Date,
): Promise<void> {
  const { studyId, personId, ratings } = command;
  await inTransaction(db, async (trx) => {
    const { study, round, items } = await sit(trx, command, now);
    if (study.closedAt || round.closedAt) throw conflict("cut_score_round_closed");
    const known = ratings.filter(({ itemVersionId }) => items.has(itemVersionId));
    if (known.length > 0) await replaceRatings(trx, { studyId, round: round.round, personId }, known, now);
  });
}

/** What a judge says of an item to the others, between two rounds. Throws `cut_score_round_closed` once the study is over. */
export async function remarkOnItem(
  db: Db,
  command: Judging & { readonly itemVersionId: string; readonly remark: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { study, items } = await sit(trx, command, now);
    if (!items.has(command.itemVersionId)) throw notFound();
    if (study.closedAt) throw conflict("cut_score_round_closed");
    await insertRemark(trx, { ...command, recordedAt: now });
  });
}
