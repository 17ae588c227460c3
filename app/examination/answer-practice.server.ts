import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { recordProgress } from "./finish-practice.server";
import { readContents } from "./form-queries.server";
import { gradeItem } from "./grade-item";
import { drawNext } from "./practice-draw";
import {
  deleteItemsBefore,
  insertPracticeItems,
  lockOptionalRound,
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
  /** The round is over, or the question has been answered before: nothing changes. */
  | { readonly outcome: "closed" }
  | { readonly outcome: "unusable"; readonly fault: ResponseFault };

/**
 * Takes an answer of practice by section, grades it at once and shows the key afterwards: so it is taken once. Throws `not_found` when the round is
 * not the person's, is a mock examination (`saveMockAnswer`) or has no such question.
 */
export async function answerPractice(db: Db, command: AnswerPractice, now: Date): Promise<PracticeOutcome> {
  const { roundId, personId, ordinal, given, language } = command;
  return inTransaction(db, async (trx) => {
    const round = await lockOptionalRound(trx, { roundId, personId });
    const item = round && (await selectPracticeItems(trx, roundId)).find((each) => each.ordinal === ordinal);
    const [content] = item ? await readContents(trx, [item]) : [];
    if (round?.kind !== "section" || !item || !content) throw notFound();
    if (round.finishedAt || item.answeredAt) return { outcome: "closed" };
    const parsed = parseResponse(item.kind, presentItem(content, item.seed, language), given);
    if ("fault" in parsed) return { outcome: "unusable", fault: parsed.fault };
    const { response } = parsed;
    // Graded at once and never again: a number that lacks only its unit goes back.
    const lacksUnit = response.kind === "numeric" && response.value !== null && response.unit === null;
    if (lacksUnit) return { outcome: "unusable", fault: "unknown_unit" };
    const earned = gradeItem(keyOf(content, item.seed), response, item.points);
    await updatePracticeItem(trx, { roundId, ordinal }, { response, answeredAt: now, points: earned });
    await recordProgress(trx, personId, [{ ...item, earned }], now);
    return { outcome: "saved" };
  });
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
