import { notFound } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { acceptsAnswerAt } from "./attempt-policy";
import { finishIfOver } from "./finish-practice.server";
import { readPresentationInAny } from "./form-queries.server";
import { updateMockAnswer, updateMockMark, updateMockNote } from "./mock-exam-queries.server";
import {
  lockOptionalRound,
  type PracticeItem,
  type PracticeRound,
  selectPracticeItems,
} from "./practice-queries.server";
import { type ParsedResponse, parseResponse } from "./response";
import type { SaveAnswer, SaveOutcome } from "./save-answer.server";
import type { NoteOutcome } from "./write-note.server";

interface Place {
  readonly roundId: string;
  readonly personId: string;
  /** The place in the form, from 1 on. */
  readonly ordinal: number;
}

export interface SaveMockAnswer extends Place, Pick<SaveAnswer, "sequence" | "agoMs"> {
  /** Undefined where the mark alone has changed: the answer stays as it is. */
  readonly given?: unknown;
  /** Undefined where the answer alone has changed: the mark stays as it is. */
  readonly flagged?: boolean | undefined;
}

interface WriteMockNote extends Place {
  /** Null for a form that was sent as a page, which is always the newest. */
  readonly sequence: number | null;
  readonly text: string;
}

/**
 * Stores an answer of a mock examination, or its mark, or both, as those of an examination are stored: once however often they arrive, the highest
 * sequence number wins, and given before the deadline they may arrive in the seconds of grace after it. Any number of browsers may answer, so that
 * nobody is told `elsewhere`, and answer and mark each have a number of their own: no window takes away what it does not show. Saved means committed. Throws `not_found` when the round is not the person's, no mock examination, or has no such place.
 */
export async function saveMockAnswer(db: Db, command: SaveMockAnswer, now: Date): Promise<SaveOutcome> {
  const { sequence, agoMs, given, flagged } = command;
  return inTransaction(db, async (trx) => {
    const { round, item, deadlineAt } = await lockPlace(trx, command);
    if (await isFinished(trx, round, now)) return { outcome: "finished" };
    const isAnswer = given !== undefined;
    if (isAnswer && sequence !== null && sequence === item.sequence && item.answeredAt) {
      return { outcome: "saved", sequence, savedAt: item.answeredAt, deadlineAt };
    }
    const givenAt = new Date(now.getTime() - Math.max(0, agoMs));
    if (!acceptsAnswerAt({ deadlineAt, finishedAt: null }, givenAt, now)) return { outcome: "late" };
    const latest = isAnswer ? item.sequence : item.flagSequence;
    if (sequence !== null && sequence < latest) return { outcome: "stale", sequence: latest };
    const parsed = isAnswer ? await parseGiven(trx, item, given) : undefined;
    if (parsed && "fault" in parsed) return { outcome: "unusable", fault: parsed.fault };
    let stored = latest;
    if (flagged !== undefined && (sequence === null || sequence >= item.flagSequence)) {
      stored = await updateMockMark(trx, command, { flagged, sequence });
    }
    if (parsed) stored = await updateMockAnswer(trx, command, { response: parsed.response, sequence, answeredAt: now });
    return { outcome: "saved", sequence: stored, savedAt: now, deadlineAt };
  });
}

/**
 * Stores what is noted beside a question, once however often it arrives: the highest sequence number wins. A form that was sent as a page writes
 * nothing that is stored already. Throws `not_found` as `saveMockAnswer` does.
 */
export async function writeMockNote(db: Db, command: WriteMockNote, now: Date): Promise<NoteOutcome> {
  const { sequence, text } = command;
  return inTransaction(db, async (trx) => {
    const { round, item } = await lockPlace(trx, command);
    if (await isFinished(trx, round, now)) return { outcome: "finished" };
    if (sequence !== null && sequence < item.noteSequence) return { outcome: "stale" };
    const isStored = sequence === null ? text === item.note : sequence === item.noteSequence;
    if (!isStored) await updateMockNote(trx, command, { text, sequence });
    return { outcome: "saved", savedAt: now };
  });
}

interface Locked {
  readonly round: PracticeRound;
  readonly item: PracticeItem;
  readonly deadlineAt: Date;
}

async function lockPlace(trx: Trx, { roundId, personId, ordinal }: Place): Promise<Locked> {
  const round = await lockOptionalRound(trx, { roundId, personId });
  const item = round && (await selectPracticeItems(trx, roundId)).find((each) => each.ordinal === ordinal);
  // Only a mock examination has a deadline.
  if (!round?.deadlineAt || !item) throw notFound();
  return { round, item, deadlineAt: round.deadlineAt };
}

async function parseGiven(trx: Trx, item: PracticeItem, given: unknown): Promise<ParsedResponse> {
  const presentation = await readPresentationInAny(trx, item);
  if (!presentation) throw notFound();
  return parseResponse(item.kind, presentation, given);
}

/** A round whose time is over is finished by the first who looks. */
const isFinished = async (trx: Trx, round: PracticeRound, now: Date): Promise<boolean> =>
  round.finishedAt !== null || (await finishIfOver(trx, round, now));
