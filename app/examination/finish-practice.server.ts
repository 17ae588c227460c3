import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import { selectOptionalCurrentMembership } from "~/organisations/membership-queries.server";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { secondLevelAdministrator } from "./blueprint";
import { readContents } from "./form-queries.server";
import { gradeAttempt } from "./grade-attempt";
import { essentialsOf } from "./item-essentials";
import { updateNotesAway } from "./mock-exam-queries.server";
import {
  addProgress,
  lockOptionalRound,
  type PracticeDay,
  type PracticeItem,
  type PracticeRound,
  selectPracticeItems,
  updatePracticePoints,
  updateRoundAsFinished,
} from "./practice-queries.server";
import { selectProgramme } from "./programme-queries.server";
import { isAnswered } from "./response";
import { sections } from "./section-names";

/** Ends the round; a mock examination is graded now, as the examination would be. Ending it twice is ending it once. */
export async function finishPractice(
  db: Db,
  key: { readonly roundId: string; readonly personId: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const round = await lockOptionalRound(trx, key);
    if (!round) throw notFound();
    if (!round.finishedAt) await finish(trx, round, now);
  });
}

/** Ends a mock examination whose time is over, with the last seconds for an answer under way; whether it did. */
export async function finishIfOver(trx: Trx, round: PracticeRound, now: Date): Promise<boolean> {
  if (!isOver(round, now)) return false;
  const locked = await lockOptionalRound(trx, { roundId: round.id, personId: round.personId });
  if (locked && !locked.finishedAt) await finish(trx, locked, now);
  return true;
}

/** Whether no answer counts any more because the time is over. */
export const isOver = ({ deadlineAt }: PracticeRound, now: Date): boolean =>
  deadlineAt !== null && now.getTime() >= deadlineAt.getTime() + policy.lateAnswerSeconds * 1000;

async function finish(trx: Trx, round: PracticeRound, now: Date): Promise<void> {
  const items = await selectPracticeItems(trx, round.id);
  const result = round.kind === "mock" ? await gradeMock(trx, round, items, now) : sectionResult(items);
  const finishedAt = round.deadlineAt && round.deadlineAt < now ? round.deadlineAt : now;
  await updateNotesAway(trx, round.id);
  await updateRoundAsFinished(trx, round.id, { finishedAt, result });
}

function sectionResult(items: readonly PracticeItem[]) {
  const answered = items.filter(({ answeredAt }) => answeredAt !== null);
  const sum = (of: (item: PracticeItem) => number) => answered.reduce((total, item) => total + of(item), 0);
  const most = sum(({ points }) => points);
  const percent = most === 0 ? 0 : Math.floor((sum(({ earned }) => earned ?? 0) / most) * 10_000) / 100;
  return { answered: answered.length, percent };
}

async function gradeMock(trx: Trx, round: PracticeRound, items: readonly PracticeItem[], now: Date) {
  const { blueprint, cutScorePercent } = await selectProgramme(trx, secondLevelAdministrator.code, round.startedAt);
  const contents = await readContents(trx, items);
  const graded = gradeAttempt({
    blueprint,
    cutScorePercent,
    items: items.flatMap((item, index) => {
      const { section, points: maxPoints, response } = item;
      const content = contents[index];
      return content ? [{ section, key: essentialsOf(item, content).key, maxPoints, response }] : [];
    }),
  });
  const answered = items.map((item, index) => ({ ...item, earned: graded.points[index] ?? 0 }));
  await updatePracticePoints(
    trx,
    round.id,
    answered.map(({ earned }) => earned),
  );
  const given = answered.filter(({ response }) => isAnswered(response));
  await recordProgress(trx, round.personId, given, now);
  return graded.result;
}

/** What was answered counts towards the progress of the day it is where the person works. */
export async function recordProgress(
  trx: Trx,
  personId: string,
  graded: readonly Pick<PracticeItem, "section" | "points" | "earned">[],
  now: Date,
): Promise<void> {
  const membership = await selectOptionalCurrentMembership(trx, personId, now);
  const practisedOn = dayIn(membership?.timeZone ?? "UTC", now);
  const days = sections.flatMap((section): PracticeDay[] => {
    const own = graded.filter((item) => item.section === section);
    if (own.length === 0) return [];
    const points = own.reduce((sum, { earned }) => sum + (earned ?? 0), 0);
    const maxPoints = own.reduce((sum, item) => sum + item.points, 0);
    return [{ section, practisedOn, answered: own.length, points, maxPoints }];
  });
  await addProgress(trx, personId, days);
}
