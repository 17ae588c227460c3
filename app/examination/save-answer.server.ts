import { isDeepStrictEqual } from "node:util";
import { policy } from "~/kernel/policy";
import { conflict, notFound } from "~/kernel/rejection";
import type { Db } from "~/platform/database/handle";
import { noteworthyDelaySeconds } from "./answer-delay";
import { selectOptionalSeat, updateActiveClient, updateAnswer, updateAnswerSignedIn } from "./answer-queries.server";
import { acceptsAnswerAt } from "./attempt-policy";
import { selectAttempt } from "./attempt-queries.server";
import { readAnswerable, readOptionalForm } from "./form-queries.server";
import { upsertLateAnswer } from "./integrity-queries.server";
import { isAnswered, type ParsedResponse, parseResponse } from "./response";

export interface SaveAnswer {
  readonly attemptId: string;
  readonly personId: string;
  /** The place in the form, from 1 on. */
  readonly ordinal: number;
  readonly clientId: string;
  /** Counts up in the browser; null for a form that was sent as a page, which is always the newest. */
  readonly sequence: number | null;
  /** The attempt's turn in which it was given, as the browser knew it; without one it counts as given in the present turn. */
  readonly turn?: number | null;
  /** How long ago the candidate gave the answer, by the browser's word. */
  readonly agoMs: number;
  readonly given: unknown;
  readonly flagged: boolean;
}

export type ResponseFault = Extract<ParsedResponse, { fault: unknown }>["fault"];

interface TooLate {
  readonly outcome: "late" | "finished";
  /** What is stored says the same, and counts. */
  readonly isStored?: true;
}

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly sequence: number; readonly savedAt: Date; readonly deadlineAt: Date }
  /** A newer answer of this browser is stored already; nothing was lost. */
  | { readonly outcome: "stale"; readonly sequence: number }
  /** Another window or browser has stored one since, which this one had not seen when it was given. */
  | { readonly outcome: "overtaken" }
  | { readonly outcome: "unusable"; readonly fault: ResponseFault }
  | TooLate
  /** Another browser has taken over. */
  | { readonly outcome: "elsewhere" };

/**
 * Stores what was given, once however often it arrives: the highest sequence number of an item wins, in whatever order they come; what was given in an
 * earlier turn than the one that is stored does not. Given
 * before the deadline and arrived within the seconds of grace after it, it counts. Saved means committed.
 * Throws `not_found` when the attempt is not the person's or has no such place.
 */
export async function saveAnswer(db: Db, command: SaveAnswer, now: Date): Promise<SaveOutcome> {
  const { attemptId, personId, given: _, agoMs: __, turn = null, ...answer } = command;
  const parsed = await parseGiven(db, command);
  if (!parsed) throw notFound();
  const times = timesOf(command, now);
  if ("fault" in parsed) return refusal(db, command, times.givenAt, now, parsed);
  const stored = await updateAnswer(db, { ...answer, ...parsed, attemptId, personId, turn, ...times });
  return stored ? { outcome: "saved", savedAt: now, ...stored } : refusal(db, command, times.givenAt, now, parsed);
}

/**
 * The same for whoever signed in under `tokenHash` and may sit examinations, in the one statement that stores it. Undefined when nothing was stored:
 * then ask who it is, and `saveAnswer`, which says why.
 */
export async function saveAnswerSignedIn(
  db: Db,
  tokenHash: string,
  command: Omit<SaveAnswer, "personId">,
  now: Date,
): Promise<SaveOutcome | undefined> {
  const { given: _, agoMs: __, turn = null, ...answer } = command;
  const parsed = await parseGiven(db, command);
  if (!parsed || "fault" in parsed) return undefined;
  const stored = await updateAnswerSignedIn(db, { ...answer, ...parsed, tokenHash, turn, ...timesOf(command, now) });
  return stored && { outcome: "saved", savedAt: now, ...stored };
}

/** Undefined when the attempt has no such place. */
async function parseGiven(
  db: Db,
  { attemptId, ordinal, given }: Pick<SaveAnswer, "attemptId" | "ordinal" | "given">,
): Promise<ParsedResponse | undefined> {
  const item = (await readOptionalForm(db, attemptId))[ordinal - 1];
  return item && parseResponse(item.kind, await readAnswerable(db, item), given);
}

const timesOf = ({ agoMs }: Pick<SaveAnswer, "agoMs">, now: Date) => ({
  givenAt: new Date(now.getTime() - Math.max(0, agoMs)),
  arrivedAt: now,
  delayedSeconds: noteworthyDelaySeconds(agoMs),
  earliestDeadline: new Date(now.getTime() - policy.lateAnswerSeconds * 1000),
});

/** Why nothing was stored. */
async function refusal(
  db: Db,
  command: SaveAnswer,
  givenAt: Date,
  now: Date,
  parsed: ParsedResponse,
): Promise<SaveOutcome> {
  const seat = await selectOptionalSeat(db, command);
  if (!seat) throw notFound();
  const unstored = whyUnstored({ ...seat, isSame: isSameAnswer(seat.response, parsed) }, command, givenAt, now);
  if (unstored) {
    await leaveLateTrace(db, command, unstored, seat, { givenAt, arrivedAt: now });
    return unstored;
  }
  if ("fault" in parsed) return { outcome: "unusable", fault: parsed.fault };
  // What stood in the way is gone: a deadline was moved, or the browser got its place back, in this very moment.
  throw conflict("changed_meanwhile");
}

/** Whoever finds that an answer does not count can ask about it: that it arrived after the end is kept, not what it said. */
async function leaveLateTrace(
  db: Db,
  { attemptId, ordinal }: Pick<SaveAnswer, "attemptId" | "ordinal">,
  unstored: SaveOutcome,
  { deadlineAt, finishedAt }: Pick<Seat, "deadlineAt" | "finishedAt">,
  times: { readonly givenAt: Date; readonly arrivedAt: Date },
): Promise<void> {
  if (!(unstored.outcome === "late" || unstored.outcome === "finished") || unstored.isStored) return;
  const traceEnd = (finishedAt ?? deadlineAt).getTime() + policy.lateAnswerTraceHours * 3_600_000;
  if (times.arrivedAt.getTime() < traceEnd) await upsertLateAnswer(db, { attemptId, ordinal, ...times });
}

/** A question that was only marked says no more than one that nobody has touched. */
export const isSameAnswer = (stored: unknown, parsed: ParsedResponse): boolean =>
  "response" in parsed &&
  (isDeepStrictEqual(stored, parsed.response) || (stored === null && !isAnswered(parsed.response)));

interface Seat {
  readonly deadlineAt: Date;
  readonly finishedAt: Date | null;
  readonly activeClient: string | null;
  /** Of the answer that is stored. */
  readonly sequence: number;
  /** The turn in which it was stored. */
  readonly responseTurn: number;
  readonly respondedAt: Date | null;
  /** It says what is to be stored now. */
  readonly isSame: boolean;
}

/** What leaves an answer unstored, whatever it says; undefined where nothing does. A repetition of what is stored is told what the first one was told. */
export function whyUnstored(
  { deadlineAt, finishedAt, activeClient, sequence, responseTurn, respondedAt: savedAt, isSame }: Seat,
  command: Pick<SaveAnswer, "clientId" | "sequence" | "turn">,
  givenAt: Date,
  now: Date,
): SaveOutcome | undefined {
  const tooLate = (outcome: TooLate["outcome"]): TooLate => (isSame ? { outcome, isStored: true } : { outcome });
  if (finishedAt) return tooLate("finished");
  const isOvertaken = savedAt !== null && responseTurn > (command.turn ?? Number.POSITIVE_INFINITY);
  // After a take-over a number says nothing of whose answer it is.
  const isRepeated = savedAt !== null && (isOvertaken ? isSame : sequence === command.sequence);
  if (!isRepeated && !acceptsAnswerAt({ deadlineAt, finishedAt }, givenAt, now)) return tooLate("late");
  // Before a repetition: browsers that began alike count alike, and what is stored under the number may be the other's answer.
  if (activeClient !== null && activeClient !== command.clientId) return { outcome: "elsewhere" };
  if (isRepeated) return { outcome: "saved", sequence, savedAt, deadlineAt };
  if (isOvertaken) return { outcome: "overtaken" };
  return command.sequence !== null && sequence > command.sequence ? { outcome: "stale", sequence } : undefined;
}

/**
 * The browser named last answers from now on; the one before is told with its next answer. Kept with the attempt, where another one had answered. Its
 * turn. Throws `attempt_finished`, or `not_found` where it is not the person's.
 */
export async function takeOverAttempt(
  db: Db,
  command: { attemptId: string; personId: string; clientId: string },
  now: Date,
): Promise<{ readonly turn: number }> {
  const taken = await updateActiveClient(db, { ...command, takenAt: now });
  if (taken) return taken;
  const { personId } = await selectAttempt(db, command.attemptId);
  throw personId === command.personId ? conflict("attempt_finished") : notFound();
}
