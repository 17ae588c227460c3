import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { finishIfOver, recordProgress } from "./finish-practice.server";
import { readContents } from "./form-queries.server";
import { gradeItem } from "./grade-item";
import { drawNext } from "./practice-draw";
import {
  deleteItemsBefore,
  insertPracticeItems,
  lockOptionalRound,
  type PracticeItem,
  type PracticeRound,
  selectPracticeCandidates,
  selectPracticeItems,
  updatePracticeItem,
} from "./practice-queries.server";
import { keyOf, presentItem } from "./present-item";
import { parseResponse } from "./response";
import type { ResponseFault } from "./save-answer.server";

export interface AnswerPractice {
  readonly roundId: string;
  readonly personId: string;
  readonly ordinal: number;
  readonly given: unknown;
  readonly language: Language;
}

export type PracticeOutcome =
  | { readonly outcome: "saved" }
  /** The round, or the question of a section, has been answered before: nothing changes. */
  | { readonly outcome: "closed" }
  | { readonly outcome: "unusable"; readonly fault: ResponseFault };

/**
 * Takes an answer. Practice by section grades it at once and shows the key afterwards, so it is taken once; in a mock examination it can be
 * changed until the end. Throws `not_found` when the round is not the person's or has no such question.
 */
export async function answerPractice(db: Db, command: AnswerPractice, now: Date): Promise<PracticeOutcome> {
  const { roundId, personId, ordinal, given, language } = command;
  return inTransaction(db, async (trx) => {
    const round = await lockOptionalRound(trx, { roundId, personId });
    const item = round && (await selectPracticeItems(trx, roundId)).find((each) => each.ordinal === ordinal);
    const [content] = item ? await readContents(trx, [item]) : [];
    if (!round || !item || !content) throw notFound();
    if (await isClosed(trx, round, item, now)) return { outcome: "closed" };
    const parsed = parseResponse(item.kind, presentItem(content, item.seed, language), given);
    if ("fault" in parsed) return { outcome: "unusable", fault: parsed.fault };
    const { response } = parsed;
    // Graded at once and never again: a number that lacks only its unit goes back.
    const lacksUnit = response.kind === "numeric" && response.value !== null && response.unit === null;
    if (lacksUnit && round.kind === "section") return { outcome: "unusable", fault: "unknown_unit" };
    const earned = round.kind === "section" ? gradeItem(keyOf(content, item.seed), response, item.points) : null;
    await updatePracticeItem(trx, { roundId, ordinal }, { response, answeredAt: now, points: earned });
    if (earned !== null) await recordProgress(trx, personId, [{ ...item, earned }], now);
    return { outcome: "saved" };
  });
}

async function isClosed(trx: Trx, round: PracticeRound, item: PracticeItem, now: Date): Promise<boolean> {
  if (round.finishedAt || (await finishIfOver(trx, round, now))) return true;
  return round.kind === "section" && item.answeredAt !== null;
}

/**
 * The next question of a round by section, drawn afresh; the open one, while it has not been answered. Throws `not_found` when the round is
 * not the person's.
 */
export async function nextPracticeItem(
  db: Db,
  key: { readonly roundId: string; readonly personId: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const round = await lockOptionalRound(trx, key);
    if (!round) throw notFound();
    const items = await selectPracticeItems(trx, round.id);
    const last = items.at(-1);
    if (round.kind === "mock" || round.finishedAt || !last?.answeredAt) return;
    const ordinal = last.ordinal + 1;
    const candidates = await selectPracticeCandidates(trx, round.personId);
    const next = drawNext(
      candidates.filter(({ section }) => section === round.section),
      items.map(({ itemVersionId }) => itemVersionId),
      `${round.seed}/${ordinal}`,
    );
    if (!next) return;
    await insertPracticeItems(trx, [{ ...next, roundId: round.id, ordinal }]);
    await deleteItemsBefore(trx, round.id, ordinal - policy.practiceQuestionsKept + 1);
  });
}
