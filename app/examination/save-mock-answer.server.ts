import { notFound } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { finishIfOver } from "./finish-practice.server";
import { readAnswerable } from "./form-queries.server";
import { updateMockAnswer, updateMockClient, updateMockNote } from "./mock-exam-queries.server";
import {
  lockOptionalRound,
  type PracticeItem,
  type PracticeRound,
  selectPracticeItems,
} from "./practice-queries.server";
import { parseResponse } from "./response";
import { isSameAnswer, type SaveAnswer, type SaveOutcome, whyUnstored } from "./save-answer.server";
import type { NoteOutcome } from "./write-note.server";

interface Sender {
  readonly roundId: string;
  readonly personId: string;
  /** The browser that answers; another one may have taken over. */
  readonly clientId: string;
}

interface Place extends Sender {
  /** The place in the form, from 1 on. */
  readonly ordinal: number;
}

export type SaveMockAnswer = Place & Pick<SaveAnswer, "sequence" | "turn" | "agoMs" | "given" | "flagged">;

interface WriteMockNote extends Place {
  /** Null for a form that was sent as a page, which is always the newest. */
  readonly sequence: number | null;
  readonly text: string;
}

/**
 * Stores an answer of a mock examination as that of an examination is stored: once however often it arrives, the highest sequence number of a
 * question wins but none of an earlier turn than what is stored, and given before the deadline it may arrive in the seconds of grace after it. Once a browser has taken over, what comes from another
 * changes nothing and is told `elsewhere`. Saved means committed. Throws `not_found` when the round is not the person's, no mock examination, or has
 * no such place.
 */
export async function saveMockAnswer(db: Db, command: SaveMockAnswer, now: Date): Promise<SaveOutcome> {
  const { sequence, agoMs, given, flagged } = command;
  return inTransaction(db, async (trx) => {
    const { round, item, deadlineAt } = await lockPlace(trx, command);
    const parsed = parseResponse(item.kind, await readAnswerable(trx, item), given);
    const isSame = isSameAnswer(item.response, parsed);
    if (await isFinished(trx, round, now)) return { outcome: "finished", ...(isSame && { isStored: true }) };
    const givenAt = new Date(now.getTime() - Math.max(0, agoMs));
    const { finishedAt, activeClient, turn } = round;
    const { sequence: stored, responseTurn, answeredAt: respondedAt } = item;
    const seat = { deadlineAt, finishedAt, activeClient, sequence: stored, responseTurn, respondedAt, isSame };
    const unstored = whyUnstored(seat, command, givenAt, now);
    if (unstored) return unstored;
    if ("fault" in parsed) return { outcome: "unusable", fault: parsed.fault };
    const { response } = parsed;
    const saved = await updateMockAnswer(trx, command, { response, sequence, turn, flagged, answeredAt: now });
    return { outcome: "saved", sequence: saved, savedAt: now, deadlineAt };
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
    if (isElsewhere(round, command)) return { outcome: "elsewhere" };
    if (sequence !== null && sequence < item.noteSequence) return { outcome: "stale" };
    const isStored = sequence === null ? text === item.note : sequence === item.noteSequence;
    if (!isStored) await updateMockNote(trx, command, { text, sequence });
    return { outcome: "saved", savedAt: now };
  });
}

/**
 * The browser named last answers from now on, in the turn that is returned; the one before is told with its next answer or look. Throws `not_found` when the round is not the
 * person's or no mock examination.
 */
export async function takeOverMock(
  db: Db,
  command: Sender,
  now: Date,
): Promise<{ readonly outcome: "here"; readonly turn: number } | { readonly outcome: "finished" }> {
  return inTransaction(db, async (trx) => {
    const round = await lockOptionalRound(trx, command);
    if (round?.kind !== "mock") throw notFound();
    if (await isFinished(trx, round, now)) return { outcome: "finished" };
    const turn = isElsewhere(round, command) ? round.turn + 1 : round.turn;
    if (round.activeClient !== command.clientId) await updateMockClient(trx, { ...command, turn });
    return { outcome: "here", turn };
  });
}

interface Locked {
  readonly round: PracticeRound;
  readonly item: PracticeItem;
  readonly deadlineAt: Date;
}

async function lockPlace(trx: Trx, place: Place): Promise<Locked> {
  const round = await lockOptionalRound(trx, place);
  const item = round && (await selectPracticeItems(trx, round.id)).find(({ ordinal }) => ordinal === place.ordinal);
  // Only a mock examination has a deadline.
  if (!round?.deadlineAt || !item) throw notFound();
  return { round, item, deadlineAt: round.deadlineAt };
}

const isElsewhere = ({ activeClient }: PracticeRound, { clientId }: Sender): boolean =>
  activeClient !== null && activeClient !== clientId;

/** A round whose time is over is finished by the first who looks. */
const isFinished = async (trx: Trx, round: PracticeRound, now: Date): Promise<boolean> =>
  round.finishedAt !== null || (await finishIfOver(trx, round, now));
